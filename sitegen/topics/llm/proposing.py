"""The first pass: a language model proposes topics for all texts."""

from collections.abc import Sequence

from sitegen.errors import ConfigError
from sitegen.models import Topic
from sitegen.text.labels import slugify
from sitegen.topics.answers import Question, checked_title
from sitegen.topics.everything_else import EVERYTHING_ELSE
from sitegen.topics.llm.answer_cache import key_of
from sitegen.topics.llm.chat import InvalidAnswerError, Prompt
from sitegen.topics.llm.model import TRIES, LanguageModel
from sitegen.topics.llm.prompts import Text, one_line, proposal_prompt
from sitegen.topics.title_words import is_telling_title
from sitegen.topics.topic_selection import most_topics

_FEWEST, _MOST = 8, 15
"""How many topics a large digest gets."""
_LONGEST_DESCRIPTION = 160


def propose_topics(
    model: LanguageModel, texts: Sequence[Text], question: Question
) -> tuple[Topic, ...]:
    """New topics for some texts, beside those of the question.

    Raises:
        ConfigError: the server fails, or the model gives no valid answer.
    """
    fewest, most = _counts(question, len(texts))
    if not most:
        return ()
    prompt = proposal_prompt(texts, question, (fewest, most), model.context)
    key = key_of("topics", model.chat.model, prompt)
    kept = model.cache.get(key)
    if isinstance(kept, list):
        return _checked(kept, question, most)
    model.progress("the model looks for topics")
    answer = _ask(model, prompt, question, most)
    model.cache.add([(key, answer)])
    return _checked(answer, question, most)


def _counts(question: Question, texts: int) -> tuple[int, int]:
    """The fewest and the most topics to propose."""
    existing = sum(topic.slug != EVERYTHING_ELSE.slug for topic in question.topics)
    if question.count is not None:
        missing = max(0, question.count - existing)
        return missing, missing
    most = min(_MOST, most_topics(texts))
    fewest = max(2, most * _FEWEST // _MOST)
    return max(0, fewest - existing), max(1, most - existing)


def _ask(model: LanguageModel, prompt: Prompt, question: Question, most: int) -> list[object]:
    mistake = ""
    for _ in range(TRIES):
        again = f"\nAn earlier answer was rejected: {mistake}" if mistake else ""
        try:
            answer = model.chat.ask(prompt._replace(user=prompt.user + again))
        except InvalidAnswerError as error:
            mistake = str(error)
            continue
        if _checked(answer, question, most) or question.topics:
            return answer
        mistake = "it proposes no topic with a title"
    raise ConfigError(f"it proposed no topics in {TRIES} tries: {mistake}")


def _checked(answer: Sequence[object], question: Question, most: int) -> tuple[Topic, ...]:
    """The proposed topics whose titles are valid and name something, without existing ones."""
    taken = {EVERYTHING_ELSE.slug, *(topic.slug for topic in question.topics)}
    taken |= {slugify(t.title, "topic", language=question.language) for t in question.topics}
    found: dict[str, Topic] = {}
    for item in answer:
        topic = _topic_of(item, question.language)
        english = question.language == "en"
        if topic and topic.slug not in taken and is_telling_title(topic.title, english=english):
            found.setdefault(topic.slug, topic)
    return tuple(found.values())[:most]


def _topic_of(item: object, language: str) -> Topic | None:
    """A proposed topic; None if it has no valid title."""
    fields = item if isinstance(item, dict) else {"title": item}
    try:
        title = checked_title(fields.get("title"), "a proposal")
    except ConfigError:
        return None
    described = fields.get("description")
    line = one_line(described, _LONGEST_DESCRIPTION) if isinstance(described, str) else ""
    slug = slugify(title or "", "topic", language=language)
    return Topic(slug=slug, title=title, description=line) if title else None
