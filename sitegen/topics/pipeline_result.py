"""What the grouping pipeline found, and what follows from it for each text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sitegen.models import Topic
from sitegen.topics.corpus import Corpus
from sitegen.topics.grouping_types import Floats, Numbers, Precise
from sitegen.topics.placement import foreign_placement_probability, placement_probability
from sitegen.topics.topic_scoring import Scores


@dataclass(frozen=True)
class PipelineResult:
    """The groups of some texts."""

    topics: tuple[Topic, ...]
    """The offered and selected topics, then the discovered ones; without members."""
    labels: Numbers
    """The index of each text's topic, -1 for none."""
    support: Floats
    """For each text and topic, the score plus the similarity to the topic's texts."""
    corpus: Corpus
    scores: Scores

    def subject_behind(self, text: int, label: int) -> int:
        """The index of the subject that explains a text's topic, -1 for a discovered topic.

        For a section, it is the subject of it with the highest score.
        """
        own = self._subjects_of(label)
        return max(own, key=lambda index: self.scores.table[text, index], default=-1)

    def subjects_behind(self) -> list[int]:
        """For each text, the index of the subject that explains its topic; -1 if none does."""
        return [
            self.subject_behind(text, label) if label >= 0 else -1
            for text, label in enumerate(self.labels.tolist())
        ]

    @cached_property
    def fits(self) -> Floats:
        """The score of each text for its topic; the support for a discovered one, which has none.

        It is 0 for a text without a topic.
        """
        fits = np.zeros(len(self.labels), dtype=np.float32)
        for label in np.unique(self.labels[self.labels >= 0]).tolist():
            own = self._subjects_of(label)
            texts = np.flatnonzero(self.labels == label)
            known = self.scores.table[texts][:, list(own)]
            fits[texts] = known.max(axis=1) if own else self.support[texts, label]
        return fits

    def probability(self, text: int) -> float:
        """The probability that a text is in the right topic; 0 for one without a topic."""
        label = int(self.labels[text])
        if label < 0:
            return 0.0
        section = self.is_section(label)
        if text in self.corpus.foreign:
            return foreign_placement_probability(
                lead=self._lead(text),
                elsewhere=self._score_elsewhere(text),
                section=section,
                in_passing=not section and self._is_in_passing(label),
                new=not self._subjects_of(label),
            )
        return placement_probability(
            round(float(self.fits[text]), 3),
            round(self.fit_of_others(text), 3),
            group_size=self.sizes[label],
            texts=len(self.labels),
            section=section,
        )

    def _lead(self, text: int) -> float:
        """By how much the support for a text's topic exceeds that for the runner-up."""
        second = int(self.runners_up[text])
        runner_up = self.support[text, second] if second >= 0 else 0.0
        return round(float(self.support[text, self.labels[text]] - runner_up), 3)

    def _score_elsewhere(self, text: int) -> float:
        """The highest score of a text for a subject of another section than that of its topic."""
        subjects = self.scores.subjects
        own = self._subjects_of(int(self.labels[text]))
        sections = {subjects[index].section for index in own} - {None}
        other = [n not in own and s.section not in sections for n, s in enumerate(subjects)]
        return round(float(self.scores.table[text, other].max(initial=0)), 3)

    def _is_in_passing(self, label: int) -> bool:
        """Whether posts on other subjects often mention a topic."""
        return any(self.scores.subjects[index].in_passing for index in self._subjects_of(label))

    def _subjects_of(self, label: int) -> Sequence[int]:
        """The indices of the subjects of a topic; none if it was made of shared words."""
        return self._subjects_by_slug.get(self.topics[label].slug, ())

    def fit_of_others(self, text: int) -> float:
        """The mean score of the other texts of a text's topic for it, 0 if there are none."""
        label = int(self.labels[text])
        others = self.sizes[label] - 1
        total = self._fits_together[label] - self.fits[text]
        return float(total) / others if others else 0.0

    def is_section(self, label: int) -> bool:
        """Whether a topic is a built-in section."""
        return self._are_sections[label]

    @cached_property
    def _are_sections(self) -> list[bool]:
        """For each topic, whether it is a built-in section."""
        sections = [each.section for each in self.scores.subjects if not each.offered]
        return [topic in sections for topic in self.topics]

    @cached_property
    def _fits_together(self) -> Precise:
        """For each topic, the sum of its texts' scores."""
        labelled = self.labels >= 0
        together = np.zeros(len(self.topics))
        np.add.at(together, self.labels[labelled], self.fits[labelled])
        return together

    @cached_property
    def sizes(self) -> list[int]:
        """The number of texts of each topic."""
        counts = np.bincount(self.labels[self.labels >= 0], minlength=len(self.topics))
        sizes: list[int] = counts.tolist()
        return sizes

    @cached_property
    def runners_up(self) -> Numbers:
        """Besides each text's own topic, that with the most support for it; -1 if none has any."""
        others = np.where(np.array(self.sizes) > 0, self.support, -np.inf)
        labelled = np.flatnonzero(self.labels >= 0)
        others[labelled, self.labels[labelled]] = -np.inf
        return np.where(others.max(axis=1) > 0, others.argmax(axis=1), -1)

    @cached_property
    def _subjects_by_slug(self) -> Mapping[str, Sequence[int]]:
        """The indices of the subjects of each topic or section, by its slug."""
        found: dict[str, list[int]] = {}
        for index, subject in enumerate(self.scores.subjects):
            sections = {subject.section.slug} if subject.section else set()
            for slug in {subject.topic.slug} | sections:
                found.setdefault(slug, []).append(index)
        return found
