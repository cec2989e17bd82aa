"""Fits ``sitegen/readers/text/weights.json`` to labelled dumps; see README.md.

PYTHONPATH=. python tools/splitting/fit.py POSTS ESSAYS LINES DUMPS... [--into FILE]
"""

import argparse
import json
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import crf
import numpy as np
from dumps import BLANK_LINES, Texts, make_dumps, read_authors, read_lines
from scenarios import make_scenarios

from benchmarks.splitting import Case, load_cases

START = Path(__file__).parent / "start.json"
WEIGHTS = Path(__file__).parents[2] / "sitegen" / "readers" / "text" / "weights.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What differs between texts with blank lines and texts without."""

    labelled: float
    """How much more a hand-labelled dump counts than a splice."""
    scenario: float
    """The same of a scenario."""
    below: int
    """How many dumps of each kind of posts of one line stand below an essay."""
    steps: int
    is_broad: bool
    """Whether splices also have the documents of the labelled dumps, and all posts below essays.

    Fitted so, texts without blank lines came out worse.
    """


SETTINGS = {
    "unbroken": Settings(150.0, 150.0, 2, 400, is_broad=False),
    "spaced": Settings(120.0, 90.0, 3, 320, is_broad=True),
}
REAL, REAL_WEIGHT = "essay-and-posts", 400.0
"""A labelled dump that was not invented, and how much more it counts."""
PULL = 3.0
"""How strongly each weight is pulled to where it starts."""
PULLS = {
    "priors": 0.1,
    "post": 0.1,
    "edge": 0.1,
    "shares": 0.1,
    "log_prior": 0.05,
    "line_counts": 0.3,
    "slopes": 3000.0,
}
"""The same for some, relative to the others."""
BY_FEATURE = {
    "boundary": crf.BOUNDARY,
    "context": crf.CONTEXT,
    "context_within_essay": crf.CONTEXT,
    "essay_start": crf.EDGE,
    "essay_end": crf.EDGE,
}
"""The weights of features of two lines."""
STEEPEST = (-0.1, 0.02)
FIRST_READING = 3
"""One of so many texts is read once only, without comparing the words of essays and posts."""
FEWEST = 15
"""How many posts without blank lines an author must have for texts without blank lines."""
BATCH = 16
RATES = (0.05, 0.02)


def main() -> None:
    """Reads the command line, fits the weights of both kinds of text, and writes them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("posts", type=Path, help="a folder of posts, with a folder for each author")
    parser.add_argument("essays", type=Path, help="the same of essays")
    parser.add_argument("lines", type=Path, help="a folder of files with a post in each line")
    parser.add_argument("dumps", type=Path, nargs="*", help="folders of labelled dumps")
    parser.add_argument("--seeds", type=int, default=5, help="how many times texts are drawn")
    parser.add_argument("--into", type=Path, default=WEIGHTS, help="the file to write")
    parser.add_argument("--only", choices=("spaced", "unbroken"), help="fit this kind alone")
    arguments = parser.parse_args()
    labelled = [case for folder in arguments.dumps for case in load_cases(folder)]
    posts, essays = read_authors(arguments.posts), read_authors(arguments.essays)
    own_posts = {case.name: texts_of(case, "post") for case in labelled}
    own_essays = {"labelled": [text for case in labelled for text in texts_of(case, "essay")]}
    lines = read_lines(arguments.lines)
    source = arguments.into if arguments.only else START
    data = json.loads(source.read_text("utf-8"))
    start = json.loads(START.read_text("utf-8"))
    for kind in [arguments.only] if arguments.only else ["unbroken", "spaced"]:
        settings = SETTINGS[kind]
        texts = (posts, essays)
        if settings.is_broad:
            texts = (posts | own_posts, essays | own_essays)
        if kind == "unbroken":
            closed = {f"{author}, closed up": own for author, own in closed_up(posts).items()}
            texts = (without_blank_lines(posts) | closed, closed_up(essays))
        cases = [
            (case, REAL_WEIGHT if case.name == REAL else settings.labelled) for case in labelled
        ]
        cases += [(case, settings.scenario) for case in make_scenarios()]
        for seed in range(1, arguments.seeds + 1):
            splices = make_dumps(*texts, lines, seed, settings.below, all_below=settings.is_broad)
            cases += [(case, 1.0) for case in splices]
        examples = examples_of(cases, start[kind], kind)
        data[kind] = fit(start[kind], examples, settings.steps)
    text = json.dumps(data, indent=1, ensure_ascii=False)
    arguments.into.write_text(text + "\n", "utf-8")


def texts_of(case: Case, kind: str) -> list[str]:
    """The documents of a kind in a labelled dump, but for those that begin without a word."""
    texts = (text.strip() for each, text in case.documents if each == kind)
    return [text for text in texts if any(map(str.isalnum, text.partition("\n")[0]))]


def without_blank_lines(texts: Texts) -> Texts:
    """Those texts of each author that have no blank lines; authors with few are left out."""
    found = {author: [text for text in own if "\n\n" not in text] for author, own in texts.items()}
    return {author: own for author, own in found.items() if len(own) >= FEWEST}


def closed_up(texts: Texts) -> Texts:
    """The texts with their blank lines taken out."""
    return {author: [BLANK_LINES.sub("\n", text) for text in own] for author, own in texts.items()}


def examples_of(cases: Sequence[tuple[Case, float]], start: dict, kind: str) -> list[crf.Example]:
    """The cases of a kind, as numbers."""
    names = list(start["essay"])
    examples = (
        crf.make_example(case, names, weight, has_words=number % FIRST_READING != 0)
        for number, (case, weight) in enumerate(cases)
    )
    spaced = kind == "spaced"
    return [example for example in examples if example and bool(example.gaps.any()) == spaced]


def fit(start: dict, examples: Sequence[crf.Example], steps: int) -> dict:
    """The weights under which the right splits are likeliest (Adam; Kingma and Ba, 2015)."""
    values = parameters_of(start)
    origin = {name: value.copy() for name, value in values.items()}
    for number, rate in enumerate(RATES):
        climb(values, origin, examples, (steps, rate), random.Random(number))  # noqa: S311 - a draw of dumps
    return weights_of(values, start)


def climb(
    values: crf.Parameters,
    origin: crf.Parameters,
    examples: Sequence[crf.Example],
    plan: tuple[int, float],
    chance: random.Random,
) -> None:
    """Improves the values in some steps at a rate, each for a few examples."""
    steps, rate = plan
    fitted = [name for name in values if name not in {"has_wide_gaps", "has_rows"}]
    means = {name: np.zeros_like(values[name]) for name in fitted}
    squares = {name: np.zeros_like(values[name]) for name in fitted}
    total = sum(example.weight for example in examples)
    waiting: list[crf.Example] = []
    likelihood = 0.0
    for step in range(1, steps + 1):
        if len(waiting) < BATCH:
            waiting = chance.sample(examples, len(examples))
        batch = [waiting.pop() for _ in range(min(BATCH, len(waiting)))]
        found = {name: np.zeros_like(values[name]) for name in fitted}
        likelihood += sum(crf.gradient(example, values, found) for example in batch) / len(batch)
        for name in fitted:
            pull = 2 * PULL * PULLS.get(name, 1.0) * (values[name] - origin[name])
            slope = (found[name] * len(examples) / len(batch) - pull) / total
            means[name] = 0.9 * means[name] + 0.1 * slope
            squares[name] = 0.98 * squares[name] + 0.02 * slope**2
            move = means[name] / (1 - 0.9**step)
            move /= np.sqrt(squares[name] / (1 - 0.98**step)) + 1e-8
            scale = 0.003 if name == "slopes" else 1.0
            values[name] += rate * (1 - 0.9 * step / steps) * scale * move
        values["slopes"] = np.clip(values["slopes"], *STEEPEST)
    print(f"{len(examples)} dumps, mean log-likelihood {likelihood / steps:.2f}", flush=True)


def parameters_of(weights: dict) -> crf.Parameters:
    """The weights of a kind of text as arrays."""
    conventions = weights["conventions"]
    slopes = [slope for _, slope in weights["line_width_slopes"] + weights["width_slopes"]]
    shares = [convention["essay"] + convention["paragraphs"] for convention in conventions]
    table = {
        **{part: [weights[part][name] for name in names] for part, names in BY_FEATURE.items()},
        "lengths": [
            weights[part][name] for part in ("lengths", "lengths_apart") for name in crf.LENGTHS
        ],
        "essay": list(weights["essay"].values()),
        "priors": [weights[name] for name in ("first_essay", "next_essay", "essay_after_essay")],
        "slopes": slopes,
        "post": [list(map(_log_odds, convention["post"])) for convention in conventions],
        "edge": [list(map(_log_odds, convention["edge"])) for convention in conventions],
        "shares": np.log(shares),
        "line_counts": [[score for _, score in c["line_counts"]] for c in conventions],
        "log_prior": [convention["log_prior"] for convention in conventions],
        "has_wide_gaps": [convention["has_wide_gaps"] for convention in conventions],
        "has_rows": [convention.get("has_rows", False) for convention in conventions],
    }
    return {name: np.array(value, dtype=float) for name, value in table.items()}


def weights_of(values: crf.Parameters, start: dict) -> dict:
    """The opposite of :func:`parameters_of`, with the names of the start."""
    lengths, apart = np.split(values["lengths"], 2)
    slopes = _rounded(values["slopes"], 5)
    priors = ("first_essay", "next_essay", "essay_after_essay")
    return {
        **{part: _named(names, values[part]) for part, names in BY_FEATURE.items()},
        "lengths": _named(crf.LENGTHS, lengths),
        "lengths_apart": _named(crf.LENGTHS, apart),
        "essay": _named(start["essay"], values["essay"]),
        **_named(priors, values["priors"]),
        "line_width_slopes": list(zip(crf.LINE_WIDTHS, slopes, strict=False)),
        "width_slopes": list(zip(crf.WIDTHS, slopes[len(crf.LINE_WIDTHS) :], strict=True)),
        "conventions": [
            _convention(values, number, convention)
            for number, convention in enumerate(start["conventions"])
        ],
    }


def _convention(values: crf.Parameters, number: int, start: dict) -> dict:
    essay, paragraphs = np.split(np.exp(crf.normalised(values["shares"])[number]), 2)
    return {
        "name": start["name"],
        "post": [_probability(value) for value in values["post"][number]],
        "edge": [_probability(value) for value in values["edge"][number]],
        "essay": _shares(essay),
        "paragraphs": _shares(paragraphs),
        "line_counts": list(
            zip(crf.COUNTS, _rounded(values["line_counts"][number], 2), strict=True)
        ),
        "log_prior": round(float(values["log_prior"][number]), 3),
        "has_wide_gaps": start["has_wide_gaps"],
        **({"has_rows": True} if start.get("has_rows") else {}),
        **({"open_gap": start["open_gap"]} if "open_gap" in start else {}),
    }


def _named(names: Sequence[str] | dict, values: crf.Floats) -> dict[str, float]:
    return dict(zip(names, _rounded(values, 3), strict=True))


def _rounded(values: crf.Floats, digits: int) -> list[float]:
    return [round(float(value), digits) + 0.0 for value in values]


def _shares(values: crf.Floats) -> list[float]:
    others = [max(0.0005, share) for share in _rounded(values, 4)[1:]]
    return [round(1 - sum(others), 4), *others]


def _log_odds(probability: float) -> float:
    probability = min(0.999, max(0.001, probability))
    return math.log(probability / (1 - probability))


def _probability(log_odds: float) -> float:
    return round(min(0.9995, max(0.0005, 1 / (1 + math.exp(-log_odds)))), 4)


if __name__ == "__main__":
    main()
