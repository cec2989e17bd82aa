"""Fits the weights of whole essays in ``sitegen/readers/text/weights.json``; see README.md.

PYTHONPATH=. python tools/splitting/fit_whole_essays.py POSTS ESSAYS DUMPS... [--only NAME...]
    [--into FILE]

A candidate of the first reading has a probability. The weights add to its logarithm, and of all
candidates that overlap the right one, or none of them, the right one shall be likeliest.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from dumps import Texts, read_authors
from fit import WEIGHTS, closed_up, without_blank_lines
from numpy.typing import NDArray
from scenarios import make_scenarios

from benchmarks.splicing import splice
from benchmarks.splitting import Case, load_cases
from sitegen.readers.text.lines import Lines, read_lines, split_lines
from sitegen.readers.text.listed_essays import Candidates, find_candidates
from sitegen.readers.text.most_likely import blend_of, blend_of_candidates, read_once
from sitegen.readers.text.separators import SEPARATOR
from sitegen.readers.text.weights import WHOLE_ESSAYS
from sitegen.readers.text.whole_essays import essay_features

Floats = NDArray[np.float64]

LABELLED = 8.0
"""How much more an essay of a hand-labelled dump counts than one of a splice."""
PULL = 2.0
"""How strongly each weight is pulled to 0, for a feature as strong as the mean."""
STEPS, WIDEST_STEP = 30, 3.0
LEAST = 1e-3
"""The least probability that none of the candidates is an essay."""
ESSAYS_OF = 3
"""How many authors' essays are spliced with the posts of one."""


class Choice(NamedTuple):
    """Candidates that overlap, the last of which stands for none of them."""

    weight: float
    logarithms: Floats
    features: Floats
    right: int


def main() -> None:
    """Reads the command line, fits the weights, and writes them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("posts", type=Path, help="a folder of posts, with a folder for each author")
    parser.add_argument("essays", type=Path, help="the same of essays")
    parser.add_argument("dumps", type=Path, nargs="*", help="folders of labelled dumps")
    parser.add_argument("--seeds", type=int, default=10, help="how many times texts are drawn")
    parser.add_argument(
        "--only", nargs="+", default=list(WHOLE_ESSAYS), help="the weights that are fitted"
    )
    parser.add_argument("--into", type=Path, default=WEIGHTS, help="the file to write")
    arguments = parser.parse_args()
    posts, essays = read_authors(arguments.posts), read_authors(arguments.essays)
    labelled = chain.from_iterable(map(load_cases, arguments.dumps))
    cases = [(case, LABELLED) for case in labelled] + [(case, 1.0) for case in make_scenarios()]
    for seed in range(1, arguments.seeds + 1):
        cases += [(case, 1.0) for case in splices(posts, essays, seed)]
        tight = splices(without_blank_lines(posts), closed_up(essays), seed)
        cases += [(case, 1.0) for case in tight if "\n\n" not in case.text]
    choices = [choice for case, weight in cases for choice in choices_of(case, weight)]
    data = json.loads(arguments.into.read_text("utf-8"))
    kept = {name: w for name, w in data["whole_essays"].items() if name not in arguments.only}
    weights = fit([with_kept(choice, kept, arguments.only) for choice in choices])
    fitted = {n: round(float(w), 3) + 0.0 for n, w in zip(arguments.only, weights, strict=True)}
    data["whole_essays"] = {name: {**kept, **fitted}[name] for name in WHOLE_ESSAYS}
    text = json.dumps(data, indent=1, ensure_ascii=False)
    arguments.into.write_text(text + "\n", "utf-8")


def splices(posts: Texts, essays: Texts, seed: int) -> Iterator[Case]:
    """Each author's posts with the essays of some others."""
    for number, author in enumerate(posts):
        others = sorted(set(essays) - {author})
        chosen = [others[(number + seed * k) % len(others)] for k in range(1, ESSAYS_OF + 1)]
        texts = list(chain.from_iterable(essays[name] for name in chosen))
        yield from splice(posts[author], texts, 3, seed * 1000 + number)


def choices_of(case: Case, weight: float) -> Iterator[Choice]:
    """What a text lets the weights choose between: for each right essay, and each wrong place."""
    lines = read_lines(["" if line == SEPARATOR else line for line in split_lines(case.text)])
    evidence, conventions = read_once(lines)
    blend = blend_of(evidence, conventions)
    inside = blend.inside_essays()
    compared = evidence.with_essays(inside)
    candidates = find_candidates(blend)
    if compared is evidence or not len(candidates.starts):
        return
    nothing = np.zeros(len(candidates.starts))
    rates = blend_of_candidates(compared, conventions, candidates, nothing).of_essays(*candidates)
    found = dict(essay_features(compared, inside, candidates))
    features = np.stack([found[name] for name in WHOLE_ESSAYS], axis=1)
    for overlapping, right in _overlapping(candidates, rates, list(_essays_of(case, lines))):
        logarithms = np.log(np.maximum(rates[overlapping], 1e-12))
        none = np.log(max(LEAST, 1 - rates[overlapping].sum()))
        rows = np.vstack([features[overlapping], np.zeros(len(WHOLE_ESSAYS))])
        yield Choice(weight, np.append(logarithms, none), rows, right)


def with_kept(choice: Choice, kept: Mapping[str, float], fitted: Sequence[str]) -> Choice:
    """A choice in which some weights count already, and only the features of others are left."""
    places = {name: place for place, name in enumerate(WHOLE_ESSAYS)}
    added = choice.features[:, [places[name] for name in kept]] @ np.array([*kept.values()])
    features = choice.features[:, [places[name] for name in fitted]]
    return choice._replace(logarithms=choice.logarithms + added, features=features)


def _essays_of(case: Case, lines: Lines) -> Iterator[tuple[int, int]]:
    """The first line of each essay, and the line after it, where both are lines."""
    firsts = {number: place for place, number in enumerate(lines.firsts)}
    lasts = {number: place for place, number in enumerate(lines.lasts)}
    position = 0
    for kind, text in case.documents:
        position = case.text.index(text, position)
        first = case.text.count("\n", 0, position) + 1
        last = first + text.count("\n")
        position += len(text)
        if kind == "essay" and first in firsts and last in lasts:
            yield firsts[first], lasts[last] + 1


def _overlapping(
    candidates: Candidates, rates: Floats, essays: Sequence[tuple[int, int]]
) -> Iterator[tuple[NDArray[np.int64], int]]:
    """Candidates that overlap an essay, or the likeliest wrong one; the place of the right one."""
    starts, stops = candidates
    is_left = np.ones(len(starts), dtype=np.bool_)
    for start, stop in essays:
        overlapping = np.flatnonzero((starts < stop) & (stops > start))
        is_left[overlapping] = False
        is_right = (starts[overlapping] == start) & (stops[overlapping] == stop)
        if is_right.any():
            yield overlapping, int(is_right.argmax())
    while is_left.any():
        best = int(np.where(is_left, rates, -1.0).argmax())
        overlapping = np.flatnonzero(is_left & (starts < stops[best]) & (stops > starts[best]))
        is_left[overlapping] = False
        yield overlapping, len(overlapping)


def fit(choices: Sequence[Choice]) -> Floats:
    """The weights under which the right candidates are likeliest (Newton's method)."""
    rows = np.vstack([choice.features for choice in choices])
    scales = np.sqrt(np.mean(rows**2, axis=0)) + 1e-6
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        slope = -2 * PULL * weights * scales**2
        curvature = np.diag(2 * PULL * scales**2)
        for choice in choices:
            scores = choice.logarithms + choice.features @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            mean = shares @ choice.features
            squares = (choice.features * shares[:, None]).T @ choice.features
            slope += choice.weight * (choice.features[choice.right] - mean)
            curvature += choice.weight * (squares - np.outer(mean, mean))
        step = np.linalg.solve(curvature, slope)
        widest = np.abs(step * scales).max()
        weights = weights + step * min(1.0, WIDEST_STEP / max(widest, 1e-9))
        if widest < LEAST:
            break
    print(f"{len(choices)} choices", flush=True)
    return weights


if __name__ == "__main__":
    main()
