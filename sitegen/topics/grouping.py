"""Groups documents into topics."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from sitegen.models import Document, Topic
from sitegen.topics.blas import one_blas_thread
from sitegen.topics.deciding_words import deciding_words
from sitegen.topics.descriptions import describe_subjects
from sitegen.topics.distinctive_words import Examples, distinctive_words
from sitegen.topics.embeddings import BUILT_IN, Model, load_model
from sitegen.topics.encoder.vectors import EncoderChoice, choose_encoder
from sitegen.topics.everything_else import EVERYTHING_ELSE
from sitegen.topics.grouping_types import Grouping, Subject, TextEncoder, TopicAssignment
from sitegen.topics.pipeline import run_pipeline
from sitegen.topics.pipeline_result import PipelineResult
from sitegen.topics.subjects import local_subjects, offered_subject, own_subjects
from sitegen.topics.threads import join_threads, thread_of_each
from sitegen.topics.topic_names import everything_else, name_topics
from sitegen.topics.topic_scoring import ACCEPTED
from sitegen.topics.topic_translations import english_slug


def group_documents(
    documents: Sequence[Document], offered: Sequence[Topic] = ()
) -> tuple[Topic, ...]:
    """Groups the documents of a dump: each post is in exactly one topic, an essay in at most one.

    Args:
        documents: the documents; their ids become the members of the topics.
        offered: topics that the editor declared, or that exist in ``content/``. A document that is
            already a member of one stays there.

    Returns:
        The topics that have members: the offered ones in their order, then others, the largest
        first, then “Everything else” for posts that fit none. No topic has only essays.
    """
    return propose_topics(documents, offered).topics


def propose_topics(  # noqa: PLR0913 -- all but the documents are optional and named
    documents: Sequence[Document],
    offered: Sequence[Topic] = (),
    *,
    examples: Examples | None = None,
    only: bool = False,
    count: int | None = None,
    model: Path = BUILT_IN,
    sections: Path | None = None,
    language: str = "en",
    names: str | None = None,
    encoder: EncoderChoice = "auto",
    explain: bool = True,
) -> Grouping:
    """Groups documents as ``group_documents`` does, with the reasons for each assignment.

    Args:
        documents: the documents.
        offered: the editor's topics.
        examples: texts that belong to an offered topic, by its slug: declared examples, and the
            pages in its folder.
        only: whether to use only the offered topics and “Everything else”.
        count: the approximate number of topics to make.
        model: the folder of the embedding model.
        sections: a file of topics that replaces the built-in ones.
        language: the language of most documents. The built-in topics have words in English, German,
            Spanish, French, Italian, Portuguese and Dutch. Texts in another language get topics
            named by their own words.
        names: the language for the names of topics; by default, that of most documents.
        encoder: what compares texts in place of the model, or whether the sentence encoder does.
        explain: whether each assignment names the words that decided.

    Raises:
        ConfigError: the model or the file of topics cannot be read.
    """
    known = own_subjects(sections) if sections else local_subjects(language)
    last = everything_else(offered, names or language)
    free = [document for document in documents if document.id not in last.members]
    topics: tuple[Topic, ...] = ()
    assigned: dict[str, TopicAssignment] = {}
    if free:
        loaded = load_model(model)
        compares = choose_encoder(encoder, len(free), model)
        encoded = compares is not None
        subjects = _subjects(offered, examples or {}, known, only=only, encoded=encoded)
        with one_blas_thread():
            groups, units = _group_threads(
                free,
                subjects,
                loaded,
                count=count,
                discover=not only,
                language=language,
                encoder=compares,
            )
            assigned = _assignments(free, groups, units, last, loaded if explain else None)
        topics = tuple(_described(topic, n, groups) for n, topic in enumerate(groups.topics))
    grouping = _grouping(documents, assigned, topics, last, offered)
    if sections:
        return grouping
    return name_topics(grouping, documents, known, offered, names or language)


def _assignments(
    documents: Sequence[Document],
    groups: PipelineResult,
    units: Sequence[int],
    last: Topic,
    model: Model | None,
) -> dict[str, TopicAssignment]:
    """The assignment of each document, by its id; with the words that decided if there is a model.

    ``units`` are the indices of the documents' threads, ``last`` is the topic of what fits none.
    """
    words: Sequence[tuple[str, ...]] = [()] * len(groups.corpus)
    if model:
        words = deciding_words(groups.corpus, groups.scores, model, groups.subjects_behind())
    return {
        document.id: _assignment(document, groups, unit, words[unit], last)
        for document, unit in zip(documents, units, strict=True)
    }


def _grouping(
    documents: Sequence[Document],
    assigned: Mapping[str, TopicAssignment],
    topics: Sequence[Topic],
    last: Topic,
    offered: Sequence[Topic],
) -> Grouping:
    """The topics with their members; documents without an assignment are in ``last``."""
    assignments = tuple(
        assigned.get(document.id, TopicAssignment(document=document.id, topic=last.slug, score=0.0))
        for document in documents
    )
    return Grouping(
        topics=_with_members(assignments, [*topics, last], offered), assignments=assignments
    )


def _group_threads(
    documents: Sequence[Document],
    subjects: Sequence[Subject],
    model: Model,
    *,
    count: int | None,
    discover: bool,
    language: str,
    encoder: TextEncoder | None,
) -> tuple[PipelineResult, list[int]]:
    """Groups documents, each thread as one text; returns the index of each document's thread."""
    fixed = _fixed_documents(documents, subjects)
    texts = [document.full_text for document in documents]
    thread_starts = [
        first if fixed.get(index, fixed.get(first)) == fixed.get(first) else index
        for index, first in enumerate(
            thread_of_each([document.full_text for document in documents])
        )
    ]
    threads = join_threads(texts, thread_starts)
    units = {first: index for index, first in enumerate(sorted(threads))}
    groups = run_pipeline(
        [threads[first] for first in units],
        subjects,
        model,
        most=count,
        fixed={units[thread_starts[index]]: subject for index, subject in fixed.items()},
        discover=discover,
        language=language,
        encoder=encoder,
        followers={units[p] for p in units if documents[p].kind == "essay" and p not in fixed},
    )
    return groups, [units[first] for first in thread_starts]


def _subjects(
    offered: Sequence[Topic],
    examples: Examples,
    known: Sequence[Subject],
    *,
    only: bool,
    encoded: bool,
) -> tuple[Subject, ...]:
    own = [topic for topic in offered if topic.slug != EVERYTHING_ELSE.slug]
    taken = {slug for topic in own for slug in (topic.slug, english_slug(topic.slug))}
    learned = distinctive_words(examples)
    return (
        *(
            offered_subject(
                topic,
                examples.get(topic.slug, ()),
                learned.get(topic.slug, ()),
                known=known,
                encoded=encoded,
            )
            for topic in own
        ),
        *(subject for subject in known if not only and subject.topic.slug not in taken),
    )


def _fixed_documents(documents: Sequence[Document], subjects: Sequence[Subject]) -> dict[int, int]:
    """The index of each document that is a member of an offered topic, with its subject's index."""
    owners = {
        member: index
        for index, subject in enumerate(subjects)
        if subject.offered
        for member in subject.topic.members
    }
    return {
        index: owners[document.id]
        for index, document in enumerate(documents)
        if document.id in owners
    }


def _assignment(
    document: Document, groups: PipelineResult, unit: int, words: tuple[str, ...], last: Topic
) -> TopicAssignment:
    label = int(groups.labels[unit])
    if label < 0:
        alone = document.kind == "essay"
        return TopicAssignment(document=document.id, topic="" if alone else last.slug, score=0.0)
    second = int(groups.runners_up[unit])
    near = second >= 0
    score = round(float(groups.support[unit, label]), 3)
    runner_up_score = round(float(groups.support[unit, second]), 3) if near else 0.0
    return TopicAssignment(
        document=document.id,
        topic=groups.topics[label].slug,
        score=score,
        runner_up=groups.topics[second].slug if near else "",
        runner_up_score=runner_up_score,
        probability=groups.probability(unit),
        words=words,
    )


def _described(topic: Topic, label: int, groups: PipelineResult) -> Topic:
    """The topic; for a section, with a description that names the subjects of its texts."""
    sections = [subject.section for subject in groups.scores.subjects if not subject.offered]
    if topic not in sections:
        return topic
    texts = np.flatnonzero(groups.labels == label).tolist()
    indices = [(text, groups.subject_behind(text, label)) for text in texts]
    clear = [
        groups.scores.subjects[subject]
        for text, subject in indices
        if groups.scores.table[text, subject] >= ACCEPTED
    ]
    line = describe_subjects(clear, len(texts))
    return replace(topic, description=line or topic.description)


def _with_members(
    assignments: Sequence[TopicAssignment], topics: Sequence[Topic], offered: Sequence[Topic]
) -> tuple[Topic, ...]:
    members: Mapping[str, list[str]] = defaultdict(list)
    for assignment in assignments:
        members[assignment.topic].append(assignment.document)
    first = [topic.slug for topic in offered if topic.slug != EVERYTHING_ELSE.slug]

    indices = {assignment.document: index for index, assignment in enumerate(assignments)}

    def rank(topic: Topic) -> tuple[bool, int, int, int]:
        is_last = topic.slug == EVERYTHING_ELSE.slug
        if topic.slug in first:
            return is_last, 0, first.index(topic.slug), 0
        return is_last, 1, -len(topic.members), indices[topic.members[0]]

    found = [replace(t, members=tuple(members[t.slug])) for t in topics if members[t.slug]]
    return tuple(sorted(found, key=rank))
