from pathlib import Path

import pytest

from sitegen.importer.ledger import Ledger, load_ledger
from tests.importing import BREAD, CELLO, CODE, ESSAY, RYE, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path).put(ESSAY, BREAD, CODE, CELLO)
    desk.run()
    return desk


def ledger(desk: Desk) -> Ledger:
    return load_ledger(desk.content)


def test_a_dump_most_of_which_is_known_takes_over_its_order_and_its_pages(desk: Desk) -> None:
    desk.put(ESSAY, BREAD, RYE, CELLO, name="marked.txt").run()

    assert list(ledger(desk).dumps) == ["marked.txt"]
    assert {entry.dump for entry in ledger(desk).pages.values()} == {"marked.txt"}


def test_after_it_was_taken_over_the_first_name_is_that_of_the_same_dump_again(desk: Desk) -> None:
    desk.put(ESSAY, BREAD, RYE, CELLO, name="marked.txt").run()
    report = desk.put(ESSAY, BREAD, CODE, CELLO, name="dump.txt").run()

    assert list(ledger(desk).dumps) == ["dump.txt"]
    assert report.created == ()
    assert [desk.config.root / path for path in report.vanished] == [desk.page_with("Rye")]


@pytest.mark.parametrize(
    "texts",
    [
        (CELLO, RYE, "Hm."),
        (CODE, CELLO, "One.", "Two.", "Three."),
        (BREAD,),
    ],
)
def test_a_dump_that_shares_a_few_texts_is_another(desk: Desk, texts: tuple[str, ...]) -> None:
    report = desk.put(*texts, name="second.txt").run()

    assert sorted(ledger(desk).dumps) == ["dump.txt", "second.txt"]
    assert report.vanished == ()


def test_one_text_in_common_does_not_make_two_dumps_one(tmp_path: Path) -> None:
    desk = Desk(tmp_path).put(BREAD, CODE)
    desk.run()
    desk.put(BREAD, name="second.txt").run()

    assert sorted(ledger(desk).dumps) == ["dump.txt", "second.txt"]


def test_a_dump_of_which_every_border_was_moved_is_known_by_its_words(desk: Desk) -> None:
    desk.put(*ESSAY.split("\n"), f"{BREAD}\n{CODE}\n{CELLO}", name="marked.txt").run()

    assert list(ledger(desk).dumps) == ["marked.txt"]
