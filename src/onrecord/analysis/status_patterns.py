"""The signs by which a statement is told to be denied, to come, possible or asked for. Tables only.

`LEFT` is tried in order on the skeleton of what stands before a verb (see `status`). Each of its patterns
allows only a verb group, `G`, between its sign and the verb. What is meant stands above each pattern.
"""

from __future__ import annotations

import re

from onrecord.analysis.status_skeleton import HELPERS, MODALS
from onrecord.model.statement import Status

BE = "am|are|be|been|being|is|was|were"
# Words of a verb group that pass a sign on to its last verb: "has not been able to say".
PASSING = (
    "LED|able|allowed|appear|appeared|appears|asked|begin|beginning|began|begun|bring|brought|choose"
    "|chose|chosen|come|continue|continued|dare|expected|expecting|feel|go|going|gone|inclined|known"
    "|likely|need|needed|obliged|on|perhaps|permitted|planning|prepared|ready|required|seem|seemed|seems"
    "|seen|start|started|starting|to|tried|try|trying|used|want|wanted|wanting|wants|willing|wish|wished"
)
G = rf"(?:(?:{HELPERS}|{MODALS}|{PASSING}) )*+"
V = r"(?:(?:an?|any|as|many|much|the) )*(?:BASE|SAYS|SAID|ING)$"
# A modal or "to" rules a base form, or a helper that rules another, not "in May said", "in reply to claims".
RULED = r"(?:BASE|(?:(?<=be )|(?<=been )|(?<=being )|(?<=have )|(?<=get ))(?:SAID|ING))$"
WORD = r"(?:(?!(?:and|but) )[a-zA-Z]+ )"  # of the same clause
WHO = r"(?:(?:that )?(?:S |(?:[a-z]+ ){1,3}))"
START = r"(?:^|[,;:\"”“] |\b(?:and|but|so|then) )"  # where a clause begins

REFUSE = (
    "declin(?:e|es|ed|ing)|fail(?:s|ed|ing|ure)?|forgot|hesitant|hesitat(?:e|es|ed)|inability|loath"
    "|neglect(?:s|ed|ing)?|omit(?:s|ted|ting)?|refus(?:e|es|ed|ing|al)|reluctance|reluctant|too [a-z]+"
    "|unable|unlikely|unwilling|unwillingness|yet"
)
AVOID = (
    "avoid(?:s|ed|ing)?|away from|dodg(?:e|es|ed|ing)|far from|instead of|rather than|resist(?:s|ed|ing)?"
    "|short of|without"
    "|(?:bar|barr|bann|exclud|keep|kept|prevent|prohibit|refrain|stop|withh[eo]ld)(?:s|ed|p?ing)?"
    " (?:[a-zA-Z]+ )?from"
)
DENY = "den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)"
ASK = "(?:ask|challeng|enquir|grill|inquir|press|quer|question|quiz|wonder)[a-z]*"
WHAT = "how|if|what|when|where|whether|which|who|why"
REPORT = (
    "add(?:s|ed)|announc(?:es|ed)|kn[eo]ws?|promis(?:es|ed)|reveal(?:s|ed)|sa(?:id|ys)|t(?:old|ells)"
    "|thought|wrote"
)
IF = "(?:as though|assuming that|if|in case|lest|provided that|unless|whether)"
COMING = (
    "about|agree(?:s|d|ing)?|bound|certain|due|going|intend(?:s|ed|ing)?|intentions?|plan(?:s|ned|ning)?"
    "|pledg(?:e|es|ed|ing)|poised|prepar(?:es?|ed|ing)|promis(?:e|es|ed|ing)|scheduled|set|slated|sure"
    "|threat(?:s|ens|ened|ening)?|vow(?:s|ed|ing)?"
)
HOPED_FOR = (
    "ability|able|allowed|appear(?:s|ed|ing)?|asked|attempt(?:s|ed|ing)?|begged|called (?:up)?on|chances?"
    "|eager|expect(?:s|ed|ing)?|free|freedom|has|have|hop(?:e|es|ed|ing)|invited|keen|likely|need(?:s|ed)?"
    "|offer(?:s|ed|ing)?|opportunity|ordered|ought|permitted|prepared|press(?:ur)?ed|ready|required|right"
    "|seek(?:s|ing)?|seem(?:s|ed|ing)?|sought|striv(?:e|es|ing)|strove|struggl(?:e|es|ed|ing)|supposed|time"
    "|told|tried|tries|try|trying|urged|want(?:s|ed|ing)?|willing|wish(?:es|ed|ing)?"
    "|would (?:like|love|prefer)"
)
HEARSAY = "alleged|assumed|believed|presumed|reported|rumou?red|said|thought|understood"

_PATTERNS: tuple[tuple[Status, str], ...] = (
    # did not say, has never said, will not say; would not confirm or deny
    (Status.NEGATED, rf"\b(?:not|never|nor|neither|NOBODY) {G}(?:[a-z]+ (?:or|nor) )?{V}"),
    # did not want the minister to say, has not been in a position to say, did not go so far as to say
    (Status.NEGATED, rf"\b(?:not|never|NOBODY) {WORD}{{0,5}}(?:to {G}{RULED}|from {G}ING$)"),
    # it is not that he said
    (Status.NEGATED, rf"\bnot that (?:S )?{G}{V}"),
    # "…" is not something that he said
    (Status.NEGATED, rf"\bC (?:{BE}) (?:not|never) (?:[a-z]+ ){{1,4}}?(?:that )?S {G}{V}"),
    # doubted that he had said
    (Status.POSSIBLE, rf"\bdoubt(?:s|ed|ful|ing)? (?:that |whether |if )?{WHO}{G}{V}"),
    # did nothing to explain
    (Status.NEGATED, rf"\b(?:do|does|did|done) (?:little|nothing) to {G}{RULED}"),
    # could not be reached for comment
    (Status.NEGATED, rf"\bnot {G}(?:available|reached) for {V}"),
    # nor did he say, at no point did he say, not once has he said
    (Status.NEGATED, rf"\b(?:nor|neither|never|not(?: a)?(?: [a-z]+)?) (?:{HELPERS}|{MODALS}) S {G}{V}"),
    # no official has said, no comment, neither side commented, nor Lee said
    (Status.NEGATED, rf"\bno (?:[a-z]+ ){{0,2}}{G}{V}|\b(?:no|neither|nor) S {G}{V}|\bneither [a-z]+ {G}{V}"),
    # none of them said, no one in the office said
    (Status.NEGATED, rf"\bnone (?:of (?:[a-zA-Z]+ ){{1,3}})?{G}{V}"),
    (Status.NEGATED, rf"\bNOBODY (?:among|at|from|in|inside|of|on|with) (?:[a-zA-Z]+ ){{1,4}}?{G}{V}"),
    # refused to say, has yet to say, was too afraid to say, declined to confirm or deny
    (Status.NEGATED, rf"\b(?:{REFUSE}) (?:[a-z]+ ){{0,4}}?to {G}(?:[a-z]+ or )?{RULED}"),
    # without saying, stopped short of saying, refrained from saying
    (Status.NEGATED, rf"\b(?:{AVOID}) {G}ING$"),
    # denied having said, denied that he said
    (Status.NEGATED, rf"\b(?:{DENY}) (?:(?:that )?S )?{G}(?:ING|SAID)$"),
    # asked whether he had said, the question of who said
    (
        Status.ASKED,
        rf"\b{ASK} (?:[a-zA-Z]+ ){{0,8}}?(?:, (?:[a-zA-Z]+ ){{1,6}}, )?(?:if|whether) {WHO}{G}{V}",
    ),
    (Status.ASKED, rf"\b{ASK} (?:[a-zA-Z]+ )?(?:{WHAT}) {WHO}?{G}{V}"),
    # he said he would announce, he said he would later announce
    (Status.FUTURE, rf"\b(?:{REPORT}) (?:[a-zA-Z]+ ){{0,3}}?S (?:would|LATER) {G}{RULED}"),
    # if he says, unless he says, as if to say
    (Status.POSSIBLE, rf"\b{IF} (?:{WHO}|to ){G}{V}"),
    # had he said, should he say
    (Status.POSSIBLE, rf"{START}(?:had|should|were) S {G}{V}"),
    # will say, only then will he say
    (Status.FUTURE, rf"\b(?:will|shall) (?:S )?{G}{RULED}"),
    # plans to announce, is to announce, "Lee to announce" in a headline
    (Status.FUTURE, rf"\b(?:{COMING}) to {G}{RULED}"),
    (Status.FUTURE, rf"(?:\b(?:S|that|which|who) (?:{BE})|^S) to {G}{RULED}"),
    # until he says, once the court rules
    (Status.FUTURE, rf"\b(?:until|till|once|before|as soon as) {WHO}(?:(?:has|have) SAID|SAYS|BASE)$"),
    # perhaps he said, has reportedly said
    (Status.POSSIBLE, rf"\bperhaps (?:S )?{G}{V}"),
    # may have said, would say
    (Status.POSSIBLE, rf"\b(?:can|could|may|might|must|should|would) (?:S )?{G}{RULED}"),
    # is expected to say, hopes to say, is believed to have said
    (Status.POSSIBLE, rf"\b(?:{HOPED_FOR}|(?:{BE}) (?:{HEARSAY})) to {G}{RULED}"),
    # urged him to say; the aim is to say
    (Status.POSSIBLE, rf"\b(?:S|{BE}) to {G}{RULED}"),
)
_IN_QUESTIONS = (
    # did he say …?, why would he say …?
    rf"(?:{START}|\b(?:C|{WHAT}) )(?:{HELPERS}|{MODALS}) (?:not )?{WHO}?(?:not )?{G}{V}",
    # who has said …?
    rf"{START}who {G}{V}",
)
# Status, pattern, and whether it holds only in a sentence that ends with a question mark.
LEFT: tuple[tuple[Status, re.Pattern[str], bool], ...] = (
    *((Status.ASKED, re.compile(pattern), True) for pattern in _IN_QUESTIONS),
    *((status, re.compile(pattern), False) for status, pattern in _PATTERNS),
)

# Inside a cue a sign holds whatever stands between it and the head: "did not find warm words for".
IN_CUE: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (Status.NEGATED, re.compile(r"\b(?:not|never)\b(?! -)")),
    (Status.FUTURE, re.compile(r"\b(?:shall|will)\b")),
    (Status.POSSIBLE, re.compile(r"\b(?:can|could|may|might|must|should|would)\b")),
)

# Behind the head, be it cue or content: "said nothing about", but not "said nothing would change".
SAID_NOTHING = re.compile(
    r"nothing(?: (?:further|else|more))?"
    r"(?: (?:about|of the (?:kind|sort)|on|publicly|regarding|to(?! be\b)|when|[.,;])|$)"
    r"|not a word\b|(?:[a-z]+ )?no such (?:things?|words?)\b"
)
# A cue that says as much by itself: "remained silent on", "skirted the question of".
SILENT = re.compile(
    r"(?:remain|stay)(?:s|ed|ing)? silent|(?:keep|kept|keeping|keeps) (?:mum|quiet|silent)"
    r"|with(?:hold|held)(?:s|ing)? comment|(?:skirt|sidestep|dodg|duck|evad)[a-z]*\b(?: (?:a|all|the|every))?"
    r" (?:issue|matter|question|subject|topic)s?|be drawn\b"
)
# Behind the head, in the cue: "told nobody", "offered no apology".
NOBODY_TOLD = re.compile(
    r"(?:[a-z]+ ){0,2}?(?:nobody|no one|nothing|no (?!bones|doubt|mistake|secret|to\b)[a-z]{3,})"
)
NO_MORE = re.compile(r"\b(?:can|could) not BASE$")  # could not agree … more
