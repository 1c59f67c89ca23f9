"""Whether the text marks the words of a statement as translated.

In: a text and the spans of one statement. Out: True for "said in French", "through an interpreter",
"translated from Arabic" where that goes with the cue; None otherwise. It never says that words are not
translated: a text that is silent may still have translated them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.analysis.circumstances.surroundings import Surroundings, look_around, not_own
from onrecord.model.span import Span, Spans

_LANGUAGES = (
    "Afrikaans Albanian Amharic Arabic Armenian Assamese Aymara Azerbaijani Azeri Balochi Bambara "
    "Basque Belarusian Bengali Berber Bislama Bosnian Breton Bulgarian Burmese Cantonese Catalan "
    "Chechen Chichewa Chinese Creole Croatian Czech Danish Dari Dinka Dutch Dzongkha Estonian "
    "Faroese Farsi Filipino Finnish Flemish French Fula Gaelic Galician Georgian German Greek "
    "Guarani Gujarati Hausa Hebrew Hindi Hungarian Icelandic Igbo Indonesian Inuktitut Irish "
    "Italian Japanese Javanese Kannada Kashmiri Kazakh Khmer Kinyarwanda Kirundi Korean Kurdish "
    "Kurmanji Kyrgyz Lao Latin Latvian Lingala Lithuanian Luganda Luxembourgish Macedonian "
    "Malagasy Malay Malayalam Maltese Mandarin Maori Marathi Moldovan Mongolian Montenegrin Nepali "
    "Norwegian Oromo Pashto Patois Persian Polish Portuguese Punjabi Quechua Romani Romanian "
    "Romansh Russian Rwandan Samoan Sanskrit Serbian Sesotho Setswana Shona Sindhi Sinhala Slovak "
    "Slovene Slovenian Somali Sorani Spanish Swahili Swati Swedish Tagalog Tajik Tamil Tatar "
    "Telugu Tetum Thai Tibetan Tigrinya Tongan Tsonga Turkish Turkmen Twi Uighur Ukrainian Urdu "
    "Uyghur Uzbek Vietnamese Welsh Wolof Xhosa Yiddish Yoruba Zulu"
).split()
_LANGUAGE = rf"(?:{'|'.join(_LANGUAGES)})"
_MANNER = r"(?:(?:fluent|broken|halting|flawless|his|her|their|its|native|mother|the|local|a|an) ){0,3}"
_INTERPRETER = r"(?:[\w-]+ ){0,3}(?:interpreters?|translators?)"
# "In both French and English" leaves open which words these are, so English must not stand beside it.
_IN_LANGUAGE = re.compile(
    rf"\b[Ii]n (?:both )?{_MANNER}(?P<last>{_LANGUAGE}|sign language)\b(?!-)"
    r"(?!(?:,? (?:and|or|then|as well as)(?: in)?|/) ?English\b)",
)
_THROUGH = re.compile(
    rf"\b(?:through|via|using|by way of|by means of|by|with|with the (?:aid|help|assistance) of)"
    rf" (?:an?|his|her|their|the|its) (?P<last>{_INTERPRETER})\b(?!['’])",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(
    r"(?<!not )(?<!never )\b(?:(?:as )?(?P<last>translated) (?:by|from|into English|for|via|through|online)\b"
    r"|in (?:an? |the |his |her |their )?(?:[\w-]+ )?(?P<remarks>translation|translated (?:remarks|comments"
    r"|statement|speech|message|video|post|transcript|text))\b|\((?P<bracket>translated)\b"
    r"|according to (?:an?|the) (?:[\w-]+ )?(?P<version>translation)\b)",
    re.IGNORECASE,
)


def is_translated(
    text: str, sentence: Span, cue: Spans, content: Spans, others: Sequence[Span]
) -> bool | None:
    """Whether the words are marked as translated; None where the text does not say so.

    All spans are code points of `text`; `sentence` holds the cue. `others` are stretches of other statements;
    none of them and no content is looked into.
    """
    around = look_around(text, sentence, cue, (), content, others)
    if around is None or not around.words:
        return None
    barred = [*content, *not_own(cue, (), others)]
    stretch = around.span(0, len(around.words) - 1)
    for pattern in (_IN_LANGUAGE, _THROUGH, _TRANSLATED):
        for match in pattern.finditer(text, *stretch):
            place = Span(*match.span())
            if not any(place.overlaps(one) for one in barred) and _says_so(around, place, pattern):
                return True
    return None


def _says_so(around: Surroundings, place: Span, pattern: re.Pattern[str]) -> bool:
    """Whether a phrase goes with the cue and is no part of a longer one, as in "in French schools"."""
    inside = [i for i, word in enumerate(around.words) if word.overlaps(place)]
    if pattern is _IN_LANGUAGE and not around.ends_phrase(inside[-1]):
        return False
    return around.hangs_on_cue(inside[0], inside[-1])
