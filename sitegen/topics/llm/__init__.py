"""Groups documents with a language model, in two passes.

- ``proposing``: it proposes topics for all texts; ``assigning``: it assigns texts in batches
- ``prompts``: what it is asked, in a length that fits its context
- ``chat``, ``server``: the request and the response; ``answer_cache``: what it answered before
"""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sitegen.configuration.settings import GroupingConfig
from sitegen.errors import ConfigError
from sitegen.models import Topic
from sitegen.topics.answers import Answer, Question, with_members
from sitegen.topics.everything_else import EVERYTHING_ELSE
from sitegen.topics.llm.answer_cache import AnswerCache
from sitegen.topics.llm.assigning import Placement, place_texts
from sitegen.topics.llm.chat import Chat
from sitegen.topics.llm.model import LanguageModel
from sitegen.topics.llm.prompts import Text, one_line, tokens_in, topic_lines
from sitegen.topics.llm.proposing import propose_topics
from sitegen.topics.llm.server import Server, checked_key
from sitegen.topics.threads import join_threads, thread_of_each

__all__ = ["ask_llm"]

_CLOUD = ("-cloud", ":cloud")
"""How the names of models end that Ollama runs on other machines."""


def ask_llm(
    settings: GroupingConfig,
    question: Question,
    *,
    cache_folder: Path | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Answer:
    """Assigns the documents of a question to its topics, and to new ones unless ``only``.

    Args:
        settings: the server and the model.
        question: the documents and topics.
        cache_folder: where answers are kept; None to keep none.
        progress: is told what the model is asked.

    Raises:
        ConfigError: the server is on another machine although that is not allowed, it fails, or
            the model gives no valid answer.
    """
    if settings.llm_model.endswith(_CLOUD) and not settings.llm_allow_remote:
        raise ConfigError(
            f"the model {settings.llm_model} runs on another machine, and the posts may not leave "
            "this one unless “llm_allow_remote = true” allows it"
        )
    model = _model_of(settings, cache_folder, progress)
    texts, starts = _texts_of(question)
    proposed = () if question.only else propose_topics(model, texts, question)
    titles, lines = _topics(model, question, proposed)
    placed = place_texts(model, texts, lines, titles)
    placements = {document.id: placed.get(starts[document.id]) for document in question.documents}
    return _answer_of(placements, question, proposed)


def _model_of(
    settings: GroupingConfig, cache_folder: Path | None, progress: Callable[[str], None]
) -> LanguageModel:
    server = Server(
        url=settings.llm,
        seconds=settings.llm_seconds,
        key=checked_key(os.environ),
        allow_remote=settings.llm_allow_remote,
    )
    return LanguageModel(
        chat=Chat(server, settings.llm_model),
        context=settings.llm_context,
        cache=AnswerCache(cache_folder),
        progress=progress,
    )


def _texts_of(question: Question) -> tuple[list[Text], dict[str, str]]:
    """The texts to ask about, each thread as one; and the id of each document's text."""
    documents = question.documents
    starts = thread_of_each([document.full_text for document in documents])
    threads = join_threads([document.full_text for document in documents], starts)
    texts = [
        Text(documents[n].id, one_line(threads[n]), is_essay=documents[n].kind == "essay")
        for n in sorted(threads)
    ]
    return texts, {d.id: documents[n].id for d, n in zip(documents, starts, strict=True)}


def _topics(
    model: LanguageModel, question: Question, proposed: Sequence[Topic]
) -> tuple[list[str], str]:
    """The titles of all topics, and the lines that describe them."""
    topics = [t for t in (*question.topics, *proposed) if t.slug != EVERYTHING_ELSE.slug]
    lines = topic_lines(question, model.context // 4, proposed)
    if tokens_in(lines) > model.context // 2:
        raise ConfigError(
            f"{len(topics):,} topics do not fit into a context of {model.context:,} tokens; if the "
            "model has a larger one, set “llm_context”"
        )
    return [*(topic.title for topic in topics), EVERYTHING_ELSE.title], lines


def _answer_of(
    placements: Mapping[str, Placement | None], question: Question, proposed: Sequence[Topic]
) -> Answer:
    """The answer. No topic is made for essays alone, and none of them is in “Everything else”."""
    essays = {document.id for document in question.documents if document.kind == "essay"}
    filled = {topic.title for topic in question.topics if topic.members}
    filled |= {p.title for id_, p in placements.items() if p and id_ not in essays}
    filled_for_essays = filled - {EVERYTHING_ELSE.title}
    titles = {
        id_: found.title
        if found and (id_ not in essays or found.title in filled_for_essays)
        else None
        for id_, found in placements.items()
    }
    return Answer(
        topics=with_members(titles, question, proposed),
        assigned=frozenset(id_ for id_, title in titles.items() if title),
        reasons={id_: p.reason for id_, p in placements.items() if p and p.reason},
        unanswered=sum(found is None for found in placements.values()),
    )
