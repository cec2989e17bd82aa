"""Which texts go together.

Two texts are related if one built-in topic suits both best, as far as the other topics that suit
them, and their meanings, are alike too. On labelled dumps that finds texts of one subject three
times as often as the likeness of meanings alone.
"""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sitegen.topics.corpus import read_corpus, unit
from sitegen.topics.models import Floats, Numbers
from sitegen.topics.repeats import gist_of, is_repeat
from sitegen.topics.scoring import ACCEPTED, background, listed_phrases, score_texts
from sitegen.topics.sections import built_in_subjects, own_subjects
from sitegen.topics.tables import BUILT_IN, load_model

_RELATED = 0.55
"""The least likeness of related texts."""
_ALIKE = 0.9
"""The least likeness of texts of which one may repeat the other; of 1.3, and then mostly more."""
_SPEAKS = 0.25
"""The score from which a topic counts in a text's profile."""
_MEANING = 0.3
"""What the meaning weighs in a likeness beside the profile."""
_LARGEST = 1000
"""How many texts on one subject are compared with each other."""
_REPEATS = 50
"""How many texts that say the same again are passed over, as a hostile dump may hold thousands."""
_STEPS = 127
"""A coordinate of 1, as a byte. Sums of products of bytes are exact, whoever adds them up."""


@dataclass(frozen=True, slots=True)
class Sketches:
    """What texts are compared by; each text's is worked out from that text alone."""

    subjects: NDArray[np.int16]
    """The built-in topic that each is on, -1 for none."""
    vectors: NDArray[np.int8]
    """For each a row: how much speaks for each built-in topic, then its meaning."""

    def packed(self) -> list[bytes]:
        """Each text's sketch, as bytes to keep."""
        return [
            subject.tobytes() + vector.tobytes()
            for subject, vector in zip(self.subjects, self.vectors, strict=True)
        ]


def related_of(
    texts: Sequence[str], count: int = 3, *, model: Path = BUILT_IN, sections: Path | None = None
) -> list[list[int]]:
    """For each text the places of those most like it, the nearest first; for many there are none.

    One that repeats another is not related to it.

    Args:
        texts: what to compare, in plain text.
        count: how many to name at most.
        model: the folder of the embedding model.
        sections: a file of topics to compare by instead of the built-in ones.

    Raises:
        ConfigError: the model or the file of topics cannot be read.
    """
    sketches = sketch_texts(texts, model=model, sections=sections)
    related: list[list[int]] = [[] for _ in texts]
    for group in groups_of(sketches):
        found = relate(sketches.vectors[group], [texts[place] for place in group], count)
        for place, near in zip(group.tolist(), found, strict=True):
            related[place] += group[near].tolist()
    return related


def sketch_texts(
    texts: Sequence[str], *, model: Path = BUILT_IN, sections: Path | None = None
) -> Sketches:
    """The sketches of texts; the arguments and errors are those of ``related_of``."""
    loaded = load_model(model)
    subjects = own_subjects(sections) if sections else built_in_subjects()
    corpus = read_corpus(texts, loaded, listed_phrases(subjects))
    scores = score_texts(corpus, subjects, loaded).table
    on_one = scores.max(axis=1) >= ACCEPTED
    on_one[sorted(corpus.foreign)] = False
    profiles = unit(np.maximum(scores - _SPEAKS, 0))
    meanings = unit(corpus.vectors - background(loaded))
    return Sketches(
        np.where(on_one, scores.argmax(axis=1), -1).astype(np.int16),
        _as_bytes(np.hstack([profiles, np.float32(_MEANING**0.5) * meanings])),
    )


def unpack_sketches(packed: Sequence[bytes]) -> Sketches:
    """The sketches that ``packed`` gave, of one model, at least one."""
    subject = np.dtype(np.int16)
    width = len(packed[0]) - subject.itemsize
    rows = np.frombuffer(
        b"".join(packed), dtype=[("subject", subject), ("vector", np.int8, (width,))]
    )
    return Sketches(rows["subject"], rows["vector"])


def groups_of(sketches: Sketches) -> list[Numbers]:
    """The places of the texts on each subject, in their order; a very large subject is cut."""
    subjects = sketches.subjects
    groups = (np.flatnonzero(subjects == one) for one in np.unique(subjects[subjects >= 0]))
    return [
        group[start : start + _LARGEST]
        for group in groups
        for start in range(0, len(group), _LARGEST)
    ]


def relate(vectors: NDArray[np.int8], texts: Sequence[str], count: int) -> list[list[int]]:
    """For each text of one group the places in it of those most like it, the nearest first.

    Args:
        vectors: those of the texts' sketches.
        texts: to leave out what says again what the text, or one that is named with it, says.
        count: how many to name at most.
    """
    own = vectors.astype(np.float32)
    likeness = own @ own.T
    np.fill_diagonal(likeness, 0)
    gist = functools.cache(lambda place: gist_of(texts[place]))

    def repeats(one: int, other: int) -> bool:
        is_near = own[one] @ own[other] >= _ALIKE * _STEPS**2
        return bool(is_near) and is_repeat(gist(one), gist(other))

    return [_nearest(place, row, repeats, count) for place, row in enumerate(likeness)]


def _nearest(
    place: int, likeness: Floats, repeats: Callable[[int, int], bool], count: int
) -> list[int]:
    found: list[int] = []
    for _ in range(count + _REPEATS):
        other = int(likeness.argmax())
        if len(found) == count or likeness[other] < _RELATED * _STEPS**2:
            break
        likeness[other] = 0
        if not any(repeats(other, one) for one in (place, *found)):
            found.append(other)
    return found


def _as_bytes(vectors: Floats) -> NDArray[np.int8]:
    return np.round(vectors * _STEPS).astype(np.int8)
