"""The segmentation model as a conditional random field: its likelihood, and the gradient of that.

The scores are those of ``sitegen.readers.text.segmentation``, under all conventions at once. The
convention of a text is not known: the likelihood sums over all of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from benchmarks.splitting import Case
from sitegen.readers.text.blank_lines import find_rows
from sitegen.readers.text.boundary_features import LENGTH_FEATURES, LINE_FEATURES, NAME_FEATURES
from sitegen.readers.text.context_features import (
    CONTEXT_FEATURES,
    context_features,
    find_places,
    gap_measures,
)
from sitegen.readers.text.essay_words import (
    NEARBY,
    WORD_FEATURES,
    compare_words,
    share_words_nearby,
)
from sitegen.readers.text.essays import essay_features
from sitegen.readers.text.evidence import is_paragraph
from sitegen.readers.text.line_words import LineWords
from sitegen.readers.text.lines import Lines, read_lines, split_lines
from sitegen.readers.text.most_likely import blend_of, read_once
from sitegen.readers.text.segmentation import MOST_LINES, WIDEST
from sitegen.readers.text.separators import SEPARATOR

Floats = NDArray[np.float64]
Parameters = dict[str, Floats]

BOUNDARY = [feature.name for feature in (*NAME_FEATURES, *LINE_FEATURES)]
LENGTHS = [feature.name for feature in LENGTH_FEATURES]
CONTEXT = list(CONTEXT_FEATURES)
EDGE = [*BOUNDARY, *CONTEXT]
LINE_WIDTHS, WIDTHS = (140, 280, 500), (80, 140, 280, 500, 750)
COUNTS = (1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 20, 40)
BY_COUNT = np.array(
    [np.interp(range(1, MOST_LINES + 1), COUNTS, row) for row in np.eye(len(COUNTS))]
)
_ARANGE = np.arange(MOST_LINES)
_EDGE_LENGTHS = 0.5


@dataclass(frozen=True, slots=True)
class Gold:
    """How often each part of the right split occurs, at each line."""

    posts: list[tuple[int, int]]
    """The first line of each, and its number of lines less one."""
    opens: Floats
    inner: Floats
    starts: Floats
    continues: Floats
    ends: Floats
    essay_lines: Floats
    starts_after_essay: Floats


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled text as numbers."""

    weight: float
    boundary: Floats
    lengths: Floats
    """Twice: for gaps without a blank line, and for those with one."""
    context: Floats
    edge: Floats
    """Both of these."""
    essay: Floats
    gaps: NDArray[np.int64]
    """0, 1 or 2 blank lines before each line but the first."""
    has_rows: bool
    shares: NDArray[np.int64]
    """The same as ``gaps``, plus 3 between two paragraphs."""
    widths: Floats
    """For each first line and number of lines, what the width slopes are multiplied with."""
    is_possible: NDArray[np.bool_]
    gold: Gold


def make_example(
    case: Case,
    essay_names: Sequence[str],
    weight: float,
    *,
    has_words: bool,
) -> Example | None:
    """The numbers of a labelled text; None if a post has too many lines or there is one line.

    Args:
        case: the text.
        essay_names: the features of a line of an essay.
        weight: how much it counts.
        has_words: whether the words of essays and posts are compared, as in a second reading.
    """
    lines = read_lines(["" if line == SEPARATOR else line for line in split_lines(case.text)])
    gold = _gold(case, lines)
    count = len(lines)
    if gold is None or count < 2:
        return None
    words, places = LineWords(), find_places(lines)
    pairs = list(pairwise(words.watch(lines.worded())))
    boundary = np.array(
        [[f.holds(*pair) for f in (*NAME_FEATURES, *LINE_FEATURES)] for pair in pairs]
    )
    lengths = np.array([[f.holds(*pair) for f in LENGTH_FEATURES] for pair in pairs])
    context = np.zeros((count - 1, len(CONTEXT)))
    for row, found in zip(context, context_features(places, words), strict=True):
        for name, value in found:
            row[CONTEXT.index(name)] = value
    for name, values in gap_measures(lines, words):
        context[:, CONTEXT.index(name)] = values
    in_code = [number in places.within_code for number in range(1, count)]
    boundary[in_code] = lengths[in_code] = False
    gaps = np.minimum(np.array(lines.blanks[1:]), 2)
    plain = [n not in places.code and is_paragraph(line) for n, line in enumerate(lines)]
    both = np.array([before and after for before, after in pairwise(plain)])
    essay = np.zeros((count, len(essay_names)))
    for number, features in enumerate(essay_features(lines)):
        in_place = "code line" if number in places.code else "inset"
        is_placed = number in places.code or number in places.insets
        for name, value in [(in_place, 1.0)] if is_placed else features:
            essay[number, essay_names.index(name)] = value
    essay[:, essay_names.index(NEARBY)] = share_words_nearby(words, count)
    if has_words:
        inside = blend_of(*read_once(lines)).inside_essays()
        for name, values in zip(WORD_FEATURES, compare_words(words, inside) or (), strict=False):
            essay[:, essay_names.index(name)] = values
    widths, is_possible = _widths(lines, gold)
    return Example(
        weight=weight,
        boundary=boundary.astype(float),
        lengths=np.hstack([lengths * (gaps == 0)[:, None], lengths * (gaps > 0)[:, None]]),
        context=context,
        edge=np.hstack([boundary, context]),
        essay=essay,
        gaps=gaps,
        has_rows=find_rows(lines),
        shares=gaps + 3 * both,
        widths=widths,
        is_possible=is_possible,
        gold=gold,
    )


def _gold(case: Case, lines: Lines) -> Gold | None:
    """The right split, as far as lines allow: some join the end of a document and the next."""
    kinds, position = {}, 0
    for kind, text in case.documents:
        position = case.text.index(text, position)
        kinds[case.text.count("\n", 0, position) + 1] = kind
        position += len(text)
    count = len(lines)
    opens, inner, starts, continues, essay_lines, after = np.zeros((6, count))
    ends, posts, kind = np.zeros(count), [], ""
    for number, (first, last) in enumerate(zip(lines.firsts, lines.lasts, strict=True)):
        started = [kinds[line] for line in range(first, last + 1) if line in kinds]
        before, kind = kind, started[0] if started else kind
        if started and before == "essay":
            ends[number - 1] = 1
        if kind == "essay":
            (starts if started else continues)[number] = 1
            essay_lines[number] = 1
            after[number] = bool(started) and before == "essay"
        elif started:
            opens[number] = 1
            posts.append((number, 0))
        elif not posts:
            return None  # the first document begins with a line that is left out
        else:
            inner[number] = 1
            posts[-1] = (posts[-1][0], posts[-1][1] + 1)
    ends[-1] = kind == "essay"
    if any(more >= MOST_LINES for _, more in posts):
        return None
    return Gold(posts, opens, inner, starts, continues, ends, essay_lines, after)


def _widths(lines: Lines, gold: Gold) -> tuple[Floats, NDArray[np.bool_]]:
    count = len(lines)
    totals = np.cumsum([0, *(width + 1 for width in lines.widths)])
    first, more = np.arange(count)[:, None], _ARANGE[None]
    stop = first + more + 1
    is_possible = stop <= count
    width = np.where(is_possible, totals[np.minimum(stop, count)] - totals[first], 0)
    is_possible &= (more == 0) | (width <= WIDEST)
    for post in gold.posts:
        is_possible[post] = True
    width = np.minimum(width, 2000)
    slopes = np.zeros((count, MOST_LINES, len(LINE_WIDTHS) + len(WIDTHS)))
    for number, least in enumerate(LINE_WIDTHS):
        slopes[:, 0, number] = np.maximum(0, width[:, 0] - least)
    for number, least in enumerate(WIDTHS, len(LINE_WIDTHS)):
        slopes[:, 1:, number] = np.maximum(0, width[:, 1:] - least)
    return slopes, is_possible


def normalised(shares: Floats) -> Floats:
    """The logarithms of the shares of gaps within essays, each three of which add up to 1."""
    halves = np.split(shares, 2, axis=1)
    return np.hstack([half - _log_sum(half, 1)[:, None] for half in halves])


def gradient(example: Example, values: Mapping[str, Floats], added: Parameters) -> float:
    """The log-likelihood of the right split; adds its gradient to ``added``."""
    model = _Scores(example, values)
    sums = _Sums(model)
    gold, weight = example.gold, example.weight
    by_convention = model.of(gold) + model.priors
    right, all_ = (
        _log_sum(by_convention[None], 1)[0],
        _log_sum((sums.total + model.priors)[None], 1)[0],
    )
    given = np.exp(by_convention - right)[:, None]
    free = np.exp(sums.total + model.priors - all_)[:, None]
    expected = {name: free * part for name, part in sums.expected.items()}
    opens = given * gold.opens - expected["opens"]
    inner = given * gold.inner - expected["inner"]
    starts = given * gold.starts - expected["starts"]
    continues = given * gold.continues - expected["continues"]
    ends = given * gold.ends - expected["ends"]
    posts = -free[:, :, None] * sums.posts
    for first, more in gold.posts:
        posts[:, first, more] += given[:, 0]
    after = gold.starts_after_essay.sum() - expected["starts_after_essay"].sum()
    all_starts = starts.sum(0)
    between = (opens + starts).sum(0)[1:]
    by_length = (opens + _EDGE_LENGTHS * starts).sum(0)[1:] - _EDGE_LENGTHS * ends.sum(0)[:-1]
    kinds = np.eye(3)[example.gaps]
    chosen = 1 / (1 + np.exp(-values["post"]))
    edge = 1 / (1 + np.exp(-values["edge"]))
    shares = continues[:, 1:] @ np.eye(6)[example.shares]
    totals = np.repeat(shares.reshape(-1, 2, 3).sum(2), 3, axis=1)
    ended = ends[:, :-1] @ kinds
    parts = {
        "boundary": between @ example.boundary,
        "context": between @ example.context,
        "essay_start": starts.sum(0)[1:] @ example.edge,
        "essay_end": ends.sum(0)[:-1] @ example.edge,
        "lengths": by_length @ example.lengths,
        "context_within_essay": continues.sum(0)[1:] @ example.context,
        "essay": (gold.essay_lines - expected["essay_lines"].sum(0)) @ example.essay,
        "priors": np.array([all_starts[0], all_starts[1:].sum() - after, after]),
        "line_counts": posts.sum(1) @ BY_COUNT.T,
        "slopes": np.einsum("nd,ndw->w", posts.sum(0), example.widths),
        "log_prior": (given - free)[:, 0],
        "post": (opens[:, 1:] @ kinds - ended) * (1 - chosen) - (inner[:, 1:] @ kinds) * chosen,
        "edge": (starts[:, 1:] @ kinds + ended) * (1 - edge),
        "shares": shares - np.exp(normalised(values["shares"])) * totals,
    }
    for name, part in parts.items():
        added[name] += weight * part
    return weight * float(right - all_)


class _Scores:
    """The scores of all documents; the first axis of an array is that of conventions."""

    def __init__(self, example: Example, values: Mapping[str, Floats]) -> None:
        gaps = example.gaps
        none, boundary = _log_sigmoid(-values["post"]), _log_sigmoid(values["post"])[:, gaps]
        edge = _log_sigmoid(values["edge"])[:, gaps]
        contents = example.boundary @ values["boundary"] + example.context @ values["context"]
        lengths = example.lengths @ values["lengths"]
        self.first_essay, self.essay, self.after_essay = values["priors"]
        first = self.first_essay - self.essay
        self.opens = _after_first(0.0, boundary + contents + lengths)
        self.inner = _after_first(0.0, none[:, gaps])
        at_start = example.edge @ values["essay_start"]
        at_end = example.edge @ values["essay_end"]
        self.starts = _after_first(first, edge + contents + _EDGE_LENGTHS * lengths + at_start)
        within = example.context @ values["context_within_essay"]
        self.continues = _after_first(0.0, normalised(values["shares"])[:, example.shares] + within)
        ends = edge - boundary - _EDGE_LENGTHS * lengths + at_end
        self.ends = np.pad(ends, ((0, 0), (0, 1)))
        self.essay_lines = example.essay @ values["essay"]
        by_count = values["line_counts"] @ BY_COUNT
        shapes = by_count[:, None, :] + (example.widths @ values["slopes"])[None]
        self.shapes = np.where(example.is_possible[None], shapes, -np.inf)
        inner = np.cumsum(np.pad(self.inner, ((0, 0), (1, 0))), axis=1)
        self.count = len(example.essay)
        self.stops = np.minimum(np.arange(self.count)[:, None] + _ARANGE[None] + 1, self.count)
        self.posts = (
            self.opens[:, :, None] + inner[:, self.stops] - inner[:, 1:, None] + self.shapes
        )
        wide = 0.0 if example.gaps.max() > 1 else -1e9
        rows = 0.0 if example.has_rows else -1e9
        self.priors = (
            values["log_prior"] + wide * values["has_wide_gaps"] + rows * values["has_rows"]
        )

    def of(self, gold: Gold) -> Floats:
        """The score of the right split under each convention, without that of the convention."""
        parts = ("opens", "inner", "starts", "continues", "ends")
        total: Floats = sum(getattr(self, part) @ getattr(gold, part) for part in parts)
        total = total + self.essay_lines @ gold.essay_lines
        total += sum(self.shapes[:, first, more] for first, more in gold.posts)
        after = gold.starts_after_essay.sum()
        return total + self.essay * (gold.starts.sum() - after) + self.after_essay * after


class _Sums:
    """The forward-backward algorithm, for all conventions at once."""

    def __init__(self, model: _Scores) -> None:
        conventions, count = model.opens.shape
        never = np.full((conventions, count + 1), -np.inf)
        padded = np.pad(model.posts, ((0, 0), (MOST_LINES, 0), (0, 0)), constant_values=-np.inf)
        before = np.full((conventions, count + 1 + MOST_LINES), -np.inf)
        post, closed, entries, essays = never.copy(), never.copy(), never.copy(), never.copy()
        before[:, MOST_LINES] = post[:, 0] = 0.0
        essay = never[:, 0]
        for line in range(count):
            entry = np.logaddexp(post[:, line] + model.essay, closed[:, line] + model.after_essay)
            entries[:, line] = entry + model.starts[:, line]
            essay = np.logaddexp(essay + model.continues[:, line], entries[:, line])
            essay = essays[:, line] = essay + model.essay_lines[line]
            first = line - _ARANGE + MOST_LINES
            post[:, line + 1] = _log_sum(before[:, first] + padded[:, first, _ARANGE], 1)
            closed[:, line + 1] = essay + model.ends[:, line]
            before[:, MOST_LINES + line + 1] = np.logaddexp(post[:, line + 1], closed[:, line + 1])
        # ``post`` starts at 0, so that an essay may open a text; nothing else uses that.
        self.total = before[:, -1]
        after_posts = np.full((conventions, count + 1 + MOST_LINES), -np.inf)
        after_essays, rest = never.copy(), never.copy()
        after_posts[:, count] = after_essays[:, count] = 0.0
        for line in range(count - 1, -1, -1):
            left = after_essays[:, line + 1] + model.ends[:, line]
            if line + 1 < count:
                onwards = model.continues[:, line + 1] + model.essay_lines[line + 1]
                left = np.logaddexp(left, onwards + rest[:, line + 1])
            rest[:, line] = left
            posts = _log_sum(
                model.posts[:, line] + after_posts[:, line + 1 : line + 1 + MOST_LINES], 1
            )
            opened = model.starts[:, line] + model.essay_lines[line] + left
            after_posts[:, line] = np.logaddexp(posts, opened + model.essay)
            after_essays[:, line] = np.logaddexp(posts, opened + model.after_essay)
        total, lines = self.total[:, None], model.essay_lines
        rest, entries, essays = rest[:, :-1], entries[:, :-1], essays[:, :-1]
        starts_before = before[:, MOST_LINES:-1, None]
        self.posts = _exp(
            starts_before + model.posts + after_posts[:, model.stops] - total[:, :, None]
        )
        starts, within = _exp(entries + lines + rest - total), _exp(essays + rest - total)
        opened = closed[:, :-1] + model.after_essay + model.starts + lines + rest
        opens, continues = self.posts.sum(2), np.maximum(0, within - starts)
        inner = np.maximum(0, 1 - opens - within)
        inner[:, 0] = 0
        self.expected = {
            "opens": opens,
            "inner": inner,
            "starts": starts,
            "starts_after_essay": _exp(opened - total),
            "continues": continues,
            "ends": _exp(essays + model.ends + after_essays[:, 1:] - total),
            "essay_lines": within,
        }


def _after_first(first: float, others: Floats) -> Floats:
    return np.pad(others, ((0, 0), (1, 0)), constant_values=first)


def _exp(logarithms: Floats) -> Floats:
    return np.exp(np.minimum(0.0, logarithms))


def _log_sigmoid(values: Floats) -> Floats:
    return -np.logaddexp(0, -values)


def _log_sum(logarithms: Floats, axis: int) -> Floats:
    most = logarithms.max(axis, keepdims=True)
    most = np.where(np.isfinite(most), most, 0)
    return np.log(np.exp(logarithms - most).sum(axis) + 1e-300) + most.squeeze(axis)
