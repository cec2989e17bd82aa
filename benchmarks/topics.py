"""Measures how accurately, and how fast, texts are grouped: ``make bench-topics``.

Accuracy is the V-measure (Rosenberg and Hirschberg, 2007), pairwise F1 and adjusted mutual
information against the gold topics of the dumps in ``../shared/dumps``, of digests.toml, a second
development set, of digests mixed from posts of known topics, and of those in other languages; and
the share of related posts on the same gold topic. Speed is the load time, and the texts per second
and peak memory for 100,000 synthetic posts.
"""

import argparse
import json
import operator
import random
import resource
import time
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.agreement import adjusted_information, pairwise_f1, placed, v_measure
from benchmarks.mixed_digests import mix_digests
from benchmarks.public_sets import measure_sets
from benchmarks.topic_posts import POSTS, read_posts

if TYPE_CHECKING:
    from sitegen.topics.encoder.vectors import EncoderChoice

DUMPS = Path(__file__).parents[2] / "shared" / "dumps"
DIGESTS = Path(__file__).with_name("digests.toml")
FOREIGN = Path(__file__).with_name("foreign_digests.toml")
ENGLISH_SHARE = 0.9
MIXED = 60
"""How many digests are mixed from the odd lines, and from the even ones."""


def main() -> None:
    """Prints the results."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "dumps", type=Path, nargs="?", default=DUMPS, help="a folder of labelled dumps"
    )
    parser.add_argument("--posts", type=int, default=100_000, help="0 skips the speed")
    parser.add_argument("--encoder", choices=["auto", "on", "off"], default="auto")
    parser.add_argument("--sets", type=Path, help="a folder of public sets, see public_sets.py")
    parser.add_argument(
        "--sinks", action="store_true", help="only find the topics that draw posts of others"
    )
    arguments = parser.parse_args()
    if arguments.sinks:
        from benchmarks.topic_sinks import print_sinks  # noqa: PLC0415

        print_sinks(POSTS, arguments.encoder)
        return
    print(f"ready to group in {time_load():.2f} s")
    encoder: EncoderChoice = arguments.encoder
    measure_quality("dump", read_dumps(sorted(arguments.dumps.glob("*.json"))), encoder)
    measure_quality("second set", read_digests(), encoder)
    measure_languages(FOREIGN, encoder)
    if POSTS.exists():
        measure_quality("odd lines", read_mixed(even=False), encoder, only_mean=True)
        measure_quality("even lines", read_mixed(even=True), encoder, only_mean=True)
    else:
        print(f"no {POSTS}: mixed digests are not measured")
    if arguments.sets:
        measure_sets(arguments.sets)
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


FIGURES = ("V", "F1", "AMI", "placed", "wrong", "V", "F1", "titles")


def read_mixed(*, even: bool) -> list[Labelled]:
    """Reads digests mixed from posts of known topics."""
    digests = mix_digests(read_posts(POSTS, even=even), MIXED)
    return [
        Labelled(str(number), [text for _, text in digest], [topic for topic, _ in digest])
        for number, digest in enumerate(digests, 1)
    ]


def measure_quality(
    title: str,
    sets: Sequence[Labelled],
    encoder: "EncoderChoice",
    *,
    only_mean: bool = False,
) -> None:
    """Prints a line for each set, and the mean of the English ones.

    The figures are those of ``benchmarks.agreement``; V and F1 again with the number of groups
    given; and the share of texts that get the right topic if the titles of all are declared.
    """
    print(f"{title:<18}{'texts':>6}{'gold':>6}{'found':>6}" + "".join(f"{f:>7}" for f in FIGURES))
    english = []
    for labelled in sets:
        found, figures = _figures(labelled, encoder)
        counts = len(labelled.gold), len(set(labelled.gold)), len(set(found))
        if not only_mean:
            print(f"{labelled.name:<18}" + "".join(f"{number:>6}" for number in counts), end="")
            print("".join(f"{figure:>7.3f}" for figure in figures))
        if labelled.english:
            english.append(figures)
    if english:
        _print_related([labelled for labelled in sets if labelled.english], encoder)
        means = [sum(column) / len(english) for column in zip(*english, strict=True)]
        print(
            f"{f'English mean of {len(english)}':<36}" + "".join(f"{mean:>7.3f}" for mean in means)
        )


def _print_related(sets: Sequence[Labelled], encoder: "EncoderChoice") -> None:
    """Prints how many texts have related ones in their set, and how many of these are right."""
    from sitegen.topics import related_of  # noqa: PLC0415 - late, as all of sitegen

    found = [(labelled.gold, related_of(labelled.texts, encoder=encoder)) for labelled in sets]
    texts = [bool(near) for _, related in found for near in related]
    pairs = [
        gold[index] == gold[other]
        for gold, related in found
        for index, near in enumerate(related)
        for other in near
    ]
    print(f"{sum(texts) / len(texts):.0%} of {len(texts):,} texts have related ones, ", end="")
    print(f"{sum(pairs) / max(len(pairs), 1):.1%} of {len(pairs):,} on the same topic")


def _figures(labelled: Labelled, encoder: "EncoderChoice") -> tuple[list[str], list[float]]:
    """The groups of a set, and the figures about them."""
    from sitegen.topics import EVERYTHING_ELSE, assign_texts, group_texts  # noqa: PLC0415 - late

    texts, gold = labelled.texts, labelled.gold
    titles = list(dict.fromkeys(gold))
    found = group_texts(texts, encoder=encoder)
    exact = group_texts(texts, len(titles), encoder=encoder)
    assigned = assign_texts(texts, titles, force=True, encoder=encoder)
    return found, [
        v_measure(gold, found),
        pairwise_f1(gold, found),
        adjusted_information(gold, found),
        *placed(gold, found, EVERYTHING_ELSE.title),
        v_measure(gold, exact),
        pairwise_f1(gold, exact),
        sum(map(operator.eq, assigned, gold)) / len(gold),
    ]


def measure_languages(path: Path, encoder: "EncoderChoice") -> None:
    """Prints a line for each digest in another language; its name begins with the language."""
    from sitegen.models import Document, DumpPlace  # noqa: PLC0415 - late, as all of sitegen
    from sitegen.topics import EVERYTHING_ELSE, propose_topics  # noqa: PLC0415

    used = "off" if encoder == "auto" else encoder  # as in an import: the encoder knows English
    print(f"{'other languages':<18}{'texts':>6}" + "".join(f"{f:>7}" for f in FIGURES[:5]))
    for name, topics in tomllib.loads(path.read_text(encoding="utf-8")).items():
        posts = _interleaved(topics)
        documents = [
            Document(id=str(number), kind="post", text=text, place=DumpPlace(name))
            for number, (text, _) in enumerate(posts)
        ]
        proposed = propose_topics(documents, language=name[:2], encoder=used)
        found = [assignment.topic for assignment in proposed.assignments]
        gold = [topic for _, topic in posts]
        figures = [
            v_measure(gold, found),
            pairwise_f1(gold, found),
            adjusted_information(gold, found),
            *placed(gold, found, EVERYTHING_ELSE.slug),
        ]
        print(f"{name:<18}{len(posts):>6}" + "".join(f"{figure:>7.3f}" for figure in figures))


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
