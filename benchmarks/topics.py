"""How well and how fast texts are grouped: ``make bench-topics``.

V-measure (Rosenberg and Hirschberg, 2007) and pairwise F1 against the gold topics of the dumps in
``../shared/dumps``; texts a second, load time and peak memory at 100,000 synthetic posts.
"""

import argparse
import json
import math
import random
import resource
import time
from collections import Counter
from collections.abc import Hashable, Sequence
from pathlib import Path

DUMPS = Path(__file__).parents[2] / "shared" / "dumps"
ENGLISH_SHARE = 0.9


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "dumps", type=Path, nargs="?", default=DUMPS, help="a folder of labelled dumps"
    )
    parser.add_argument("--posts", type=int, default=100_000, help="0 leaves the speed out")
    arguments = parser.parse_args()
    print(f"ready to group in {time_load():.2f} s")
    measure_quality(sorted(arguments.dumps.glob("*.json")))
    if arguments.posts:
        measure_speed(arguments.posts)


def time_load() -> float:
    """Seconds until the first text is grouped."""
    start = time.perf_counter()
    from sitegen.topics import group_texts  # noqa: PLC0415 - what is measured

    group_texts(["The kettle whistles."])
    return time.perf_counter() - start


def measure_quality(paths: Sequence[Path]) -> None:
    """Prints a line for each dump, and the mean of the English ones."""
    from sitegen.topics import group_texts  # noqa: PLC0415 - loaded late, for time_load

    print(f"{'dump':<12}{'texts':>6}{'gold':>6}{'found':>6}{'V':>7}{'F1':>7}")
    english = []
    for path in paths:
        documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
        gold = [document["topic"] for document in documents]
        found = group_texts(["\n".join(document["lines"]) for document in documents])
        figures = v_measure(gold, found), pairwise_f1(gold, found)
        counts = len(gold), len(set(gold)), len(set(found))
        print(f"{path.stem:<12}{counts[0]:>6}{counts[1]:>6}{counts[2]:>6}", end="")
        print(f"{figures[0]:>7.3f}{figures[1]:>7.3f}")
        if sum(document["lang"] == "en" for document in documents) > ENGLISH_SHARE * len(gold):
            english.append(figures)
    if english:
        means = [sum(column) / len(english) for column in zip(*english, strict=True)]
        print(f"{'English mean':<30}{means[0]:>7.3f}{means[1]:>7.3f}")


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
    """F1 over the pairs of texts that stand together, 0 to 1."""
    both = pairs(list(zip(gold, found, strict=True)))
    either = pairs(gold) + pairs(found)
    return 2 * both / either if either else 1.0


def pairs(labels: Sequence[Hashable]) -> int:
    """How many pairs of texts have the same label."""
    return sum(math.comb(number, 2) for number in Counter(labels).values())


def measure_speed(count: int) -> None:
    """Prints time and memory for synthetic posts."""
    from sitegen.topics import group_texts  # noqa: PLC0415

    posts = synthetic_posts(count)
    start = time.perf_counter()
    found = group_texts(posts)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} posts in {seconds:.1f} s ({count / seconds:,.0f} a second), ", end="")
    print(f"{len(set(found))} topics, peak {peak:,.0f} MB")


def synthetic_posts(count: int) -> list[str]:
    """Posts of 8 to 30 words, some from one built-in topic and the rest common ones."""
    from sitegen.topics.sections import built_in_subjects  # noqa: PLC0415
    from sitegen.topics.tables import load_model  # noqa: PLC0415

    chance = random.Random(1)  # noqa: S311 - no secret
    common = [word for word in load_model().vocabulary if word.isalpha() and len(word) > 2]
    subjects = built_in_subjects()
    posts = []
    for _ in range(count):
        own = chance.choice(subjects)
        words = [*own.words, *own.phrases]
        told = chance.choices(words, k=chance.randint(0, 4))
        rest = [
            common[int(len(common) * chance.random() ** 3)] for _ in range(chance.randint(8, 26))
        ]
        mixed = told + rest
        chance.shuffle(mixed)
        posts.append(" ".join(mixed).capitalize() + ".")
    return posts


if __name__ == "__main__":
    main()
