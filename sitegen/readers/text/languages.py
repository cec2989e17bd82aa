"""Guesses the language of a line by common words, to detect that two lines differ in language."""

from collections import Counter
from collections.abc import Iterable, Mapping

_COMMON = {
    "da": "og jeg det er ikke en til på som med der af har for mig vi men så ham hun blev",
    "de": "und ich der die das ist nicht ein eine zu mit auf den dem wir sie es von im war auch",
    "en": "the and i to of a is it that was you my for with on this have not be at he she we they",
    "es": "el la los las y que de en un una no se mi por con para lo es al del está su más pero",
    "fr": "le la les et que de un une ne pas je est en mon ma pour dans avec il elle des du ce sur",
    "it": "il la che di e un una non mi per con è sono in del della ho lo gli si ma come più",
    "nl": "de het een en ik is niet van dat op te in met voor zijn mijn maar er ze we was ook",
    "pt": "o a os as e que de um uma não se meu minha por com para em do da é no na mais mas",
    "sv": "och jag det är inte en ett att på som med för har av till den min vi men så var",
}


def _by_word(common: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    words = {word for names in common.values() for word in names.split()}
    return {
        word: tuple(name for name, names in common.items() if word in names.split())
        for word in words
    }


_LANGUAGES = _by_word(_COMMON)

_CONNECTIVES_BY_LANGUAGE = {
    "de": "und aber dann oder denn doch also",
    "en": "and but so then or because also anyway still yet nor",
    "es": "y pero entonces porque además luego",
    "fr": "et mais donc alors puis car",
    "it": "e ma poi però quindi",
    "nl": "en maar dus dan want",
    "pt": "e mas então porém",
}
CONNECTIVES = frozenset(
    word for words in _CONNECTIVES_BY_LANGUAGE.values() for word in words.split()
)
"""Words such as “and” that, at the start of a line, connect it to the text before."""


def guess_language(words: Iterable[str]) -> str:
    """The language of words in lower case, as a code; empty if unclear."""
    names = [name for word in words if word in _LANGUAGES for name in _LANGUAGES[word]]
    if len(names) < 2:
        return ""
    (best, most), (_, second) = [*Counter(names).most_common(2), ("", 0)][:2]
    return best if most >= 2 and most >= 1.5 * second else ""
