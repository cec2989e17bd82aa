"""The words at both ends of an essay, compared with those of the rest of it and of the posts."""

import numpy as np

from sitegen.readers.text.edge_words import compare_edges
from sitegen.readers.text.evidence import gather_evidence
from sitegen.readers.text.lines import read_lines
from sitegen.readers.text.listed_essays import Candidates

ESSAY = [
    "The harbour was quiet, and the keeper of the lighthouse counted the boats of the harbour.",
    "A keeper counts boats as others count sheep, and this lighthouse has seen many boats.",
    "When the lighthouse was closed, the keeper stayed, and the boats found the harbour alone.",
    "Nobody in the harbour counts the boats today, and nobody keeps the lighthouse.",
]
POSTS = [
    "Sourdough needs patience, flour and water, and an oven that is really hot.",
    "Flour is cheap, patience is not: this sourdough took all week.",
    "My oven burned another sourdough, so the birds had bread this morning.",
    "Bread without flour is a cake, says my sister, and burns her oven, too.",
]
OTHERS = [f"On day {n} it rained, and we ate plums." for n in range(40)]


def edges_of(lines: list[str], *essays: tuple[int, int]) -> dict[str, list[float]]:
    lines = [*lines, *OTHERS]
    words = gather_evidence(read_lines(lines)).words
    found = compare_edges(words, len(lines), Candidates(*np.array(essays).T))
    return {name: values.tolist() for name, values in found}


def test_the_words_above_and_below_an_essay_are_its_own_if_it_is_cut_too_short() -> None:
    edges = edges_of([*ESSAY, *POSTS], (0, 4), (0, 3), (1, 4))
    whole, without_end, without_start = edges["words of the line below"]
    assert without_end > 0 > max(whole, without_start)
    whole, without_end, without_start = edges["words of the line above"]
    assert without_start > 0 == whole == without_end


def test_the_words_of_the_last_line_are_not_its_own_if_an_essay_takes_a_post() -> None:
    whole, longer = edges_of([*ESSAY, *POSTS], (0, 4), (0, 5))["words of the last line"]
    assert whole > 0 > longer


def test_the_first_or_last_lines_count_as_the_worse_of_both() -> None:
    lines = [*POSTS[:2], *ESSAY, *POSTS[2:]]
    edges = edges_of(lines, (2, 6), (1, 6))
    first, last = edges["words of the first lines"], edges["words of the last lines"]
    assert edges["words of the first or last lines"] == [*map(min, first, last)]


def test_a_text_with_few_words_besides_an_essay_says_nothing() -> None:
    lines = [*ESSAY * 10, "Bread burns."]
    words = gather_evidence(read_lines(lines)).words
    for _, values in compare_edges(words, len(lines), Candidates(*np.array([(0, 40)]).T)):
        assert not values.any()
