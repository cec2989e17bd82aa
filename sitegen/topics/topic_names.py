"""Names the built-in topics of a grouping in the language of the digest, or of their texts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.languages import detect_language, load_wording
from sitegen.models import Document, Topic
from sitegen.topics.everything_else import EVERYTHING_ELSE
from sitegen.topics.grouping_types import Grouping, Subject
from sitegen.topics.topic_translations import load_translation, translated

_MOST_EXAMINED = 50


def name_topics(
    grouping: Grouping,
    documents: Sequence[Document],
    known: Sequence[Subject],
    offered: Sequence[Topic],
    language: str,
) -> Grouping:
    """The grouping, with its built-in topics named in a language.

    A topic whose texts are mostly in another language than English has the name in that one. Topics
    that thus have the same name become one.
    """
    built_in = {subject.topic.slug for subject in known}
    built_in |= {subject.section.slug for subject in known if subject.section}
    built_in -= {topic.slug for topic in offered}
    texts = {document.id: document for document in documents}
    names: dict[str, Topic] = {}
    for topic in grouping.topics:
        if topic.slug in built_in:
            own = _main_language([texts[id_] for id_ in topic.members if id_ in texts])
            names[topic.slug] = translated(topic, own or language)
    return _renamed(grouping, names)


def _main_language(documents: Sequence[Document]) -> str | None:
    """The translated language that most documents are in; None if it is English or unknown."""
    some = documents[:_MOST_EXAMINED]
    found = Counter(d.lang or detect_language(d.text) or "" for d in some)
    language, number = found.most_common(1)[0] if found else ("", 0)
    is_main = 2 * number > len(some) and not language.startswith("en")
    return language if is_main and load_translation(language) else None


def _renamed(grouping: Grouping, names: Mapping[str, Topic]) -> Grouping:
    topics: dict[str, Topic] = {}
    for topic in grouping.topics:
        renamed = names.get(topic.slug, topic)
        same = topics.get(renamed.slug)
        members = (*same.members, *topic.members) if same else topic.members
        topics[renamed.slug] = replace(same or renamed, members=members)
    slugs = {slug: topic.slug for slug, topic in names.items()}
    assignments = tuple(
        replace(
            place,
            topic=slugs.get(place.topic, place.topic),
            runner_up=slugs.get(place.runner_up, place.runner_up),
        )
        for place in grouping.assignments
    )
    return replace(grouping, topics=tuple(topics.values()), assignments=assignments)


def everything_else(offered: Sequence[Topic], language: str) -> Topic:
    """The topic for texts that fit no other: the editor's own, or one named in ``language``."""
    own = next((topic for topic in offered if topic.slug == EVERYTHING_ELSE.slug), None)
    if own is not None:
        return replace(own)
    if (named := translated(EVERYTHING_ELSE, language)) is not EVERYTHING_ELSE:
        return replace(named, slug=EVERYTHING_ELSE.slug)
    wording = load_wording(language, ())
    return replace(
        EVERYTHING_ELSE,
        title=wording.say(EVERYTHING_ELSE.title),
        description=wording.say(EVERYTHING_ELSE.description),
    )
