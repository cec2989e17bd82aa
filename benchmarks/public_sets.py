"""Measures groups of public short texts: ``make bench-topics SETS=folder``.

A set is a file ``NAME.tsv`` with lines of a label, a tab and a text, such as AG News,
SearchSnippets, StackOverflow and Tweet89, which others have measured with the true number of
groups. Accuracy is the share of texts in the right group, where each label has one group.
"""

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.agreement import v_measure


def measure_sets(folder: Path) -> None:
    """Prints a line for each set of a folder."""
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        print(f"no sets in {folder}: public sets are not measured")
        return
    print(f"{'public set':<18}{'texts':>7}{'groups':>7}{'ACC':>7}{'V':>7}{'seconds':>9}")
    for path in paths:
        measure_set(path)


def measure_set(path: Path) -> None:
    """Prints how well the texts of a set are grouped, with the number of groups given."""
    from sitegen.topics import group_texts  # noqa: PLC0415 - late, as all of sitegen

    lines = path.read_text(encoding="utf-8").splitlines()
    gold, texts = zip(*(line.split("\t", 1) for line in lines), strict=True)
    start = time.process_time()
    found = group_texts(texts, len(set(gold)))
    seconds = time.process_time() - start
    print(f"{path.stem:<18}{len(texts):>7}{len(set(gold)):>7}", end="")
    print(f"{accuracy(gold, found):>7.3f}{v_measure(gold, found):>7.3f}{seconds:>9.1f}", flush=True)


def accuracy(gold: Sequence[str], found: Sequence[str]) -> float:
    """The share of texts that are in the group of their label, with the best pairs of these."""
    size = max(len(set(gold)), len(set(found)))
    rows = {label: n for n, label in enumerate(dict.fromkeys(gold))}
    columns = {group: n for n, group in enumerate(dict.fromkeys(found))}
    both = np.zeros((size, size))
    for (label, group), number in Counter(zip(gold, found, strict=True)).items():
        both[rows[label], columns[group]] = number
    pairs = best_pairs(-both)
    return float(both[np.arange(size), pairs].sum()) / len(gold)


def best_pairs(costs: NDArray[np.float64]) -> NDArray[np.int64]:
    """The column of each row with the least total cost, each column once (Kuhn and Munkres).

    Rows are added one by one; each takes the cheapest way to free a column, along which rows move.
    """
    size = len(costs)
    of_rows, of_columns = np.zeros(size), np.zeros(size + 1)
    owners = np.full(size + 1, -1)  # the last column holds the row that is added
    for row in range(size):
        owners[size], column = row, size
        least, before = np.full(size, np.inf), np.full(size, -1)
        seen = np.zeros(size + 1, dtype=bool)
        while owners[column] >= 0:
            seen[column] = True
            owner = owners[column]
            reduced = costs[owner] - of_rows[owner] - of_columns[:size]
            closer = ~seen[:size] & (reduced < least)
            least[closer], before[closer] = reduced[closer], column
            column_next = int(np.where(seen[:size], np.inf, least).argmin())
            step = least[column_next]
            of_rows[owners[seen]] += step
            of_columns[seen] -= step
            least[~seen[:size]] -= step
            column = column_next
        while column != size:
            owners[column] = owners[before[column]]
            column = int(before[column])
    return np.argsort(owners[:size])
