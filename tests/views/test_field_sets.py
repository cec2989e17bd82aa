"""Sets of the fields of a record."""

from dataclasses import dataclass
from typing import NamedTuple

from sitegen.views.field_sets import field_bits, field_set, names_in


class Tuple(NamedTuple):
    title: str
    date: str
    author: str


@dataclass(frozen=True)
class Data:
    title: str
    date: str


def test_every_field_of_a_type_has_a_bit_of_its_own() -> None:
    assert field_bits(Tuple) == {"author": 1, "date": 2, "title": 4}
    assert field_bits(Data) == {"date": 1, "title": 2}


def test_a_set_holds_the_fields_that_are_named_or_all() -> None:
    assert names_in(Tuple, field_set(Tuple, ["title", "author", "title"])) == ["author", "title"]
    assert names_in(Tuple, field_set(Tuple)) == ["author", "date", "title"]
    assert names_in(Tuple, field_set(Tuple, [])) == []


def test_sets_of_fields_are_joined_and_compared_as_integers() -> None:
    title, date = field_set(Tuple, ["title"]), field_set(Tuple, ["date"])
    assert names_in(Tuple, title | date) == ["date", "title"]
    assert not title & date
