"""Measures how accurately, and how fast, texts without separators are split.

    python -m benchmarks.splitting FOLDER     labelled cases: one row each
    python -m benchmarks.splitting --speed    100,000 synthetic posts

A case is a JSON file with ``documents``, each with its ``kind`` and ``lines``. Its text is all
their lines joined by newlines, with ``separator`` between documents if the file has one, and
``around_essays`` beside essays. An ``essay-and-posts.txt`` in the folder is a case too, with the
document lengths given here.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from sitegen.models import Document
from sitegen.readers.text import read_text

_BINS = (0.0, 0.3, 0.5, 0.7, 0.75, 0.85, 0.95, 1.01)
"""The bounds of the rows of a calibration table."""

_ESSAY_AND_POSTS = (10, 1, 1, 1, 1, 1, 2, 3, 1, 1)
"""The number of lines of each document of ``essay-and-posts.txt``; the first is the essay."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, with the kind and text of each of its documents."""

    name: str
    text: str
    documents: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The result of a case; boundaries are the first lines of documents."""

    documents: int
    exact: int
    essays: int
    whole: int
    boundaries: int
    predicted: int
    correct: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of the boundaries; 1.0 if there are none."""
        return 2 * self.correct / (self.boundaries + self.predicted) if self.boundaries else 1.0


def load_cases(folder: Path) -> list[Case]:
    """The labelled cases of a folder, by name."""
    cases = [_load_case(path) for path in sorted(folder.glob("*.json"))]
    text = folder / "essay-and-posts.txt"
    return [_load_essay_and_posts(text), *cases] if text.exists() else cases


def score_case(case: Case) -> Score:
    """Splits the text of a case, and compares the result with its documents."""
    read = read_text(case.text, case.name)
    predicted = [(document.kind, document.text) for document in read]
    essays = [document for document in case.documents if document[0] == "essay"]
    expected_starts = _starts([text for _, text in case.documents], case.text)
    predicted_starts = {d.place.lines[0] for d in read if d.place.lines} - {1}
    return Score(
        documents=len(case.documents),
        exact=_count_common(case.documents, predicted),
        essays=len(essays),
        whole=_count_common(essays, predicted),
        boundaries=len(expected_starts),
        predicted=len(predicted_starts),
        correct=len(expected_starts & predicted_starts),
    )


def _load_case(path: Path) -> Case:
    data = json.loads(path.read_text("utf-8"))
    documents = [(document["kind"], "\n".join(document["lines"])) for document in data["documents"]]
    separator = data.get("separator", "\n")
    around = data.get("around_essays", separator)
    text = documents[0][1]
    for (kind, _), (below, document) in pairwise(documents):
        text += (separator if kind == below == "post" else around) + document
    return Case(data["name"], text, tuple(documents))


def _load_essay_and_posts(path: Path) -> Case:
    lines = iter(path.read_text("utf-8").splitlines())
    texts = ["\n".join(next(lines) for _ in range(count)) for count in _ESSAY_AND_POSTS]
    documents = [("essay", texts[0]), *(("post", text) for text in texts[1:])]
    return Case(path.stem, "\n".join(texts), tuple(documents))


def _starts(documents: Iterable[str], text: str) -> set[int]:
    """The first line of each document except the first."""
    starts, position = set(), 0
    for document in documents:
        position = text.index(document, position)
        starts.add(text.count("\n", 0, position) + 1)
        position += len(document)
    return starts - {1}


def _count_common(expected: Iterable[tuple[str, str]], predicted: Sequence[tuple[str, str]]) -> int:
    left = list(predicted)
    count = 0
    for document in expected:
        if document in left:
            left.remove(document)
            count += 1
    return count


def print_table(cases: Iterable[Case]) -> None:
    """Prints one row for each case, and one for the total."""
    head = f"{'case':32} {'documents':>9} {'exact':>6} {'':>7} {'boundary F1':>11}"
    print(f"{head} {'essays whole':>12}")
    scores = []
    for case in cases:
        scores.append(score_case(case))
        _print_row(case.name, scores[-1])
    columns = zip(*([getattr(s, name) for name in Score.__slots__] for s in scores), strict=True)
    _print_row("all", Score(*(sum(column) for column in columns)))


def print_calibration(cases: Iterable[Case]) -> None:
    """Prints the confidence of documents beside the share of them that are right."""
    rated = [rating for case in cases for rating in rate_documents(case)]
    print(f"\n{'confidence':12} {'documents':>9} {'mean':>6} {'right':>6}")
    for low, high in pairwise(_BINS):
        within = [rating for rating in rated if low <= rating[0] < high]
        if within:
            mean = sum(confidence for confidence, _ in within) / len(within)
            right = sum(is_right for _, is_right in within) / len(within)
            bounds = f"{low:.2f}-{min(high, 1):.2f}"
            print(f"{bounds:12} {len(within):9} {mean:6.1%} {right:6.1%}")


def rate_documents(case: Case) -> Iterator[tuple[float, bool]]:
    """The confidence of each document found in a case, and whether its lines are right."""
    expected = Counter(text for _, text in case.documents)
    for document in read_text(case.text, case.name):
        is_right = expected[document.text] > 0
        expected[document.text] -= is_right
        yield document.confidence, is_right


def _print_row(name: str, score: Score) -> None:
    print(
        f"{name:32} {score.documents:9} {score.exact:6} {score.exact / score.documents:7.1%}"
        f" {score.f1:11.3f} {score.whole:6} of {score.essays:2}"
    )


def measure_speed(posts: int = 100_000) -> None:
    """Splits an invented dump of many posts of one to three lines."""
    text = make_dump(posts)
    lines = text.count("\n") + 1
    start = time.process_time()
    documents = read_text(text, "synthetic.txt")
    seconds = time.process_time() - start
    _print_speed(documents, lines, len(text.encode()), seconds)


def make_dump(posts: int, seed: int = 1) -> str:
    """An invented text of that many posts, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - made-up words need no secrets
    words = [
        "".join(chance.choices("aeioubdgklmnprst", k=chance.randint(2, 9))) for _ in range(3000)
    ]
    lines = []
    for _ in range(posts):
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            opening = chance.choice(("", "", "", "", f"@{chance.choice(words)} "))
            line = " ".join(chance.choices(words, k=chance.randint(3, 30)))
            lines.append(opening + line.capitalize() + chance.choice(("", ".", ".", "!", "?")))
    return "\n".join(lines)


def _print_speed(documents: Sequence[Document], lines: int, size: int, seconds: float) -> None:
    print(
        f"{lines:,} lines, {size / 1e6:.1f} MB: {len(documents):,} documents in {seconds:.1f} s,"
        f" {lines / seconds:,.0f} lines/s, {size / 1e6 / seconds:.2f} MB/s"
    )


def main() -> None:
    """Runs the benchmarks that the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="*", help="a folder of labelled cases")
    parser.add_argument("--speed", action="store_true", help="split 100,000 synthetic posts")
    arguments = parser.parse_args()
    for folder in arguments.folder:
        cases = load_cases(folder)
        print_table(cases)
        print_calibration(cases)
    if arguments.speed:
        measure_speed()


if __name__ == "__main__":
    main()
