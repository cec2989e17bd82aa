"""Measures how accurately spliced dumps of real posts and essays are split.

    python -m benchmarks.splicing POSTS ESSAYS --seed 1

Each file in the two folders, ``.txt`` or ``.md``, is one document. A dump is some posts with one
or two essays before, after or among them. The dumps take turns in how documents are joined: by a
line break alone, with or without blank lines between an essay's paragraphs, or by a blank line.
"""

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.splitting import Case, print_calibration, print_table

_JOINS = (("tight", "\n"), ("lines", "\n"), ("blanks", "\n\n"))
_POSTS = (20, 45)
_BLANK_LINES = re.compile(r"\n\s*\n")


def splice(posts: Sequence[str], essays: Sequence[str], dumps: int, seed: int) -> Iterator[Case]:
    """Dumps of posts and essays drawn at random; essays recur only after all have been used."""
    chance = random.Random(seed)  # noqa: S311 - a draw of texts needs no secrets
    waiting: list[str] = []
    for number in range(dumps):
        name, separator = _JOINS[number % len(_JOINS)]
        drawn = chance.sample(posts, min(len(posts), chance.randint(*_POSTS)))
        documents = [("post", text) for text in drawn]
        for _ in range(chance.choice((1, 1, 2))):
            waiting = waiting or chance.sample(essays, len(essays))
            essay = waiting.pop()
            text = _BLANK_LINES.sub("\n", essay) if name == "tight" else essay
            place = chance.choice((0, len(documents), chance.randint(0, len(documents))))
            documents.insert(place, ("essay", text))
        text = separator.join(text for _, text in documents)
        yield Case(f"{number + 1}-{name}", text, tuple(documents))


def read_folder(folder: Path) -> list[str]:
    """The texts in a folder, by name, without outer blank lines and white space at line ends."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in {".md", ".txt"})
    texts = (path.read_text("utf-8") for path in paths)
    cleaned = ("\n".join(line.rstrip() for line in text.strip().splitlines()) for text in texts)
    return [text for text in cleaned if text]


def main() -> None:
    """Splits as many dumps as the command line asks for, and prints how well that went."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("posts", type=Path, help="a folder of short posts")
    parser.add_argument("essays", type=Path, help="a folder of essays")
    parser.add_argument("--seed", type=int, default=1, help="for another choice of documents")
    parser.add_argument("--dumps", type=int, default=9, help="how many dumps")
    arguments = parser.parse_args()
    posts, essays = read_folder(arguments.posts), read_folder(arguments.essays)
    cases = list(splice(posts, essays, arguments.dumps, arguments.seed))
    print_table(cases)
    print_calibration(cases)


if __name__ == "__main__":
    main()
