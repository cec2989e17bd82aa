"""Finds related texts.

Two texts are related if the same built-in topic fits both best, and their topic profiles and
embeddings are similar. On labelled dumps this finds texts on the same subject three times as often
as the similarity of embeddings alone, also of those that a sentence encoder makes. But profiles
that the encoder found are better than those by words, so they are used if they are given.
"""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sitegen.topics.blas import one_blas_thread
from sitegen.topics.corpus import read_corpus, unit
from sitegen.topics.embeddings import BUILT_IN, load_model
from sitegen.topics.grouping_types import Floats, Subject
from sitegen.topics.near_duplicates import is_repeat, word_set_of
from sitegen.topics.profiles import LEAST_SCORE, parse_profile
from sitegen.topics.scoring_tables import ScoringTables, background, listed_phrases, scoring_tables
from sitegen.topics.subject_groups import SUBJECT, groups_of
from sitegen.topics.subjects import built_in_subjects, own_subjects
from sitegen.topics.topic_scoring import ACCEPTED, score_texts
from sitegen.topics.word_masks import SIZE as MASK_SIZE
from sitegen.topics.word_masks import Masks, masks_of
from sitegen.topics.words import phrase_of, stem

if TYPE_CHECKING:
    from sitegen.topics.encoder.vectors import EncoderChoice

_LEAST_SIMILARITY = 0.9
"""The least similarity, out of 1.3, at which texts are compared as possible repeats."""
_MEANING = 0.3
"""The weight of the embedding in the similarity, relative to the topic profile."""
_MOST_REPEATS = 50
"""How many repeats are skipped, as a hostile dump may hold thousands."""
_SCALE = 127
"""A coordinate of 1 as a byte. Sums of products of bytes are exact on every machine."""
_LEAST_RELATED = 0.55 * _SCALE**2
"""The least similarity of related texts, as a product of bytes."""


@dataclass(frozen=True, slots=True)
class Sketches:
    """Compact descriptions of texts for comparison; each depends on its text alone."""

    subjects: NDArray[np.int16]
    """The built-in topic of each text, -1 for none."""
    masks: NDArray[np.uint8]
    """A row for each text: the mask of its words."""
    vectors: NDArray[np.int8]
    """A row for each text: its scores for the built-in topics, then its embedding."""

    def of(self, texts: Sequence[int]) -> "Sketches":
        """The sketches of some of the texts."""
        return Sketches(self.subjects[texts], self.masks[texts], self.vectors[texts])

    def packed(self) -> list[bytes]:
        """The sketch of each text, as bytes to store."""
        layout = _layout(self.vectors.shape[1])
        rows = np.empty(len(self.subjects), layout)
        rows["subject"], rows["mask"], rows["vector"] = self.subjects, self.masks, self.vectors
        packed = rows.tobytes()
        ends = range(layout.itemsize, len(packed) + 1, layout.itemsize)
        return [packed[end - layout.itemsize : end] for end in ends]


def related_of(
    texts: Sequence[str],
    count: int = 3,
    *,
    model: Path = BUILT_IN,
    sections: Path | None = None,
    encoder: "EncoderChoice" = "auto",
) -> list[list[int]]:
    """For each text, the indices of the most similar ones, the nearest first; often none.

    A text is not related to one that repeats it.

    Args:
        texts: what to compare, in plain text.
        count: the most related texts for each.
        model: the folder of the embedding model.
        sections: a file of topics that replaces the built-in ones.
        encoder: as for ``group_texts``.

    Raises:
        ConfigError: the model or the file of topics cannot be read.
    """
    profiles = _encoded(texts, model, sections, encoder)
    sketches = sketch_texts(texts, profiles, model=model, sections=sections)
    related: list[list[int]] = [[] for _ in texts]
    for group in groups_of(sketches.subjects.tolist()).values():
        found = relate(sketches.of(group), [texts[index] for index in group], count)
        for index, near in zip(group, found, strict=True):
            related[index] += [group[other] for other in near]
    return related


def _encoded(
    texts: Sequence[str], model: Path, sections: Path | None, choice: "EncoderChoice"
) -> Sequence[str]:
    """The profiles that an encoder finds for texts; none if there is no encoder."""
    # a build needs no encoder
    from sitegen.topics.encoder.profiles import profiles_of  # noqa: PLC0415
    from sitegen.topics.encoder.vectors import choose_encoder  # noqa: PLC0415

    encoder = choose_encoder(choice, len(texts), model)
    return profiles_of(texts, encoder, sections) if encoder else ()


def sketch_texts(
    texts: Sequence[str],
    known: Sequence[str] = (),
    *,
    model: Path = BUILT_IN,
    sections: Path | None = None,
    tables: ScoringTables | None = None,
) -> Sketches:
    """The sketches of texts.

    Args:
        texts: the texts, as for ``related_of``.
        known: the profile of each text, or of an earlier version, as a line; empty where there is
            none. It is used if that version was nearly the same.
        model: the folder of the embedding model.
        sections: a file of topics that replaces the built-in ones.
        tables: the tables of these topics and this model, if they are at hand.

    Raises:
        ConfigError: as for ``related_of``.
    """
    loaded = load_model(model)
    with one_blas_thread():
        tables = tables or make_tables(model=model, sections=sections)
        corpus = read_corpus(texts, loaded, tables.phrases)
        scores = score_texts(corpus, tables.subjects, loaded, tables=tables).table
    if any(known):
        scores = _with_known(scores, texts, known, tables.subjects)
    on_one = scores.max(axis=1) >= ACCEPTED
    on_one[sorted(corpus.foreign)] = False
    profiles = unit(np.maximum(scores - LEAST_SCORE, 0))
    meanings = unit(corpus.vectors - tables.background)
    return Sketches(
        np.where(on_one, scores.argmax(axis=1), -1).astype(np.int16),
        masks_of(texts, corpus),
        _as_bytes(np.hstack([profiles, np.float32(_MEANING**0.5) * meanings])),
    )


def _with_known(
    scores: Floats, texts: Sequence[str], known: Sequence[str], subjects: Sequence[Subject]
) -> Floats:
    """The scores of texts, with those of the known profiles that fit a text and the subjects."""
    columns = {subject.topic.title: column for column, subject in enumerate(subjects)}
    found = scores.copy()
    for row, (text, line) in enumerate(zip(texts, known, strict=True)):
        profile = parse_profile(line) if line else None
        if profile and profile.scores.keys() <= columns.keys() and profile.fits(text):
            found[row] = 0
            for title, hundredths in profile.scores.items():
                found[row, columns[title]] = hundredths / 100
    return found


def make_tables(*, model: Path = BUILT_IN, sections: Path | None = None) -> ScoringTables:
    """The tables that texts are sketched with; arguments and errors as for ``related_of``."""
    subjects = own_subjects(sections) if sections else built_in_subjects()
    return scoring_tables(subjects, load_model(model))


def release_tables() -> None:
    """Frees the model, the tables, and what was kept of words; whoever needs them makes them."""
    of_a_model = load_model, scoring_tables, background
    for kept in (*of_a_model, built_in_subjects, listed_phrases, phrase_of, stem):
        kept.cache_clear()


def unpack_sketches(packed: Sequence[bytes]) -> Sketches:
    """The sketches from the output of ``packed``: at least one, and all of one model."""
    width = len(packed[0]) - _layout(0).itemsize
    rows = np.frombuffer(b"".join(packed), dtype=_layout(width))
    return Sketches(rows["subject"], rows["mask"], rows["vector"])


def _layout(width: int) -> np.dtype[np.void]:
    """The fields of a packed sketch with a vector of that width."""
    vector = ("vector", np.int8, (width,))
    return np.dtype([("subject", SUBJECT), ("mask", np.uint8, (MASK_SIZE,)), vector])


Found = Sequence[Sequence[int] | None]
"""What was found for each text of a group; None for a text that is new."""


def relate(
    sketches: Sketches, texts: Sequence[str], count: int, known: Found = (), gone: int = 0
) -> list[list[int]]:
    """For each text of a group, the indices of the most similar ones, the nearest first.

    Args:
        sketches: the sketches of the texts.
        texts: the texts, to skip repeats of a text or of one already found for it.
        count: the most related texts for each.
        known: what was found before some texts came or went, with the indices of now. It is found
            again only where these texts matter.
        gone: how many texts went.
    """
    own = sketches.vectors.astype(np.float32)
    masks = Masks(sketches.masks)
    word_set = functools.cache(lambda index: word_set_of(texts[index]))

    def repeats(one: int, other: int) -> bool:
        return (
            masks.may_repeat(one, other)
            and bool(own[one] @ own[other] >= _LEAST_SIMILARITY * _SCALE**2)
            and is_repeat(word_set(one), word_set(other))
        )

    with one_blas_thread():
        found = _unaffected(own, known, count, gone)
        affected = [index for index in range(len(own)) if index not in found]
        for index, row in zip(affected, _similarities(own, affected), strict=True):
            found[index] = _nearest(index, row, repeats, count)
    return [found[index] for index in range(len(own))]


def _similarities(vectors: Floats, indices: Sequence[int]) -> Floats:
    """A row for each index: how similar each text is to that one; 0 for the text itself."""
    chosen = vectors if len(indices) == len(vectors) else vectors[indices]
    rows: Floats = chosen @ vectors.T
    rows[np.arange(len(indices)), indices] = 0
    return rows


def _unaffected(vectors: Floats, known: Found, count: int, gone: int) -> dict[int, list[int]]:
    """What was found before and would be found again, by the index of the text.

    ``_nearest`` looks at the other texts in descending similarity until it has enough of them. So
    texts that are less similar than the last one that it found do not matter. If it did not find
    enough, all similar texts matter, up to the limit.
    """
    new = [index for index, found in enumerate(known) if found is None]
    to_new = (vectors @ vectors[new].T).tolist()
    kept: dict[int, list[int]] = {}
    too_few: dict[int, list[int]] = {}
    for index, found in enumerate(known):
        if found is not None and len(found) == count:
            last = found[-1]
            least = float(vectors[index] @ vectors[last])
            pairs = zip(to_new[index], new, strict=True)
            if all((similarity, -other) < (least, -last) for similarity, other in pairs):
                kept[index] = list(found)
        elif found is not None and all(each < _LEAST_RELATED for each in to_new[index]):
            too_few[index] = list(found)
    candidates = (_similarities(vectors, list(too_few)) >= _LEAST_RELATED).sum(axis=1) + gone
    for (index, near), number in zip(too_few.items(), candidates.tolist(), strict=True):
        if number <= count + _MOST_REPEATS:
            kept[index] = near
    return kept


def _nearest(
    index: int, similarity: Floats, repeats: Callable[[int, int], bool], count: int
) -> list[int]:
    found: list[int] = []
    for _ in range(count + _MOST_REPEATS):
        other = int(similarity.argmax())
        if len(found) == count or similarity[other] < _LEAST_RELATED:
            break
        similarity[other] = 0
        if not any(repeats(other, one) for one in (index, *found)):
            found.append(other)
    return found


def _as_bytes(vectors: Floats) -> NDArray[np.int8]:
    return np.round(vectors * _SCALE).astype(np.int8)
