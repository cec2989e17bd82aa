"""The language of a dump."""

from collections import Counter
from collections.abc import Sequence

from sitegen.languages import detect_language
from sitegen.models import Document

_SAMPLE = 400
"""How many documents are examined, spread over the dump."""
_FEWEST = 3
"""The fewest documents whose language is certain, as one or two may be quotations."""
_MOST = 0.6
"""The least share of these in one language."""


def main_language(documents: Sequence[Document]) -> str | None:
    """The tag of the language that most documents are in; None if that is not certain."""
    step = -(-len(documents) // _SAMPLE) or 1
    languages = (document.lang or detect_language(document.text) for document in documents[::step])
    counts = Counter(tag.partition("-")[0] for tag in languages if tag)
    language = max(counts, key=lambda tag: (counts[tag], tag), default=None)
    total = counts.total()
    if language is None or total < _FEWEST or counts[language] < _MOST * total:
        return None
    return language
