"""Finds built-in topics that draw posts of others: ``python -m benchmarks.topics --sinks``.

The posts are those of ``../shared/topics-posts.tsv``: a topic's title, a tab and a post that was
written for the topic. Odd lines are for development, even lines only for the report.
"""

from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.topic_posts import read_posts
from sitegen.topics.corpus import read_corpus
from sitegen.topics.embeddings import BUILT_IN, load_model
from sitegen.topics.encoder.vectors import EncoderChoice, choose_encoder
from sitegen.topics.scoring_tables import listed_phrases
from sitegen.topics.subjects import built_in_subjects
from sitegen.topics.topic_scoring import score_texts


class Ranking(NamedTuple):
    """The built-in topics of some posts, best first."""

    titles: list[str]
    """The topic that each post was written for."""
    best: list[list[str]]
    """The topics of each post, in descending order of score."""
    texts: list[str]


def rank_topics(posts: list[tuple[str, str]], choice: EncoderChoice = "auto") -> Ranking:
    """Scores posts for every built-in topic."""
    subjects, model = built_in_subjects(), load_model()
    encoder = choose_encoder(choice, len(posts), BUILT_IN)
    texts = [text for _, text in posts]
    corpus = read_corpus(texts, model, listed_phrases(subjects), encoder)
    table = score_texts(corpus, subjects, model, encoder).table
    order = np.argsort(-table, axis=1, kind="stable")
    titles = [subject.topic.title for subject in subjects]
    best = [[titles[index] for index in row] for row in order.tolist()]
    return Ranking([title for title, _ in posts], best, texts)


def print_sinks(path: Path, choice: EncoderChoice, most: int = 25) -> None:
    """Prints how many posts have the right topic first, and the topics that draw most others."""
    if not path.exists():
        print(f"no {path}: sinks are not measured")
        return
    for name, even in (("odd lines, developed with", False), ("even lines, only reported", True)):
        ranking = rank_topics(read_posts(path, even=even), choice)
        pairs = list(zip(ranking.titles, ranking.best, strict=True))
        first = sum(own == best[0] for own, best in pairs) / len(pairs)
        ten = sum(own in best[:10] for own, best in pairs) / len(pairs)
        drawn = Counter(best[0] for own, best in pairs if own != best[0])
        worst = sum(number for _, number in drawn.most_common(20)) / len(pairs)
        print(f"{name}: {len(pairs)} posts, right first {first:.1%}, among ten {ten:.1%}, ", end="")
        print(f"drawn by the worst twenty {worst:.1%}")
        if not even:
            _print_worst(pairs, drawn, most)


def _print_worst(pairs: list[tuple[str, list[str]]], drawn: Counter[str], most: int) -> None:
    owners: dict[str, Counter[str]] = defaultdict(Counter)
    own_posts: Counter[str] = Counter()
    for own, best in pairs:
        owners[best[0]][own] += own != best[0]
        own_posts[own] += own == best[0]
    for title, number in drawn.most_common(most):
        from_where = ", ".join(f"{t} {n}" for t, n in owners[title].most_common(5) if n)
        print(f"  {number:>3} drawn, {own_posts[title]} own  {title}: {from_where}")
