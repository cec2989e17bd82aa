"""Writes a topic's one-line description from the subjects of its posts."""

import re
from collections import Counter
from collections.abc import Sequence

from sitegen.topics.grouping_types import Subject
from sitegen.topics.words import stem, stopwords

_MOST = 3
_FEWEST_SHARE = 0.05
"""The least share of a topic's posts on a subject for it to be named."""
_COVERED = 0.5
"""The least share of a topic's posts on any of the named subjects."""
_WORD = re.compile(r"[^\W\d_]+")


def describe_subjects(subjects: Sequence[Subject], posts: int) -> str:
    """A line such as “Electric cars, hiking and mountains.”; empty if none would read well.

    Args:
        subjects: the built-in topic of each post that clearly belongs to one.
        posts: the number of all posts.
    """
    counts = Counter(subject.topic.slug for subject in subjects)
    known = {subject.topic.slug: subject for subject in subjects}
    chosen = _choose_for_list(
        [known[s] for s, n in counts.most_common() if n >= _FEWEST_SHARE * posts]
    )
    covered = sum(counts[subject.topic.slug] for subject in chosen)
    if len(chosen) < 2 or covered < _COVERED * posts:
        return ""
    first, *rest = chosen
    titles = [first.topic.title, *map(_within_a_line, rest)]
    return f"{_listed(titles)}." if all(titles) else ""


def _choose_for_list(subjects: Sequence[Subject]) -> list[Subject]:
    """The first few subjects: plain titles, then at most one with an “and”, at the end.

    A title that may start with a proper name comes first, where a capital is right anyway.
    """
    plain = [s for s in subjects if not re.search(r",| and ", s.topic.title)]
    double = [s for s in subjects if re.fullmatch(r"[^,]+ and [^,]+", s.topic.title)][:1]
    few = plain[: _MOST - len(double)]
    return [*sorted(few, key=lambda subject: bool(_within_a_line(subject))), *double]


def _within_a_line(subject: Subject) -> str:
    """A title in the middle of a line, in lower case; empty if it may start with a proper name.

    It does not if its keywords have any form of its first word in lower case.
    """
    title = subject.topic.title
    first = title.split()[0].lower()
    small = {stem(w) for phrase in subject.phrases for w in _WORD.findall(phrase) if w.islower()}
    is_plain = first in stopwords() or stem(first) in small
    return title[:1].lower() + title[1:] if is_plain else ""


def _listed(titles: Sequence[str]) -> str:
    *before, last = titles
    return f"{', '.join(before)}{',' if ' and ' in last else ' and'} {last}"
