"""Documents in, topics with their members out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from sitegen.models import Document, Topic
from sitegen.topics.describing import describe_subjects
from sitegen.topics.learning import Examples, learnt_words
from sitegen.topics.models import EVERYTHING_ELSE, Grouping, Placement, Subject
from sitegen.topics.pipeline import PipelineResult, arrange, everything_else
from sitegen.topics.scoring import ACCEPTED, deciding_words
from sitegen.topics.sections import built_in_subjects, offered_subject, own_subjects
from sitegen.topics.selection import most_topics
from sitegen.topics.tables import BUILT_IN, Model, load_model
from sitegen.topics.threads import join_threads, thread_of_each


def group_documents(
    documents: Sequence[Document], offered: Sequence[Topic] = ()
) -> tuple[Topic, ...]:
    """The topics of a dump's documents: every post in exactly one, an essay in one or in none.

    Args:
        documents: what was read; their ids are the members of the topics.
        offered: topics that the editor declared, or that stand in ``content/``. They come first in
            the answer, and a document that is a member of one already stays there.

    Returns:
        The topics that have members: the offered ones in their order, then others, the largest
        first, then what belongs nowhere, under “Everything else”. No topic is made for an essay
        alone.
    """
    return propose_topics(documents, offered).topics


def propose_topics(
    documents: Sequence[Document],
    offered: Sequence[Topic] = (),
    *,
    examples: Examples | None = None,
    only: bool = False,
    count: int | None = None,
    model: Path = BUILT_IN,
    sections: Path | None = None,
) -> Grouping:
    """The topics of a dump's documents, as ``group_documents`` gives them, with the reasons.

    Args:
        documents: what was read.
        offered: the editor's topics.
        examples: texts that belong to an offered topic, by its slug: declared ones, and the pages
            that the editor keeps in it.
        only: whether no topics but the offered ones, and “Everything else”, may be used.
        count: about how many topics to make.
        model: the folder of the embedding model.
        sections: a file of topics to propose instead of the built-in ones.

    Raises:
        ConfigError: the model or the file of topics cannot be read.
    """
    known = own_subjects(sections) if sections else built_in_subjects()
    last = everything_else(offered)
    free = [document for document in documents if document.id not in last.members]
    topics: tuple[Topic, ...] = ()
    placed: dict[str, Placement] = {}
    if free:
        groups, units = _arrange(
            free,
            _subjects(offered, examples or {}, known, only=only),
            load_model(model),
            count=count,
            discover=not only,
        )
        topics = tuple(
            _described(topic, label, groups) for label, topic in enumerate(groups.topics)
        )
        placed = {
            document.id: _placement(document, groups, unit, last)
            for document, unit in zip(free, units, strict=True)
        }
    placements = tuple(
        placed.get(document.id, Placement(document=document.id, topic=last.slug, score=0.0))
        for document in documents
    )
    return Grouping(topics=_gather(placements, [*topics, last], offered), placements=placements)


def _arrange(
    documents: Sequence[Document],
    subjects: Sequence[Subject],
    model: Model,
    *,
    count: int | None,
    discover: bool,
) -> tuple[PipelineResult, list[int]]:
    """The groups of the documents, and for each the place of its thread among what was grouped."""
    held = _held(documents, subjects)
    firsts = [
        first if held.get(place, held.get(first)) == held.get(first) else place
        for place, first in enumerate(thread_of_each([document.text for document in documents]))
    ]
    wholes = join_threads([document.text for document in documents], firsts)
    units = {first: place for place, first in enumerate(sorted(wholes))}
    groups = arrange(
        [wholes[first] for first in units],
        subjects,
        model,
        most=count or most_topics(len(units)),
        held={units[firsts[place]]: subject for place, subject in held.items()},
        discover=discover,
        followers={units[p] for p in units if documents[p].kind == "essay" and p not in held},
    )
    return groups, [units[first] for first in firsts]


def _subjects(
    offered: Sequence[Topic], examples: Examples, known: Sequence[Subject], *, only: bool
) -> tuple[Subject, ...]:
    own = [topic for topic in offered if topic.slug != EVERYTHING_ELSE.slug]
    taken = {topic.slug for topic in own}
    learnt = learnt_words(examples)
    return (
        *(
            offered_subject(
                topic, examples.get(topic.slug, ()), learnt.get(topic.slug, ()), known=known
            )
            for topic in own
        ),
        *(subject for subject in known if not only and subject.topic.slug not in taken),
    )


def _held(documents: Sequence[Document], subjects: Sequence[Subject]) -> dict[int, int]:
    """The documents that are members of an offered topic, with the place of its subject."""
    owners = {
        member: place
        for place, subject in enumerate(subjects)
        if subject.offered
        for member in subject.topic.members
    }
    return {
        place: owners[document.id]
        for place, document in enumerate(documents)
        if document.id in owners
    }


def _placement(document: Document, groups: PipelineResult, unit: int, last: Topic) -> Placement:
    label = int(groups.labels[unit])
    support = groups.support[unit]
    if label < 0:
        alone = document.kind == "essay"
        return Placement(document=document.id, topic="" if alone else last.slug, score=0.0)
    places = np.arange(len(support))
    others = np.where((places != label) & np.isin(places, groups.labels), support, -np.inf)
    second = int(others.argmax())
    near = others[second] > 0
    subject = groups.subject_behind(unit, label)
    words = deciding_words(groups.corpus, groups.scores, unit, subject) if subject >= 0 else ()
    return Placement(
        document=document.id,
        topic=groups.topics[label].slug,
        score=round(float(support[label]), 3),
        runner_up=groups.topics[second].slug if near else "",
        runner_up_score=round(float(others[second]), 3) if near else 0.0,
        words=words,
    )


def _described(topic: Topic, label: int, groups: PipelineResult) -> Topic:
    """A topic that stands for several subjects, with a line on those of its texts."""
    sections = [subject.section for subject in groups.scores.subjects if not subject.offered]
    if topic not in sections:
        return topic
    texts = np.flatnonzero(groups.labels == label).tolist()
    places = [(text, groups.subject_behind(text, label)) for text in texts]
    clear = [
        groups.scores.subjects[subject]
        for text, subject in places
        if groups.scores.table[text, subject] >= ACCEPTED
    ]
    line = describe_subjects(clear, len(texts))
    return replace(topic, description=line or topic.description)


def _gather(
    placements: Sequence[Placement], topics: Sequence[Topic], offered: Sequence[Topic]
) -> tuple[Topic, ...]:
    members: Mapping[str, list[str]] = defaultdict(list)
    for placement in placements:
        members[placement.topic].append(placement.document)
    first = [topic.slug for topic in offered if topic.slug != EVERYTHING_ELSE.slug]

    places = {placement.document: place for place, placement in enumerate(placements)}

    def rank(topic: Topic) -> tuple[bool, int, int, int]:
        is_last = topic.slug == EVERYTHING_ELSE.slug
        if topic.slug in first:
            return is_last, 0, first.index(topic.slug), 0
        return is_last, 1, -len(topic.members), places[topic.members[0]]

    found = [replace(t, members=tuple(members[t.slug])) for t in topics if members[t.slug]]
    return tuple(sorted(found, key=rank))
