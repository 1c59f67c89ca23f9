"""Whether a statement was made, on invented sentences: source [S], cue [C] and content [Q]."""

import pytest

from onrecord.analysis.status import statement_status
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Status
from tests.factory import parse_marked

# Said, whatever signs stand near: other clauses, contents, names, idioms.
ASSERTED = [
    "[S Lee] [C said] [Q that it rained].",
    "[Q “It rained,”] [S Lee] [C said].",
    "[S Lee] [C denied] [Q taking the money].",
    "[S He] [C said] [Q he did not know].",
    "[Q “I did not say that,”] [S he] [C said].",
    "[S The minister] not only [C said] [Q it would rain] but bet on it.",
    "[S Lee] [C asked] [Q whether it would rain].",
    "[S The mayor] did not resign and [C said] [Q he would stay].",
    "[S The mayor] did not resign but [C said] [Q he would stay].",
    "[S Lee], who did not resign, [C said] [Q it was over].",
    "[S Lee] never tires of [C saying] [Q that taxes are too high].",
    "[S Lee] could not help but [C admire] [Q the bridge].",
    "[S Lee] could not [C agree] more [Q that it was time].",
    "[S No. 10] [C said] [Q the talks were over].",
    "[S No fewer than six officials] [C said] [Q the talks were over].",
    "[S Lee] [C has no doubt] [Q that it will rain].",
    "[S The panel] had to [C admit] [Q that it was wrong].",
    "[S Lee] would later [C tell] reporters [Q that he was sorry].",
    "[S Lee] would go on to [C say] [Q that he was sorry].",
    "[S Lee] did [C say] [Q that he was sorry].",
    "[S Will Park] [C said] [Q it was late].",
    "In May [C said] [S Lee] [Q it was late].",
    "In May [S Lee] [C said] [Q it was late].",
    "[S They] took to the streets to [C demand] [Q bread].",
    "[S They] could [C see] [Q that the bridge was gone].",
    "[S Lee] was quick to [C point out] [Q that it rained].",
    "The vote forced [S the mayor] to [C concede] [Q that he had lost].",
    "Not until Friday did [S the army] [C say] [Q that it had left].",
    "[S Lee] [C plans] [Q a new bridge].",
    "[S Lee] [C plans] [Q to announce a new bridge].",
    "[S Lee] [C refused] [Q to resign].",
    "Asked if it rained, [S Lee] [C said] [Q no].",
    "[C Asked] [Q if it rained], Lee said no.",
    "[S Lee] [C would like] [Q a new bridge].",
    "[S Lee] [C said] [Q nothing would change].",
    "[C According to] [S Lee], [Q no one was hurt].",
    "[S Lee] rejected [C claims] [Q that he stole].",
    "Without waiting for the vote [S Lee] [C said] [Q it was over].",
    "[Q “Did he lie?”] [S Lee] [C asked].",
    "Not surprisingly, [S Lee] [C said] [Q it was over].",
    "[S Lee] did not hesitate to [C say] [Q it was over].",
    "[S Lee] made no secret of his [C belief] [Q that it was over].",
    "[S Lee] rarely [C said] [Q that it rained].",
    "[S Lee] cannot but [C admit] [Q that it rained].",
    "[S Lee] was not there, but he [C said] [Q it rained].",
    "Although [S Lee] was not there, he [C said] [Q it rained].",
    "[Q Lee will resign], [C said] [S Park].",
    "[Q The army will leave], [S Lee] [C said].",
    "[S Lee], who may resign, [C said] [Q it rained].",
    "[S Lee], who will turn 60 in May, [C told] them [Q it rained].",
    "[S Lee], a man who never smiles, [C said] [Q it rained].",
    "If it rains, [S Lee] [C said], [Q they will stay].",
    "[Q If it rains], [S Lee] [C said], [Q they will stay].",
    "When he was asked about the rain, [S Lee] [C replied] [Q that he had not seen it].",
    "Asked why he had not come, [S Lee] [C said] [Q he was ill].",
    "Unlike Park, who did not speak, [S Lee] [C said] [Q it rained].",
    "[S Lee] could only [C see] [Q that it rained].",
    "[Q It did not rain], [C according to] [S Lee].",
    "[Q It would not rain], [C according to] [S Lee].",
    "[Q There will be rain], [C according to] [S Lee].",
    "[Q There is no doubt], [S Lee] [C said].",
    "[Q “Not now,”] [S Lee] [C said].",
    "[Q “No,”] [S Lee] [C said].",
    "No, [S Lee] [C said], [Q it did not rain].",
    "[S Lee] did not stay but [C told] them [Q it rained].",
    "[S Lee] went on to [C say] [Q it rained].",
    "[S Lee] began to [C complain] [Q that it rained].",
    "[S Lee] managed to [C say] [Q that it rained].",
    "[S Lee] used to [C say] [Q that it rained].",
    "[S Lee] has always [C said] [Q that it rained].",
    "[S Lee] was asked to leave and [C said] [Q it rained].",
    "[S The court] [C ruled] [Q that it could not decide].",
    "[S Lee] is known to have [C said] [Q that it rained].",
    "[S Lee] called a meeting to [C announce] [Q a plan].",
    "[S He] wrote to [C say] [Q that it rained].",
    "[S Lee] was not alone in [C saying] [Q that it rained].",
    "[S Lee] was not the first to [C say] [Q that it rained].",
    "It is not the first time [S Lee] has [C said] [Q that it rained].",
    "No sooner had [S he] [C said] [Q that it rained] than it stopped.",
    "[S Lee] [C refused] [Q a bribe].",
    "[S Lee] [C denied] [Q that he had said so].",
    "[S Nobody’s Child], a charity, [C said] [Q it rained].",
    "[S A spokesman who could not be named] [C said] [Q it rained].",
    "[S An official, not authorised to speak,] [C said] [Q it rained].",
    "An official not authorised to speak [C said] [Q it rained].",
    "[S Sources who asked not to be named] [C said] [Q it rained].",
    "A man who would not give his name [C said] [Q it rained].",
    "[Q He must not resign], [S Lee] [C said].",
    "[S Lee][C :] [Q “No one was hurt.”]",
    "[S Lee] used the occasion to [C say] [Q it was over].",
    "[S The office] did not answer [S Lee]’s [C claim] [Q that it rained].",
    "[S Lee] would [C say] only [Q that it rained].",
    "[S Lee] would only [C say] [Q that it rained].",
    "[S The port] [C avoided] [Q raising fees].",
    "[S Lee] was urged to leave and [C said] [Q it rained].",
    "[S Lee] [C was told] [Q to leave].",
    "A few minutes later [S Lee] [C said] [Q it rained].",
    "[S A few officials] [C said] [Q it rained].",
    "Few minutes passed before [S Lee] [C said] [Q it rained].",
    "[S Lee] [C has no doubt] [Q that he said so].",
    "[S Lee] [C doubted] [Q that it rained].",
    "[S Lee] [C threatened] [Q to leave].",
    "[S Lee] [C said] [Q Park had kept silent].",
    "[Q “It rained”] is something [S Lee] [C said].",
]

# Not said, denied, declined, left out.
NEGATED = [
    "[S Lee] did not [C say] [Q whether it rained].",
    "[S Lee] [C did not say] [Q whether it rained].",
    "[S Lee] didn't [C say] [Q whether it rained].",
    "[S Lee] didn’t [C say] [Q whether it rained].",
    "[S Lee] didnt [C say] [Q whether it rained].",
    "[S Lee] did not immediately [C respond] [Q to a request].",
    "[S Lee] never [C said] [Q that it rained].",
    "[S Lee] has not, so far, publicly [C said] [Q that it rained].",
    "[S Lee] has repeatedly refused to [C say] [Q whether it rained].",
    "[S Lee] declined to [C comment] [Q on the rain].",
    "[S Lee] [C declined] [Q to comment on the rain].",
    "[S Lee] [C declined] [Q requests for comment].",
    "[S Lee] refused on Friday to [C say] [Q who had paid].",
    "[S Lee] would not [C say] [Q who had paid].",
    "[S Lee] won't [C say] [Q who had paid].",
    "[S Lee] cannot [C say] [Q who had paid].",
    "[S Lee] left without [C saying] [Q who had paid].",
    "[S No official] has [C said] [Q who had paid].",
    "No [S official] has [C said] [Q who had paid].",
    "[S Nobody] [C said] [Q who had paid].",
    "No one in the office has [C said] [Q who had paid].",
    "[S No one in the office] has [C said] [Q who had paid].",
    "[S Lee] stopped short of [C saying] [Q who had paid].",
    "[S Neither Lee nor Park] [C commented] [Q on the rain].",
    "Neither [S Lee] nor [S Park] [C commented] [Q on the rain].",
    "Neither side [C commented] [Q on the rain].",
    "Nor did [S he] [C say] [Q who had paid].",
    "At no point did [S he] [C say] [Q who had paid].",
    "[S Lee] did not [C deny] [Q that he had paid].",
    "[S Lee] [C said nothing about] [Q the rain].",
    "[S Lee] [C said] nothing about [Q the rain].",
    "[S Lee] [C made no mention of] [Q the rain].",
    "[S Lee] [C had no comment] [Q on the rain].",
    "[S Lee] [C offered no apology] [Q for the rain].",
    "[S Lee] does not [C believe] [Q that it rains].",
    "[S Lee] no longer [C believes] [Q that it rains].",
    "I don’t [C think] [Q that it rains].",
    "[S Lee] would neither [C confirm] nor deny [Q that it rained].",
    "[S Lee] would neither confirm nor [C deny] [Q that it rained].",
    "[S Lee] declined to confirm or [C deny] [Q that it rained].",
    "[S Lee] has yet to [C say] [Q who had paid].",
    "[S The court] did not [C rule] [Q on the appeal].",
    "[S Lee] did not want to [C say] [Q who had paid].",
    "[S Lee] was unable to [C say] [Q who had paid].",
    "[S Lee] denied [C saying] [Q that it rained].",
    "[S Lee] denied that [S he] had [C said] [Q that it rained].",
    "[S Lee] decided not to [C say] [Q who had paid].",
    "There was no [C statement] [Q on the rain].",
    "[S The army] [C did not return calls seeking] [Q comment].",
    "[S Officials] could not be reached for [C comment] [Q on the rain].",
    "[S Lee] left without ever [C saying] [Q who had paid].",
    "[S Lee] has never once [C said] [Q that it rained].",
    "[S LEE] DID NOT [C SAY] [Q WHO PAID].",
    "[S The minister] wouldnt [C say] [Q who paid].",
    "[S The minister] cant [C say] [Q who paid].",
    "[S The minister], when pressed, would not [C say] [Q who paid].",
    "[S Lee] isn’t [C saying] [Q who paid].",
    "Instead of [C saying] [Q who paid], Lee left.",
    "[S Lee] avoided [C saying] [Q who paid].",
    "[S None of the ministers] [C said] [Q who paid].",
    "None of the [S ministers] [C said] [Q who paid].",
    "[S Not one minister] [C said] [Q who paid].",
    "Not once did [S Lee] [C say] [Q who paid].",
    "Not once has [S the minister] publicly [C said] [Q who paid].",
    "[S Lee] failed to [C mention] [Q the rain].",
    "[S Lee] did nothing to [C explain] [Q the rain].",
    "[S Lee] [C told nobody] [Q that it rained].",
    "[S Lee] [C gave no comment] [Q on the rain].",
    "[S Lee] [C gave no details of] [Q the plan].",
    "[S Lee] [C has no plans to announce] [Q a bid].",
    "[S Lee] hardly [C believed] [Q that it rained].",
    "[S Lee] didn’t go so far as to [C say] [Q that it rained].",
    "[S Lee] was reluctant to [C say] [Q who paid].",
    "[S Lee] [C refused to say] [Q who paid].",
    "[S Lee] [C refused] [Q to answer].",
    "[S Lee] has not yet decided whether to [C endorse] [Q Park].",
    "[S Lee] [C decided not to say] [Q who had paid].",
    "[S Lee] [C has not taken a stand against] [Q the plan].",
    "[S Lee] [C stopped short of] [Q blaming Park].",
    "[S Nobody], so far as we know, has [C said] [Q who paid].",
    "[S Few officials] have [C admitted] [Q that it rained].",
    "[S Hardly any officials] have [C said] [Q that it rained].",
    "[S Almost no officials] have [C said] [Q that it rained].",
    "[S Lee] [C remained silent on] [Q the rain].",
    "[S Lee] [C has kept quiet about] [Q the rain].",
    "[S Lee] [C stayed silent about] [Q the rain].",
    "[S Lee] [C withheld comment on] [Q the rain].",
    "[S Lee] [C skirted the question of] [Q who paid].",
    "[S Lee] [C dodged every question about] [Q the rain].",
    "[S Lee] [C would not be drawn on] [Q the rain].",
    "[S Lee] [C told him no such thing]: [Q that it rained].",
    "[S Lee] [C told] him no such thing as [Q that it rained].",
    "[Q “It rained”] is not something [S Lee] [C said].",
    "[Q “It rained”] was never a thing that [S he] [C said].",
    "[S Lee] neither [C confirmed nor denied] [Q that it rained].",
    "[S Lee] neither confirmed nor [C denied] [Q that it rained].",
]

# To be said.
FUTURE = [
    "[S Lee] will [C say] [Q that it rained].",
    "[S Lee] will on Friday [C announce] [Q a new bridge].",
    "[S Lee] is to [C announce] [Q a new bridge].",
    "[S Lee] is set to [C announce] [Q a new bridge].",
    "[S Lee] plans to [C announce] [Q a new bridge].",
    "[S Lee] [C plans to announce] [Q a new bridge].",
    "[S Lee]’s going to [C tell] them [Q that it rained].",
    "[S He]’ll [C tell] them [Q that it rained].",
    "Only then will [S she] [C say] [Q who paid].",
    "[S He] said he would [C announce] [Q a new bridge].",
    "Lee said [S he] would later [C announce] [Q a new bridge].",
    "[S Lee] to [C announce] [Q a new bridge]",
    "Nothing is done until [S the court] [C rules] [Q on the appeal].",
    "[S The court] is about to [C rule] [Q on the appeal].",
    "[S The court] will later [C rule] [Q on the appeal].",
    "[S The army] said on Monday that [S it] would [C announce] [Q a truce].",
    "[S Lee] is due, on Friday, to [C announce] [Q a truce].",
    "[S Lee] will, aides expect, [C announce] [Q a truce].",
    "[S The court] shall [C decide] [Q the appeal].",
    "[S Lee] was to have [C announced] [Q a truce].",
    "[S Lee] is preparing to [C announce] [Q a truce].",
    "[S Lee] [C will be asked] [Q if it rained].",
    "[S Lee] [C is set to release details of] [Q the plan].",
    "[S Lee] [C threatened to tell] the court [Q that it rained].",
    "[S Lee] [C vowed to tell] the court [Q that it rained].",
    "[S Lee] [C promised to announce] [Q a truce].",
]

# Perhaps said: modals, hearsay, conditions, wishes.
POSSIBLE = [
    "[S Lee] may have [C said] [Q that it rained].",
    "[S Lee] might [C say] [Q that it rained].",
    "[S Lee] could [C argue] [Q that it rained].",
    "[S Lee] is expected to [C say] [Q that it rained].",
    "[S Lee] is likely to [C announce] [Q a new bridge].",
    "If [S he] [C says] [Q that it rained], he is wrong.",
    "[S Lee] would [C say] [Q that it rained].",
    "[S Lee] is believed to have [C told] them [Q that it rained].",
    "[S Lee] reportedly [C told] them [Q that it rained].",
    "Perhaps [S Lee] [C believed] [Q that it rained].",
    "They urged [S Lee] to [C say] [Q that it rained].",
    "[S Lee] [C wants to tell] them [Q that it rained].",
    "[S Lee] hopes to [C tell] them [Q that it rained].",
    "Had [S Lee] [C said] [Q that it rained], they would have stayed.",
    "It is unclear whether [S Lee] [C said] [Q that it rained].",
    "[S He]’d [C say] [Q that it rained].",
    "[S The court] may [C order] [Q a new vote].",
    "[S Lee] can [C say] [Q what he wants].",
    "[S Lee] should [C apologise] [Q for the rain].",
    "[S Lee] must [C apologise] [Q for the rain].",
    "[S Lee] might well have [C thought] [Q that it rained].",
    "Unless [S Lee] [C apologises] [Q for the rain], they go.",
    "[S Lee] seemed to [C suggest] [Q that it rained].",
    "[S Lee] allegedly [C threatened] [Q to leave].",
    "[S Lee] is said to have [C told] them [Q it rained].",
    "[S Lee] wanted [S Park] to [C say] [Q that it rained].",
    "[S Lee] called on [S Park] to [C say] [Q that it rained].",
    "[S Lee] has the right to [C say] [Q that it rains].",
    "Should [S Lee] [C say] [Q that it rains], they go.",
    "[S Lee] acted as if [S he] had [C said] [Q that it rained].",
    "[S Lee] [C is reported to have said] [Q that it rained].",
    "[S Lee] [C could give a dozen reasons against] [Q the plan].",
    "[S Lee] [C is expected to announce] [Q a truce].",
    "[S Lee] [C is rumoured to have said] [Q that it rained].",
    "[S Lee] [C is rumored to have told] them [Q that it rained].",
    "[S Lee] [C was reported to have said] [Q that it rained].",
    "[S Lee] [C was urged to say] [Q that it rained].",
    "[S Lee] [C was asked to say] [Q that it rained].",
    "[S Lee] [C was told to say] [Q that it rained].",
    "[S Lee] [C offered to tell] the court [Q that it rained].",
    "[S Lee] [C was pressed to say] [Q that it rained].",
    "[S Lee] was pressed to [C say] [Q that it rained].",
    "[S Lee] [C was ordered to tell] them [Q that it rained].",
    "[S Lee] [C was called on to say] [Q that it rained].",
    "[S Lee] [C is supposed to say] [Q that it rained].",
    "Park doubted that [S Lee] had [C said] [Q that it rained].",
    "Park doubts [S he] [C said] [Q that it rained].",
    "It is doubtful whether [S Lee] [C said] [Q that it rained].",
]

# Asked for only.
ASKED = [
    "Reporters asked whether [S he] had [C said] [Q that it rained].",
    "When asked if [S she] [C believed] [Q that it rained], Lee left.",
    "Asked by reporters whether [S the minister] [C believed] [Q that it rained], Lee left.",
    "Did [S he] [C say] [Q that it rained]?",
    "Why would [S he] [C say] [Q that it rained]?",
    "Who [C said] [Q that it rained]?",
    "The question is whether [S the army] [C said] [Q it would leave].",
    "Has [S the army] [C said] [Q it would leave]?",
    "[Q What] did [S Lee] [C say]?",
    "They wanted to know; they asked Park whether [S Lee] had [C said] [Q it rained].",
    "Pressed on whether [S he] [C believed] [Q it rained], Lee left.",
    "Didn't [S he] [C say] [Q it rained]?",
    "Asked by a lawyer, Ida Park, whether [S he] [C had ever said] [Q who paid], Lee left.",
]


CASES = [
    pytest.param(marked, status, id=f"{status}: {marked}")
    for status, all_marked in (
        (Status.ASSERTED, ASSERTED),
        (Status.NEGATED, NEGATED),
        (Status.FUTURE, FUTURE),
        (Status.POSSIBLE, POSSIBLE),
        (Status.ASKED, ASKED),
    )
    for marked in all_marked
]


def status_in(marked: str, before: str = "") -> Status:
    """The status of a marked sentence that stands behind another text."""
    read = parse_marked(marked)
    stmt, shift = read.statements[0], len(before)

    def moved(spans: tuple[tuple[int, int], ...]) -> Spans:
        return tuple(Span(start + shift, end + shift) for start, end in spans)

    text = before + read.text
    return statement_status(
        text, moved(stmt.source), moved(stmt.cue), moved(stmt.content), Span(shift, len(text))
    )


@pytest.mark.parametrize(("marked", "status"), CASES)
def test_the_status_of_a_sentence(marked: str, status: Status) -> None:
    assert status_in(marked) is status


@pytest.mark.parametrize(("marked", "status"), CASES)
def test_a_sentence_before_changes_nothing(marked: str, status: Status) -> None:
    assert status_in(marked, "Park will not say so if asked. ") is status


@pytest.mark.parametrize(("marked", "status"), CASES)
def test_names_change_nothing(marked: str, status: Status) -> None:
    swapped = marked.replace("Lee", "Nevena Dovan-Shallit").replace("Park", "Can Mayer")
    assert status_in(swapped) is status


@pytest.mark.parametrize("mark", ["'", ""])
@pytest.mark.parametrize("marked", [marked for marked in NEGATED if "’" in marked])
def test_apostrophes_may_be_straight_or_stripped(marked: str, mark: str) -> None:
    assert status_in(marked.replace("’", mark)) is Status.NEGATED


def test_a_statement_without_source_or_cue_is_asserted() -> None:
    assert statement_status("“No,” and no more.", (), (), (Span(0, 5),), Span(0, 18)) is Status.ASSERTED


def test_a_cue_in_two_parts_is_read_whole() -> None:
    text = "Lee did not, he added, say so."
    cue = (Span(4, 11), Span(23, 26))
    assert statement_status(text, (Span(0, 3),), cue, (Span(27, 29),), Span(0, 30)) is Status.NEGATED


@pytest.mark.parametrize("words", ["not ", "asked if a ", "none of a b ", "“", "would ", "to "])
def test_an_endless_sentence_is_cut_short(words: str) -> None:
    text = words * 20_000 + "said it."
    end = len(text)
    status = statement_status(text, (), (Span(end - 8, end - 4),), (Span(end - 3, end - 1),), Span(0, end))
    assert status in Status
