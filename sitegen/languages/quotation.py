"""The quotation marks of languages, by CLDR."""

import functools
from typing import NamedTuple


class QuotationMarks(NamedTuple):
    """The quotation marks of a language, outer and inner."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


_USUAL = "“”‘’"
_LANGUAGES_OF_MARKS = {
    "«»“”": (
        "ast blo bm br ca dyo el es-us eu ewo ie it kab kk lij mg mua nnh pt-ao pt-ch pt- "
        "cv pt-gq pt-gw pt-lu pt-mo pt-mz pt-pt pt-st pt-tl sc sg sq ti"
    ),
    "„“‚‘": "bs-cyrl cs de dsb et hr hsb is ksh lb luy mk nds sk sl",
    "«»‹›": "am az-arab az-cyrl fa fr-ch gsw jgo kkj mzn rm sdh wae",
    "«»„“": "bas be cv ky os ru sah uk",
    "””’’": "fi he lag rn se sn sv yi",
    "«»‘’": "dua el-polyton ksf nb nn no rw",
    "“”‘’": "bm-nkoo ff-adlm kk-arab uz-arab uz-cyrl yue-hans",
    "«»«»": "fr ht hy oc yav",
    "‘’“”": "fur ia nso ti-er tn",
    "”“’‘": "ar lld ms-arab syr ur",
    "„“„“": "bg lt prg",
    "„”«»": "nmg pl ro",
    "「」『』": "ja yue zh-hant",
    "«»„”": "shi zgh",
    "„”»«": "hu szl",
    "„”‚’": "agq ff",
    "«»”“": "fr-ca",
    "»«›‹": "ug",
    "‘’‘’": "nl",
    "“’“”": "st",
    "“”’‘": "uz",
    "“”“”": "tk",
    "„“«»": "ka",
    "„”‘’": "bs",
    "„”’’": "sr",
}
"""From CLDR 47 (https://cldr.unicode.org), ``delimiters``, of languages that differ from
``_USUAL`` or from their parent.
"""
_MARKS = {
    language: marks
    for marks, languages in _LANGUAGES_OF_MARKS.items()
    for language in languages.split()
}
_TRADITIONAL_CHINESE = frozenset({"zh-tw", "zh-hk", "zh-mo"})


@functools.lru_cache
def quotation_marks(language: str) -> QuotationMarks:
    """The quotation marks of the language with a BCP 47 tag, such as ``de`` or ``pt-PT``."""
    tag = language.lower().replace("_", "-")
    if tag in _TRADITIONAL_CHINESE:
        tag = "zh-hant"
    while tag and tag not in _MARKS:
        tag = tag.rpartition("-")[0]
    return QuotationMarks(*_MARKS.get(tag, _USUAL))
