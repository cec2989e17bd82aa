"""Measures how accurately, and how fast, texts are grouped: ``make bench-topics``.

Accuracy is the V-measure (Rosenberg and Hirschberg, 2007) and pairwise F1 against the gold topics
of the dumps in ``../shared/dumps`` and of digests.toml, a second development set. Speed is the load
time, and the texts per second and peak memory for 100,000 synthetic posts.
"""

import argparse
import json
import math
import random
import resource
import time
import tomllib
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

DUMPS = Path(__file__).parents[2] / "shared" / "dumps"
DIGESTS = Path(__file__).with_name("digests.toml")
ENGLISH_SHARE = 0.9


def main() -> None:
    """Prints the results."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "dumps", type=Path, nargs="?", default=DUMPS, help="a folder of labelled dumps"
    )
    parser.add_argument("--posts", type=int, default=100_000, help="0 skips the speed")
    arguments = parser.parse_args()
    print(f"ready to group in {time_load():.2f} s")
    measure_quality("dump", read_dumps(sorted(arguments.dumps.glob("*.json"))))
    measure_quality("second set", read_digests())
    if arguments.posts:
        measure_speed(arguments.posts)


def time_load() -> float:
    """Seconds until the first text is grouped."""
    start = time.perf_counter()
    from sitegen.topics import group_texts  # noqa: PLC0415 - what is measured

    group_texts(["The kettle whistles."])
    return time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class Labelled:
    """Texts with the topics that a person assigned."""

    name: str
    texts: list[str]
    gold: list[str]
    english: bool = True


def read_dumps(paths: Sequence[Path]) -> list[Labelled]:
    """Reads labelled dumps, with the documents as labelled rather than as split."""
    dumps = []
    for path in paths:
        documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
        english = sum(document["lang"] == "en" for document in documents)
        dumps.append(
            Labelled(
                path.stem,
                ["\n".join(document["lines"]) for document in documents],
                [document["topic"] for document in documents],
                english=english > ENGLISH_SHARE * len(documents),
            )
        )
    return dumps


def read_digests() -> list[Labelled]:
    """Reads the digests of digests.toml, with the posts of their topics interleaved."""
    digests = tomllib.loads(DIGESTS.read_text(encoding="utf-8"))
    return [
        Labelled(name, [post for post, _ in posts], [topic for _, topic in posts])
        for name, posts in ((name, _interleaved(topics)) for name, topics in digests.items())
    ]


def _interleaved(topics: dict[str, list[str]]) -> list[tuple[str, str]]:
    rows = zip_longest(*([(post, topic) for post in posts] for topic, posts in topics.items()))
    return [post for row in rows for post in row if post]


def measure_quality(title: str, sets: Sequence[Labelled]) -> None:
    """Prints a line for each set, and the mean of the English ones."""
    from sitegen.topics import group_texts  # noqa: PLC0415 - loaded late, for time_load

    print(f"{title:<18}{'texts':>6}{'gold':>6}{'found':>6}{'V':>7}{'F1':>7}  with the gold count")
    english = []
    for labelled in sets:
        gold, found = labelled.gold, group_texts(labelled.texts)
        exact = group_texts(labelled.texts, len(set(gold)))
        figures = [score for each in (found, exact) for score in _agreement(gold, each)]
        print(f"{labelled.name:<18}{len(gold):>6}{len(set(gold)):>6}{len(set(found)):>6}", end="")
        print("".join(f"{figure:>7.3f}" for figure in figures))
        if labelled.english:
            english.append(figures)
    if english:
        means = [sum(column) / len(english) for column in zip(*english, strict=True)]
        print(f"{'English mean':<36}" + "".join(f"{mean:>7.3f}" for mean in means))


def _agreement(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float]:
    return v_measure(gold, found), pairwise_f1(gold, found)


def v_measure(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """The harmonic mean of homogeneity and completeness, 0 to 1."""
    of_gold, of_found = entropy(gold), entropy(found)
    shared = of_gold + of_found - entropy(list(zip(gold, found, strict=True)))
    return 2 * shared / (of_gold + of_found) if of_gold + of_found else 1.0


def entropy(labels: Sequence[Hashable]) -> float:
    """The entropy of labels, in nats."""
    total = len(labels)
    return -sum(n / total * math.log(n / total) for n in Counter(labels).values())


def pairwise_f1(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """F1 over the pairs of texts in one group, 0 to 1."""
    both = pairs(list(zip(gold, found, strict=True)))
    either = pairs(gold) + pairs(found)
    return 2 * both / either if either else 1.0


def pairs(labels: Sequence[Hashable]) -> int:
    """The number of pairs of texts with the same label."""
    return sum(math.comb(number, 2) for number in Counter(labels).values())


def measure_speed(count: int) -> None:
    """Prints the time and memory to group synthetic posts."""
    from sitegen.topics import group_texts  # noqa: PLC0415

    posts = synthetic_posts(count)
    start = time.perf_counter()
    found = group_texts(posts)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} posts in {seconds:.1f} s ({count / seconds:,.0f} a second), ", end="")
    print(f"{len(set(found))} topics, peak {peak:,.0f} MB")


def synthetic_posts(count: int) -> list[str]:
    """Posts of 8 to 30 words: up to four from one built-in topic, and common words."""
    from sitegen.topics.embeddings import load_model  # noqa: PLC0415
    from sitegen.topics.subjects import built_in_subjects  # noqa: PLC0415

    chance = random.Random(1)  # noqa: S311 - no secret
    common = [word for word in load_model().vocabulary if word.isalpha() and len(word) > 2]
    subjects = built_in_subjects()
    posts = []
    for _ in range(count):
        own = chance.choice(subjects)
        words = [*own.words, *own.phrases]
        keywords = chance.choices(words, k=chance.randint(0, 4))
        fillers = [
            common[int(len(common) * chance.random() ** 3)] for _ in range(chance.randint(8, 26))
        ]
        mixed = keywords + fillers
        chance.shuffle(mixed)
        posts.append(" ".join(mixed).capitalize() + ".")
    return posts


if __name__ == "__main__":
    main()
