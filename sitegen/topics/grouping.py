"""A first grouping of documents into topics, by the words that they use."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.models import Document, Topic
from sitegen.topics.sections import Subject, subjects_for
from sitegen.topics.words import subject_words, terms_of

EVERYTHING_ELSE = Topic(
    slug="everything-else",
    title="Everything else",
    description="What stands on its own.",
)

_FEW_POSTS = 20
"""Below this many posts, a topic may hold a single one."""
_FEWEST_TOPICS = 3
_ENOUGH = 0.5
"""What a document's words must weigh: a keyword or two hints."""
_CLEAR_LEAD = 1.5
"""How many times as much as the second an answer must weigh to be clear."""

Scores = Mapping[int, float]
"""How much a document's words speak for each subject, by the subject's place."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A document as the grouping sees it."""

    document: Document
    terms: Counter[str]
    scores: Scores

    def best(self, among: Iterable[int]) -> int | None:
        """The subject that its words speak for most, if they say enough; on a tie the first."""
        spoken_for = [place for place in sorted(among) if self.scores.get(place, 0) >= _ENOUGH]
        return max(spoken_for, key=lambda place: self.scores[place], default=None)

    def loss(self, place: int, among: Iterable[int]) -> float:
        """What it would lose by leaving the subject at ``place`` for the best of others."""
        second = self.best(set(among) - {place})
        return 1 - self.scores[second] / self.scores[place] if second is not None else 1


def group_documents(
    documents: Sequence[Document], offered: Sequence[Topic] = ()
) -> tuple[Topic, ...]:
    """The topics of a dump's documents: every post in exactly one, an essay in one or in none.

    Args:
        documents: what was read; their ids are the members of the topics.
        offered: topics that the editor declared, or that stand in ``content/``. They come first in
            the answer, and a document that is a member of one already stays there.

    Returns:
        The topics that have members: the offered ones in their order, then built-in ones, the
        largest first, then what belongs nowhere, under “Everything else”. No topic is made for an
        essay alone.
    """
    subjects = subjects_for([topic for topic in offered if topic.slug != EVERYTHING_ELSE.slug])
    last = next((topic for topic in offered if topic.slug == EVERYTHING_ELSE.slug), EVERYTHING_ELSE)
    held = {member: topic.slug for topic in offered for member in topic.members}
    readings = _read(documents, subjects)
    posts = [reading for reading in readings if reading.document.kind == "post"]
    free = [reading for reading in posts if reading.document.id not in held]
    places = _accept(free, subjects, held)
    slugs = held | {id_: subjects[place].topic.slug for id_, place in places.items()}
    slugs = _join_by_shared_words(posts, slugs)
    slugs = {post.document.id: last.slug for post in posts} | slugs
    slugs |= _place_essays(readings, slugs, subjects)
    return _gather(documents, [*(subject.topic for subject in subjects), last], slugs, offered)


def _read(documents: Sequence[Document], subjects: Sequence[Subject]) -> list[_Reading]:
    terms = [terms_of(document.text) for document in documents]
    rarity = _rarity(terms)
    claims: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, subject in enumerate(subjects):
        for term, weight in subject.weights.items():
            claims[term].append((place, weight))
    return [
        _Reading(document, counts, _score(counts, claims, rarity))
        for document, counts in zip(documents, terms, strict=True)
    ]


def _rarity(terms: Sequence[Counter[str]]) -> dict[str, float]:
    """What each term weighs: from 1 in a single document down to a half in all of them."""
    used = Counter(term for counts in terms for term in counts)
    most = math.log(len(terms) + 1)
    return {term: 1 - math.log(number) / most / 2 for term, number in used.items()}


def _score(
    terms: Counter[str],
    claims: Mapping[str, Sequence[tuple[int, float]]],
    rarity: Mapping[str, float],
) -> Scores:
    scores: dict[int, float] = defaultdict(float)
    for term in sorted(terms.keys() & claims.keys()):
        for place, weight in claims[term]:
            scores[place] += weight * rarity[term] * (1 + math.log(terms[term]))
    return {place: round(score, 6) for place, score in scores.items()}


def _accept(
    free: Sequence[_Reading], subjects: Sequence[Subject], held: Mapping[str, str]
) -> dict[str, int]:
    """The place of each document's subject, by the document's id.

    Built-in subjects that are too many, or too small, are given up one by one, and their documents
    go where they are next most at home. Documents that no subject speaks for are left out.
    """
    offered = {place for place, subject in enumerate(subjects) if subject.offered}
    open_places = set(range(len(subjects)))
    posts = len(held) + len(free)
    least = 1 if posts < _FEW_POSTS else 2
    while True:
        groups = _groups(free, open_places)
        in_use = {*held.values(), *(subjects[place].topic.slug for place in groups)}
        in_use.discard(EVERYTHING_ELSE.slug)
        built_in = sorted(groups.keys() - offered)
        smallest = min((len(groups[place]) for place in built_in), default=least)
        too_small = smallest < least and len(in_use) > _FEWEST_TOPICS
        if not built_in or (len(in_use) <= _most_topics(posts) and not too_small):
            break
        small = [place for place in built_in if len(groups[place]) == smallest]
        open_places = groups.keys() | offered
        open_places.remove(_most_at_ease_elsewhere(small, groups, open_places))
    return {r.document.id: place for place, members in groups.items() for r in members}


def _most_topics(posts: int) -> int:
    """How many topics a digest of so many posts may have, “Everything else” apart."""
    return min(3 + posts // 3, 6 + posts // 20)


def _groups(free: Sequence[_Reading], places: Iterable[int]) -> dict[int, list[_Reading]]:
    groups: dict[int, list[_Reading]] = defaultdict(list)
    for reading in free:
        place = reading.best(places)
        if place is not None:
            groups[place].append(reading)
    return groups


def _most_at_ease_elsewhere(
    small: Iterable[int], groups: Mapping[int, Sequence[_Reading]], among: Iterable[int]
) -> int:
    """The small subject whose documents lose least if it is given up."""
    losses = {
        place: round(sum(reading.loss(place, among) for reading in groups[place]), 6)
        for place in small
    }
    return min(losses, key=lambda place: (losses[place], place))


def _join_by_shared_words(posts: Sequence[_Reading], slugs: Mapping[str, str]) -> dict[str, str]:
    """The slugs, with those of documents that clearly share uncommon words with one topic."""
    words = {post.document.id: subject_words(post.terms) for post in posts}
    used = Counter(word for found in words.values() for word in found)
    uncommon = {word for word, number in used.items() if 2 <= number <= max(2, len(posts) // 6)}
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for id_, slug in slugs.items():
        shared[slug].update(words.get(id_, frozenset()) & uncommon)
    joined = dict(slugs)
    for post in posts:
        own = words[post.document.id] & uncommon
        clearest = _clearest(own, shared)
        if post.document.id not in slugs and clearest:
            joined[post.document.id] = clearest
    return joined


def _clearest(words: frozenset[str], shared: Mapping[str, Counter[str]]) -> str | None:
    """The topic whose posts share two words, or a name, with these, if no other comes near."""
    ties = {
        slug: sum(2 if word[0] in "@#" else 1 for word in words if found[word])
        for slug, found in shared.items()
    }
    ranked = sorted(ties, key=lambda slug: -ties[slug])
    if not ranked or ties[ranked[0]] < 2:
        return None
    second = ties[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if ties[ranked[0]] >= _CLEAR_LEAD * second else None


def _place_essays(
    readings: Iterable[_Reading], slugs: Mapping[str, str], subjects: Sequence[Subject]
) -> dict[str, str]:
    """The essays whose words speak first of all for a topic that posts are in."""
    standing = set(slugs.values())
    placed = {}
    for reading in readings:
        id_ = reading.document.id
        place = reading.best(range(len(subjects)))
        if reading.document.kind == "essay" and id_ not in slugs and place is not None:
            slug = subjects[place].topic.slug
            if slug in standing:
                placed[id_] = slug
    return placed


def _gather(
    documents: Sequence[Document],
    topics: Sequence[Topic],
    slugs: Mapping[str, str],
    offered: Sequence[Topic],
) -> tuple[Topic, ...]:
    members: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if document.id in slugs:
            members[slugs[document.id]].append(document.id)
    first = {topic.slug for topic in offered}
    found = [replace(t, members=tuple(members[t.slug])) for t in topics if members[t.slug]]
    return tuple(sorted(found, key=lambda topic: _rank(topic, first)))


def _rank(topic: Topic, offered: Collection[str]) -> tuple[bool, float]:
    """Smaller for a topic that comes earlier; offered ones are equal, and keep their order."""
    before_all = -math.inf if topic.slug in offered else -len(topic.members)
    return topic.slug == EVERYTHING_ELSE.slug, before_all
