"""How the records of a file say together who may read them.

A field with “public” in some records holds back those that have another word there; so do the other
shapes of :mod:`.audience_shapes`. A field may stand in a table, as ``settings.readers``.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.readers.findings import Reason
from sitegen.readers.records.audience_shapes import SHAPES, Shape
from sitegen.readers.records.first_records import Record, first_of
from sitegen.readers.records.legends import Legend, shapes_of_legends
from sitegen.readers.records.owners import authors_of
from sitegen.readers.records.unexplained_fields import unexplained_fields


class Audiences(NamedTuple):
    """How the records of a file say who may read them."""

    fields: tuple[tuple[str, Shape], ...] = ()
    owners: frozenset[str] = frozenset()
    """Those whose records they are, if some have an author among them; others are by others."""
    unexplained: tuple[str, ...] = ()
    """The fields that may say so, for all that is known of them."""


NO_AUDIENCES = Audiences()


def audience_fields(
    items: Iterable[object],
    owners: frozenset[str] = frozenset(),
    legends: Iterable[Legend] = (),
) -> Audiences:
    """How records say who may read them, as the first of them show.

    Args:
        items: the records.
        owners: the ids and names of those whose export it is.
        legends: what the codes in their fields mean.
    """
    first = first_of(items)
    shown = {
        (name, shape): None
        for shape in SHAPES
        for name in shape.fields(first)
        if shape.is_shown(first, name)
    }
    are_owned = any(not owners.isdisjoint(authors_of(record)) for record in first.records)
    shown |= dict.fromkeys(shapes_of_legends(first, legends))
    unexplained = unexplained_fields(first, {name for name, _ in shown})
    return Audiences(tuple(shown), owners if are_owned else frozenset(), tuple(unexplained))


def reasons_of_audience(record: Record, audiences: Audiences) -> Iterator[Reason]:
    """Each reason why a record is not public, as such fields say; none if it may be."""
    for name, shape in audiences.fields:
        yield from shape.reasons(record, name)
    authors = authors_of(record) if audiences.owners else frozenset()
    if authors and authors.isdisjoint(audiences.owners):
        yield "somebody else's"
