"""The nouns and verbs that say where something was said. Facts about English, nothing else.

Out: tables from names of media ("interview", "post" …) to their words, for `medium` and `documents`. Nouns
are written in the singular, with "_" for a space; plurals are made here. Whose medium it is never matters.
"""

from __future__ import annotations

# What is read or heard without its maker being there; these can be sources: "the report says".
_DOCUMENTS: dict[str, str] = {
    "post": "post tweet retweet thread toot social_media_post",
    "report": "report dossier white_paper audit assessment",
    "letter": "letter",
    "statement": "statement communiqué communique declaration press_release news_release media_release",
    "speech": "speech address sermon lecture keynote eulogy homily",
    "email": "email e-mail",
    "memo": "memo memorandum note cable",
    "broadcast": """
        broadcast telecast newscast webcast radio_show radio_programme radio_program television_show
        television_programme television_program tv_show tv_programme tv_program talk_show news_programme
        news_program news_show breakfast_show
    """,
    "article": "article op-ed opinion_piece column editorial essay commentary news_story",
    "book": "book memoir autobiography",
    "testimony": "testimony deposition",
    "podcast": "podcast",
    "study": """
        study survey poll analysis research_paper working_paper discussion_paper policy_paper position_paper
    """,
    "court filing": """
        lawsuit court_filing legal_filing filing court_paper court_document court_record court_submission
        affidavit indictment legal_brief amicus_brief court_brief criminal_complaint legal_complaint
    """,
    "text message": "text_message whatsapp_message",
    "video": "video video_message video_clip video_link videotape",
    "blog": "blog blog_post blog_entry",
}
_EVENTS: dict[str, str] = {
    "interview": "interview",
    "press conference": """
        press_conference news_conference media_conference press_briefing news_briefing media_briefing briefing
        presser press_call
    """,
    "testimony": "hearing",
    "phone call": """
        phone_call telephone_call conference_call call phone_conversation telephone_conversation
    """,
    "debate": "debate",
    "rally": "rally",
    "meeting": "meeting town_hall summit conference forum convention symposium",
}
# Without article and without plural.
_MASS: dict[str, str] = {
    "broadcast": "television tv radio",
    "phone call": "phone telephone",
    "speech": "remarks",
    "testimony": "testimony",
    "memo": "memoranda",
    "rally": "rallies",
    "study": "analyses surveys",
}
PLATFORMS = frozenset(
    "bluesky facebook gab gettr instagram linkedin mastodon reddit snapchat substack telegram threads tiktok "
    "truth_social tumblr twitter vk vkontakte wechat weibo x youtube social_media".split()
)
_PAGES = "account channel feed page profile story timeline wall".split()  # of a platform

# A cue that is itself the medium.
CUE_VERBS: dict[str, str] = {
    **dict.fromkeys("tweet tweeted tweeting tweets retweeted".split(), "post"),
    **dict.fromkeys("posted posting posts".split(), "post"),
    **dict.fromkeys("blogged blogging blogs".split(), "blog"),
    **dict.fromkeys("emailed emailing e-mailed e-mailing".split(), "email"),
    **dict.fromkeys("phoned telephoned".split(), "phone call"),
    **dict.fromkeys("testified testifies testifying".split(), "testimony"),
    **dict.fromkeys("texted texting".split(), "text message"),
}
# "Issued a statement", "gave a speech": with the cue or a participle of saying behind it.
MAKING = frozenset(
    "circulated deliver delivered delivering filed filing gave give gives giving held holding "
    "issue issued issues issuing penned posted publish published publishes publishing put read "
    "reading release released releases releasing sending sends sent shared sharing signed signing "
    "write writes writing wrote".split()
)
TELLING = frozenset("tell telling tells told addressed addressing".split())

# By which words each medium is introduced; any other leads elsewhere ("commented on the report").
_ALWAYS = frozenset(("in",))
_EVENT = frozenset(("in", "at", "during"))
INTRODUCED: dict[str, frozenset[str]] = {
    "post": frozenset(("in", "on", "via")),
    "report": _ALWAYS,
    "letter": frozenset(("in", "by", "via")),
    "statement": frozenset(("in", "via", "through")),
    "speech": frozenset(("in", "at", "during")),
    "email": frozenset(("in", "by", "via", "over", "through")),
    "memo": _ALWAYS,
    "broadcast": frozenset(("in", "on", "during", "via")),
    "article": _ALWAYS,
    "book": _ALWAYS,
    "testimony": _EVENT,
    "podcast": frozenset(("in", "on", "during")),
    "study": _ALWAYS,
    "court filing": _ALWAYS,
    "text message": frozenset(("in", "by", "via")),
    "video": frozenset(("in", "on", "by", "via")),
    "blog": frozenset(("in", "on", "via")),
    "interview": _EVENT,
    "press conference": _EVENT,
    "phone call": frozenset(("in", "on", "by", "over", "via", "during")),
    "debate": _EVENT,
    "rally": _EVENT,
    "meeting": _EVENT,
}
TOLD_TO = frozenset(("press conference", "rally", "meeting", "testimony", "debate", "broadcast"))
# "At an address" is a place; "in his study" is a room; "in his post" is an office.
NOT_AT = frozenset(("address", "lecture"))
NOT_HIS = frozenset("post study".split())
# Never verbs, so that they name a medium even where they stand alone in a cue: "letter urging".
ONLY_NOUNS = frozenset("affidavit article editorial essay lawsuit letter memo op-ed speech statement".split())
# Headlines leave articles out: "Lee says in interview". Other nouns in the singular would mean something
# else.
WITHOUT_ARTICLE = frozenset(
    "affidavit book briefing debate email e-mail filing hearing interview lawsuit letter memo "
    "podcast rally report speech statement tweet video".split()
) | {"press conference", "news conference", "court filing", "blog post", "op-ed"}


def plural(noun: str) -> str:
    """The plural of a regular noun of the tables."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "es" if noun.endswith("ss") else noun.removesuffix("s") + "s"


def _nouns(table: dict[str, str]) -> dict[tuple[str, ...], str]:
    """Media by the words of their nouns, singular and plural."""
    entries = ((name, noun.replace("_", " ")) for name, nouns in table.items() for noun in nouns.split())
    return {tuple(form.split()): name for name, noun in entries for form in (noun, plural(noun))}


DOCUMENTS = _nouns(_DOCUMENTS) | _nouns(
    {name: _MASS[name] for name in ("testimony", "memo", "speech", "study")}
)
MASS = frozenset(tuple(word.split("_")) for words in _MASS.values() for word in words.split())
PLATFORM_NOUNS = {tuple(platform.split("_")): "post" for platform in PLATFORMS}
MEDIA = {
    **DOCUMENTS,
    **_nouns(_EVENTS),
    **_nouns(_MASS),
    **{(*words, page): "post" for words in PLATFORM_NOUNS for page in _PAGES},
    **PLATFORM_NOUNS,
    ("facebook", "live"): "video",
}
LONGEST = max(map(len, MEDIA))  # words in a noun
