"""How far groups agree with those of a person."""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import product
from typing import NamedTuple


class Placed(NamedTuple):
    """How many texts are in a named group, and how many of these in a wrong one."""

    share: float
    """The share of texts that are in a named group."""
    wrong: float
    """The share of these that have another label than most in their group."""


def placed(gold: Sequence[Hashable], found: Sequence[Hashable], rest: Hashable) -> Placed:
    """Counts texts in groups; ``rest`` is the group of texts that fit none."""
    groups: dict[Hashable, list[Hashable]] = defaultdict(list)
    for label, group in zip(gold, found, strict=True):
        if group != rest:
            groups[group].append(label)
    total = sum(map(len, groups.values()))
    right = sum(Counter(labels).most_common(1)[0][1] for labels in groups.values())
    return Placed(total / max(len(gold), 1), (total - right) / max(total, 1))


def v_measure(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """The harmonic mean of homogeneity and completeness, 0 to 1."""
    of_gold, of_found = entropy(gold), entropy(found)
    shared = of_gold + of_found - entropy(list(zip(gold, found, strict=True)))
    return 2 * shared / (of_gold + of_found) if of_gold + of_found else 1.0


def adjusted_information(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """The mutual information above that of chance: 1 for equal groups, about 0 for random ones.

    See Vinh, Epps and Bailey, JMLR 2010; the normaliser is the mean entropy.
    """
    mean = (entropy(gold) + entropy(found)) / 2
    shared = 2 * mean - entropy(list(zip(gold, found, strict=True)))
    chance = _expected_information(Counter(gold).values(), Counter(found).values(), len(gold))
    return (shared - chance) / (mean - chance) if mean - chance > 1e-12 else 1.0


def _expected_information(rows: Iterable[int], columns: Iterable[int], total: int) -> float:
    """The expected mutual information of random groups with these sizes."""
    log = [math.lgamma(number + 1) for number in range(total + 1)]
    found = 0.0
    for a, b in product(rows, columns):
        fixed = log[a] + log[b] + log[total - a] + log[total - b] - log[total]
        for n in range(max(1, a + b - total), min(a, b) + 1):
            chance = fixed - log[n] - log[a - n] - log[b - n] - log[total - a - b + n]
            found += n / total * math.log(total * n / (a * b)) * math.exp(chance)
    return found


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
