"""Assigns leftover texts to topics by the handles and hashtags that they share."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from sitegen.text.labels import find_links
from sitegen.topics.grouping_types import Numbers

_CLEAR_LEAD = 1.5
"""How many times as many texts of the best topic as of the second must share a name."""
_RARE = 6
"""A name counts only if at most one text in this many has it."""


def join_by_names(texts: Sequence[str], labels: Numbers) -> Numbers:
    """The labels, with unlabelled texts (-1) assigned to the topic that shares their names."""
    names = [_names_in(text) for text in texts]
    used = Counter(name for found in names for name in found)
    most = max(2, len(texts) // _RARE)
    at_home: dict[str, Counter[int]] = defaultdict(Counter)
    for found, label in zip(names, labels.tolist(), strict=True):
        if label >= 0:
            for name in found:
                at_home[name][label] += 1
    joined = labels.copy()
    for index, found in enumerate(names):
        if labels[index] < 0:
            joined[index] = _clearest([at_home[name] for name in found if used[name] <= most])
    return joined


def _names_in(text: str) -> list[str]:
    if "@" not in text and "#" not in text:
        return []
    spans = (span for span in find_links(text) if span.kind != "url")
    return list(dict.fromkeys(span.name.casefold() for span in spans))


def _clearest(homes: Sequence[Counter[int]]) -> int:
    ranked = sum(homes, Counter[int]()).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEAR_LEAD * ranked[1][1]):
        return -1
    return ranked[0][0]
