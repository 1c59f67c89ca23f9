"""The words that signal an attribution, and what each makes of it. Facts about English, nothing else.

Out: two tables from "kind act stance" to words, for `cues`, which finds inflected forms and picks the head.
Words are lemmas of verbs, nouns and adjectives; `point_out` is a known multi-word, whose parts may have a
word or two between them ("pointed this out"). Who says a word never matters here, only the word.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.statement import Kind


class Act(StrEnum):
    """What a cue makes of the statement: speech acts, states of mind and formal decisions."""

    STATEMENT = "statement"  # that something is so: say, tell, report, show
    DENIAL = "denial"  # that something is not so: deny, dispute, refute
    QUESTION = "question"  # ask, wonder aloud, query
    REQUEST = "request"  # wants others to act: urge, call for, demand
    PROPOSAL = "proposal"  # puts up for choice: propose, recommend, offer, advise
    PROMISE = "promise"  # binds the speaker: vow, pledge, assure
    THREAT = "threat"  # announces harm: threaten
    WARNING = "warning"  # of harm to come: warn, caution
    PREDICTION = "prediction"  # of what will be: predict, forecast, project
    ACCUSATION = "accusation"  # lays a wrong at someone's door: accuse, blame, allege
    CRITICISM = "criticism"  # finds fault: criticise, condemn, mock, complain
    PRAISE = "praise"  # finds good, thanks, congratulates
    APOLOGY = "apology"  # asks pardon: apologise
    ADMISSION = "admission"  # owns what tells against the speaker: admit, concede
    AGREEMENT = "agreement"  # takes the side of: agree, endorse, support
    REJECTION = "rejection"  # will have none of it: reject, refuse, oppose
    BELIEF = "belief"  # holds to be so: think, know, doubt, expect
    WISH = "wish"  # would have it so: want, hope, prefer
    PLAN = "plan"  # means to do it: intend, decide
    PERCEPTION = "perception"  # sees, hears, finds out, seems
    FEELING = "feeling"  # fear, worry, regret, anger, pride
    ORDER = "order"  # with power behind it: order, ban, allow, appoint, enact
    RULING = "ruling"  # of a court or panel: rule, convict, sentence
    VOTE = "vote"  # of a body or of voters: vote, elect, ratify


class Stance(StrEnum):
    """Whether the outlet's cue leaves the statement open, stands behind it or steps back from it."""

    NEUTRAL = "neutral"
    BACKING = "backing"
    DISTANCING = "distancing"


@dataclass(frozen=True, slots=True)
class CueSense:
    """What a cue makes of a statement: its kind, its act, and where the outlet stands."""

    kind: Kind
    act: Act
    stance: Stance


DEFAULT = CueSense(Kind.SPEECH, Act.STATEMENT, Stance.NEUTRAL)  # of a cue with no known word

# The head of a cue is its first strong word or multi-word. The key is what it makes of the statement.
# Distancing is kept to the words handbooks of journalism warn of with one voice; "maintain" and "assert",
# on which they differ, stay neutral. Backing words take for granted that the content is so.
STRONG: dict[str, str] = {
    "speech statement neutral": """
        accord_to according_to add address advertise affirm allude announce announcement answer argue
        argument articulate as_per assert assertion attribute bark bill_as blare blog blurt boom brand brief
        broadcast call caption cast champion chant characterise characterize chat chime_in circulate cite
        clarify co-sponsor comment communicate compare comparison conclude confer confide contradict contrast
        conversation converse convey counter cover credit cry debate declaration declare define depict
        describe description detail dictate digress discuss discussion double_down downplay dub dwell echo
        elaborate email emphasise emphasize estimate exclaim explanation feature fire_off frame go_on_record
        gossip headline hear_say herald highlight hint identify implication imply in_word_of include indicate
        inform insinuate interject interrupt intimate invoke joke know_as know_for label lay_out leak lecture
        let_know liken list maintain make_case make_clear make_known make_plain make_point mention minimise
        minimize muse mutter name narrate narrative negotiate notify observe opine opinion outline paint
        paraphrase parrot per phrase play_down play_up point_to portray post preach proclaim promote
        pronounce propound publish put_it quip quote quote_as rattle_off read reaffirm reason reassure recall
        recite recount refer reference reiterate rejoin relate relay remark reminisce render repeat reply
        report respond restate retort retweet rhetoric rumble rumor rumour say scream self-identified set_out
        shoot_back shout sign_of signal sing sketch_out speak speak_out spell_out spin spout spread stand_by
        state stress suggest suggestion sum_up summarise summarize swear talk talk_up tell term testify
        testimony text thunder title touch_on tout trumpet tweet underline underscore utter vouch weigh_in
        whisper write yell
    """,
    "speech statement backing": """
        attest confirm confirmation corroborate demonstrate disclose disclosure divulge document establish
        evidence exemplify explain expose find finding illustrate note point_out proof prove reflect remind
        reminder reveal revelation shed_light show uncover unveil verify
    """,
    "speech statement distancing": """
        boast brag claim contend contention feign gloat insist insistence lie misstate overstate pretend
        profess purport self-described self-proclaimed self-styled so-called
    """,
    "speech denial neutral": """
        contest denial deny disavow dispute rebut recant repudiate retract rule_out walk_back
    """,
    "speech denial backing": "debunk disprove refute",
    "speech question neutral": """
        ask enquire grill inquire inquiry interrogate press_about press_on query question quiz
    """,
    "speech request neutral": """
        appeal ask_for ask_that ask_to beg beseech call_for call_on call_upon challenge dare demand encourage
        entreat exhort implore insist_on invite lobby persuade petition plea plead press_for pressure push
        request solicit urge
    """,
    "speech proposal neutral": """
        advice advise advocate counsel float introduce offer pitch posit present proposal propose proposition
        put_forth put_forward recommend recommendation submit volunteer
    """,
    "speech promise neutral": """
        assurance assure commit commitment guarantee oath pledge promise swear_to vow
    """,
    "speech threat neutral": "menace threat threaten",
    "speech warning neutral": "alert caution forewarn raise_alarm sound_alarm warn",
    "speech prediction neutral": "forecast foretell predict prediction project projection prophesy",
    "speech accusation neutral": """
        accusation accuse blame charge fault implicate impugn insinuation lawsuit smear sue
    """,
    "speech accusation distancing": "allegation allege",
    "speech criticism neutral": """
        admonish assail attack bash belittle bemoan berate bewail bicker blast boo bristle call_out
        caricature carp castigate chastise chide clash complain complaint condemn condemnation critical
        criticise criticism criticize critique decry denigrate denounce denunciation deplore deride dig
        disapprove discredit disparage dress_down eviscerate excoriate feud fight fire_back fume go_after
        gripe groan grouse grumble hammer harangue harsh heckle hit insult jab jeer knock lambast lambaste
        lament lampoon lash light_into malign mock needle object objection outcry pan poke_fun protest pummel
        rail rant rebuke reprimand ridicule rip satirize savage scathing scoff scold scorch single_out skewer
        slam slap sneer snipe spar squabble swipe take_aim take_exception take_issue take_to_task target
        taunt tear_into trash vilify
    """,
    "speech praise neutral": """
        acclaim admiration admire applaud bless celebrate cheer commend compliment congratulate
        congratulation eulogize extol extoll gratitude greet gush hail honor honour laud plaudit praise rave
        salute thank toast tribute welcome
    """,
    "speech apology neutral": "apologise apologize apology",
    "speech admission backing": """
        acknowledge acknowledgement acknowledgment admission admit come_clean concede concession confess
        confession own_up plead_guilty
    """,
    "speech agreement neutral": """
        accept acquiesce agree agreement approve_of assent back come_out_for concur consensus consent defence
        defend defense embrace endorse endorsement line_up rally side_with stand_behind stand_up_for
        stand_with sympathise sympathize vouch_for
    """,
    "speech rejection neutral": """
        balk baulk break_with brush_aside brush_off come_out_against demur disagree disagreement dismiss
        disown distance eschew laugh_off plead_not_guilty push_back rebuff refusal reject rejection renounce
        resist shoot_down shrug_off snub spurn turn_down wave_off
    """,
    "thought belief neutral": """
        adamant anticipate assess assessment assume assumption attitude belief believe believer calculate
        care certain conceive concept confidence confident confuse consider contemplate conviction convince
        convinced count_on cynical deduce deem divided doubt envisage envision equate evaluate expect
        expectation faith figure foresee guess hold_that hold_view hypothesize idea ideology imagine
        in_eye_of in_view_of infer interest interested interpret interpretation judge judgement judgment
        look_upon mean mindful mindset misunderstand mull no_doubt notion optimistic overestimate perceive
        perception perspective pessimistic philosophy ponder position posture presume presumption prioritise
        prioritize priority puzzle rank rate reckon reconsider regard reputation rethink sceptic sceptical
        scepticism see_as sentiment skeptic skeptical skepticism speculate speculation stance standpoint
        stereotype suppose sure surmise suspect suspicion take_view theorize theory think think_of trust
        unanimous uncertain uncertainty unclear undecided underestimate understand unsure upbeat value view
        weigh wonder
    """,
    "thought belief backing": """
        appreciate aware awareness conscious forget know knowledge memory realise realization realize
        recognise recognition recognize recollect remember unaware
    """,
    "thought wish neutral": """
        ambition aspiration aspire cherish clamor clamour crave desire dream eager favor favour hope hopeful
        hunger hungry inclined keen lean like long_for look_for look_forward love prefer preference
        reluctance reluctant unwilling unwillingness want willing willingness wish would_like would_love
        would_rather yearn
    """,
    "thought plan neutral": """
        agenda aim arrange choice choose conspire decide dedicate determination determine determined devote
        effort focus goal intend intent intention opt pick plan plot prepare purpose pursue pursuit resolve
        scheme set_sight strategy
    """,
    "thought perception neutral": """
        detect experience feel_like glimpse hear look_at look_like notice overhear see seem_like sense
        sound_like spot view_of watch witness
    """,
    "thought perception backing": "discover figure_out find_out learn",
    "thought feeling neutral": """
        affection afraid alarm alarmed amaze ambivalence ambivalent anger angry annoy annoyance annoyed
        antipathy anxiety anxious appall appalled apprehension apprehensive ashamed aversion baffle bitter
        bother comfortable concern delight despise detest disappoint disappointed disappointment discontent
        dislike dismay displeased displeasure distressed disturb disturbed dread embarrass empathize enamored
        enjoy enthusiasm enthusiastic envy exasperate excite excited excitement fascinate fear fearful feel
        feeling fondness frustrate frustration furious fury glad grateful grieve happy hate hatred hesitant
        hesitation horrified hostile hostility impress indignation infuriate infuriated intrigue irritate
        irritated leery loathe marvel misgiving mourn mystify nervous offend outrage outraged overwhelm panic
        passion passionate please pleased pride proud rankle rattle regret rejoice relief relieve relieved
        relish resent revel revile sad satisfied scare scorn shock shocked sorry startle stun surprise
        surprised sympathetic sympathy terrified thankful thrill thrilled trouble troubled uncomfortable
        uneasy unhappy unsettle upset wariness wary worry
    """,
    "thought agreement neutral": """
        adherent admirer adopt align ally approval backer backing believe_in booster defender fan in_favor_of
        in_favour_of loyal proponent subscribe support supporter supportive
    """,
    "thought rejection neutral": """
        against contempt critic defy detractor disapproval disbelieve discount disdain disregard distaste
        distrust mistrust opponent oppose opposition resistance
    """,
    "decree order neutral": """
        allow appoint appointment approve assign authorise authorize ban bar block cancel command commission
        criminalize decision decree designate direct directive edict enact enforce execute extend fine fire
        forbid grant halt hire impose instruct law legalize legislate legislation license lift limit mandate
        nominate nomination ordain order outlaw override overturn pardon penalise penalize permit policy
        prescribe prohibit regulation reinstate repeal require requirement rescind restrict restriction
        reverse revoke sanction sign statute subpoena summon suspend veto warrant
    """,
    "decree ruling neutral": """
        acquit adjudicate award certify convict disqualify enjoin find_guilty hold_in_contempt injunction
        invalidate nullify overrule quash remand rule ruling sentence strike_down uphold verdict void
    """,
    "decree accusation neutral": "arraign censure impeach indict indictment prosecute",
    "decree vote neutral": """
        abstain ballot elect election pass ratify re-elect reelect referendum resolution vote vote_against
        vote_for voter
    """,
}

# Weak words are heads only where no strong one stands in the cue: verbs that lead to another word ("began to
# complain", "issued a denial"), and the papers and places where things are said ("in a letter urging").
WEAK: dict[str, str] = {
    "speech statement neutral": """
        account ad advertisement air analyse analysis analyze apparently apply article attend attract author
        base become begin book bring build campaign carry case cause cease close coin column come compile
        continue count create data deal deliver draw drop earn editorial elicit emerge end engage essay
        evince examine expand explore express fact fall file finish follow footage force gain generate get
        give go grow handle happen heap help hold hurl image interview investigate issue join keep language
        launch lay lead letter lodge magazine make manage meet memo memoir message mount move need newspaper
        number op-ed open page pause pay pivot point poll pour press probe proceed produce prompt provide
        pump put quick quickly quit raise reach react reaction receive record release remain reportedly
        research resort response rest return review run seize send serve set share shift site sound source
        spark speech spend stand start statement statistic stay step stick stop story study style survey
        switch take tend throw track transcript turn unleash use vent version video visit voice walk website
        win word work zero
    """,
    "speech request neutral": "seek",
    "speech rejection neutral": """
        avoid decline dodge duck evade fail forgo hesitate ignore refrain refuse stop_short
    """,
    "speech statement distancing": "allegedly purportedly supposedly",
    "thought perception neutral": "appear look seem seemingly",
    "thought plan neutral": """
        attempt bound due poise prepared ready schedule seek_to set_to slate strive struggle try
    """,
    "thought belief neutral": "able clear likely obvious unable unlikely",
}
# With a thought after one of these, the thought was uttered: "expressed hope" is speech, and a wish.
UTTERING = frozenset("air express raise share vent voice".split())

# A cue that is nothing but these: "Lee: …", "… —Lee", "in a post", "by".
BARE = frozenset(": - – — in on of to for by from with under about as at into behind via after".split())

# An adverb beside the head that says where the outlet stands.
BACKING_ADVERBS = frozenset("accurately aptly correctly rightly truthfully".split())
DISTANCING_ADVERBS = frozenset(
    "allegedly baselessly erroneously falsely inaccurately incorrectly misleadingly mistakenly purportedly "
    "supposedly wrongly".split()
)

# Forms that no plain rule gives, each with its lemma.
_IRREGULAR = """
    am:be are:be been:be being:be is:be was:be were:be became:become began:begin begun:begin broke:break
    broken:break brought:bring built:build chose:choose chosen:choose came:come did:do does:do done:do
    drawn:draw drew:draw dreamt:dream fallen:fall fell:fall felt:feel fought:fight found:find forbade:forbid
    forbidden:forbid foresaw:foresee foreseen:foresee foretold:foretell forgot:forget forgotten:forget
    got:get gotten:get gave:give given:give goes:go gone:go went:go grew:grow grown:grow had:have has:have
    having:have heard:hear held:hold kept:keep knew:know known:know laid:lay led:lead learnt:learn lit:light
    made:make meant:mean met:meet misunderstood:misunderstand overheard:overhear overridden:override
    overrode:override paid:pay pled:plead ran:run said:say saw:see seen:see sought:seek sent:send shot:shoot
    shown:show sang:sing sung:sing spoke:speak spoken:speak spent:spend stood:stand stuck:stick struck:strike
    swore:swear sworn:swear taken:take took:take tore:tear torn:tear told:tell thought:think threw:throw
    thrown:throw understood:understand upheld:uphold won:win written:write wrote:write
"""
IRREGULAR: dict[str, str] = {form: lemma for form, _, lemma in (p.partition(":") for p in _IRREGULAR.split())}
