"""Names and qualifiers that take a stand. Facts about English, nothing else.

Out: tables from a stand to words. Nouns are lemmas, plurals are made; `_` stands for a space or a hyphen, `-`
for a hyphen. Praise is listed as abuse is, and every side's words for the other. Neutral words ("government",
"police", "protesters") are no labels.
"""

from __future__ import annotations

# Labels wherever they stand.
NOUNS: dict[str, str] = {
    # Who fights, by those who fight him. "Fighter", "soldier" and "army" are neutral.
    "fighters": """
        armed_gang bandit bomb_thrower brigand child_killer criminal_gang death_squad eco-terrorist
        ecoterrorist extremist guerilla guerrilla gunman henchman hired_gun infiltrator insurgent
        insurrectionist invader irregulars jihadi jihadist marauder mercenary militant militia militiaman
        mutineer narco-terrorist paramilitary pillager proxy putschist rebel saboteur secessionist
        separatist takfiri terror terrorist ultranationalist vigilante warlord
    """,
    # Who fights or dies, by those who are with him.
    "fighters, glorified": """
        fedayee fedayeen fighter_of_freedom freedom_fighter hero heroine holy_warrior liberator martyr
        mujahedeen mujahid mujahideen mujahidin partisans resistance_fighter revolutionaries shahid
        valiant_defender war_hero
    """,
    # Who rules, and how. "Government", "leader" and "president" are neutral.
    "rule": """
        aggressor apartheid_regime apartheid_state autocracy autocrat axis_of_evil banana_republic cabal
        client_state clique despot dictator dictatorship evil_empire failed_state fascist_state junta
        kleptocracy kleptocrat occupation_regime occupier oligarch oligarchy oppressor pariah_state
        police_state puppet_government puppet_regime regime rogue_regime rogue_state rubber-stamp_parliament
        strongman terror_state terrorist_state theocracy tyranny tyrant usurper vassal_state warmonger
        zionist_enemy zionist_entity zionist_regime
    """,
    # Who serves whom.
    "servants": """
        apologist apparatchik bootlicker collaborationist crony fifth_column fifth_columnist flunkey
        foreign_agent goon hireling lackey lapdog loyalist minion mouthpiece propagandist puppet quisling
        stooge sycophant toady traitor turncoat useful_idiot yes_man
    """,
    # What people are taken for by what they think or believe.
    "beliefs": """
        anti-semite anti-vaxxer antisemite apostate bigot birther climate_change_denier climate_denier
        commie conspiracist conspiracy_theorist crackpot cultist demagogue doomsayer election_denier fanatic
        fascist firebrand fundamentalist globalist hard_liner hardliner heretic holocaust_denier homophobe
        infidel islamist islamofascist leftie lefty misogynist moonbat neo-fascist neo-nazi neofascist
        populist racist remoaner salafist scaremonger supremacist truther wahhabi war_hawk warhawk
        white_nationalist white_supremacist wingnut xenophobe zealot
    """,
    # Where people come from, what they own or do.
    "people": """
        anchor_baby asylum_shopper benefit_cheat benefit_scrounger bleeding_heart bogus_asylum_seeker
        bogus_refugee coastal_elite corporate_elite criminal_alien culture_warrior do-gooder draft_dodger
        eco-warrior economic_migrant fat_cat freeloader gravy_train health_tourist illegal_alien
        illegal_immigrant illegal_migrant illegals liberal_elite metropolitan_elite nimby robber_baron
        ruling_clique scrounger slumlord social_justice_warrior tree_hugger undocumented_immigrant
        undocumented_migrant vulture_fund welfare_queen woke_mob
    """,
    # Who breaks the peace. "Protester" and "suspect" are neutral.
    "disorder": """
        agitator anarchist hoodlum hooligan horde lawbreaker looter lynch_mob mob outlaw provocateur rabble
        rabble-rouser ringleader rioter ruffian subversive thug troublemaker vandal
    """,
    # Causes and measures, by friends and foes.
    "causes": """
        bedroom_tax cancel_culture class_warfare conspiracy_theory culture_of_death culture_war death_cult
        death_panel death_tax deep_state dementia_tax gender_ideology great_replacement job-killer land_grab
        nanny_state partial-birth_abortion power_grab race_baiting reign_of_terror smokescreen stealth_tax
        surrender_bill tax_grab virtue_signaling virtue_signalling woke_agenda woke_ideology
    """,
    # What is called untrue, unfair or staged; and those who print it.
    "media": """
        agitprop fake_media fake_news fear-mongering fearmongering gutter_press hatchet_job hit_piece hoax
        kangaroo_court lamestream_media lying_press presstitute propaganda propaganda_machine scaremongering
        sham_election sham_referendum sham_trial sham_vote show_trial smear_campaign troll_army
        troll_factory troll_farm witch_hunt witchhunt yellow_press
    """,
    # What is done, by those to whom it was done.
    "deeds": """
        atrocity bloodbath bloodletting butchery ethnic_cleansing mass_murder massacre pogrom state_terror
        state_terrorism stitch-up
    """,
    # Abuse, whomever it is for.
    "abuse": """
        arch-villain barbarian bloodsucker blowhard braggart buffoon charlatan con_artist con_man cretin
        crook degenerates despoiler enemy_of_the_people enemy_of_the_state evildoer feminazi fraudster
        half-wit hate_preacher hatemonger hypocrite idiot imbecile impostor libtard low-life lowlife lunatic
        madman maniac miscreant moron nutcase paper_tiger pariah public_enemy quack riff-raff riffraff
        scoundrel scum scumbag snake_oil_salesman subhuman swindler tinpot_dictator vermin war_criminal
        wretches
    """,
    # Praise, whomever it is for.
    "praise": """
        beacon_of_democracy beacon_of_freedom beacon_of_hope champion_of_democracy champion_of_freedom
        defender_of_democracy defender_of_the_nation dissident father_of_the_nation man_of_peace
        man_of_the_people national_treasure patriot peacemaker political_prisoner prisoner_of_conscience
        reformer savior saviour statesman stateswoman trailblazer unsung_hero visionary whistle-blower
        whistleblower woman_of_the_people
    """,
}

# Labels only when said of something: elsewhere they are too often meant as they stand.
PREDICATED: dict[str, str] = {
    "servants": """
        accomplice agent asset collaborator figurehead instrument judas pawn poodle satellite servant spy
        time-server tool vassal
    """,
    "rule": "bully fascism megalomaniac slave_state",
    "beliefs": """
        alarmist authoritarian cult cynic denier doom-monger fantasist ideologue luddite marxist nazi radical
        reactionary stalinist totalitarian zionist
    """,
    "abuse": """
        abomination backstabber bigmouth blackguard blabbermouth boor brat bungler busybody cad chancer cheat
        cheapskate clown coward crank creep criminal dimwit disgrace dolt dope drama_queen dullard dunce
        embarrassment failure fool fraud gangster gasbag ghoul gold_digger grifter has-been hothead ignoramus
        ingrate jackass jobsworth killer killjoy know-all know-it-all laughing_stock layabout liar
        loose_cannon loser loudmouth lout meddler menace mobster moaner monster mudslinger murderer narcissist
        nitwit nobody nonentity nuisance numbskull oaf opportunist parasite pen-pusher pervert pest philistine
        plotter prima_donna profiteer pushover racketeer rascal relic robber rogue schemer scourge scrounge
        sell-out sellout shirker show-off shyster simpleton slanderer snob spiv spoilsport swine thief
        trickster troll twit upstart villain weakling whiner whinger wimp windbag wrecker yob
    """,
    "disguises": """
        charade circus cloak con cover cover-up facade fairy_tale farce façade fig_leaf front gimmick
        greenwash mask mockery publicity_stunt racket rip-off rubber_stamp ruse scam sham sop
        sticking_plaster stunt swindle travesty whitewash
    """,
    "deeds": """
        act_of_aggression act_of_barbarism act_of_terror act_of_terrorism act_of_treason act_of_war
        aggression apartheid barbarism blackmail catastrophe crime crime_against_humanity daylight_robbery
        fiasco genocide holocaust libel lie provocation scandal shambles slander smear stolen_goods
        terrorism treason vendetta war_crime
    """,
    "praise": """
        beacon genius gentleman godsend guardian_angel idol lifesaver marvel masterpiece paragon prodigy
        role_model saint
    """,
}

# Labels only with a verb of naming.
CALLED: dict[str, str] = {
    "abuse": """
        animal ape bastard beast bitch bloodhound brute bully butcher cancer cockroach cowboy crap crybaby
        demon devil dinosaur disaster disease dodo dog donkey dwarf filth fossil garbage gossip hack hyena
        infection insect jackal joke leech lightweight lizard locust monkey mosquito nonsense ogre peacock pig
        pirate plague poison predator rat reptile rubbish satan savage serpent shame shark sheep skunk snake
        snowflake stain swamp theater theatre toad trash turkey vampire viper virus vulture weasel witch worm
    """,
    "praise": """
        angel champion father giant gift hope icon inspiration jewel legend lion miracle mother pillar
        pioneer rock star tiger treasure triumph warrior
    """,
    "deeds": """
        betrayal blackmail bribe coup distraction escalation fabrication insult invasion
        invention occupation sabotage slap_in_the_face stab_in_the_back theft threat trap trick trickery
        turning_point
    """,
}

# Adjectives before any noun.
ADJECTIVES: dict[str, str] = {
    "abuse": """
        anti-semitic antisemitic barbaric bloodthirsty bogus dastardly despotic dictatorial discredited
        disgraced evil fanatical fascistic genocidal godless hate-filled infamous islamophobic murderous
        notorious phoney phony power-hungry rogue scheming terror-sponsoring terror-supporting totalitarian
        traitorous treacherous treasonous tyrannical usurping war-mongering warmongering xenophobic
    """,
    "beliefs": """
        anti-choice extreme-left extreme-right far-left far-right fundamentalist hard-left hard-right
        loony_left pro-abortion pro-choice pro-life radical_islamic radicalised radicalized
        ultra-nationalist
    """,
    "praise": "freedom-loving heroic martyred peace-loving saintly valiant",
}

# Adjectives only with a verb of naming: "called the vote rigged".
CALLED_ADJECTIVES: dict[str, str] = {
    "abuse": """
        abhorrent absurd anti-democratic appalling arrogant authoritarian baseless brutal callous corrupt
        cowardly crazy criminal crooked cruel cynical dangerous delusional deranged despicable disgraceful
        disgusting dishonest disloyal extremist false farcical fraudulent groundless gutless heartless heinous
        hypocritical illegal illegitimate immoral incompetent inhuman inhumane insane invalid irresponsible
        laughable ludicrous mad militant outrageous pathetic politically_motivated provocative racist radical
        reckless repressive ridiculous rigged ruthless savage shameful shameless sickening spineless stupid
        terrorist traitorous two-faced un-american unacceptable unconstitutional undemocratic unlawful
        unpatriotic useless vindictive wicked worthless
    """,
    "praise": """
        brave courageous democratic exemplary fearless great heroic historic honorable honourable inspiring
        legitimate noble patriotic visionary
    """,
}

# Words that take away from the name behind them. Mere doubt ("alleged") is a hedge: see `hedges`.
QUALIFIERS: dict[str, str] = {
    "delegitimising": """
        pseudo quote-unquote self_anointed self_appointed self_declared self_described self_proclaimed
        self_professed self_styled so_called socalled soi-disant wannabe would-be
    """,
}

# Printed with a capital in any case, so that one doesn't make them part of a name.
CAPITAL = frozenset(
    "islamist islamofascist judas luddite marxist nazi neo-nazi salafist takfiri wahhabi zionist".split()
)
