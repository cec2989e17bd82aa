"""Filters choose the documents of an import."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from sitegen.importer.filtering import filter_documents
from sitegen.importer.request import Filters
from sitegen.models import Document
from tests.importing import make_document

_OLD = datetime(2022, 5, 1, tzinfo=UTC)
_NEW = datetime(2024, 5, 1, tzinfo=UTC)


def _documents() -> tuple[Document, ...]:
    return (
        replace(make_document("The tide is out", id_="old"), date=_OLD, author="Ann Quay"),
        replace(make_document("A rope", id_="new", title="Tides"), date=_NEW, author="Bo"),
        make_document("Undated words about a harbour wall", id_="undated"),
    )


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), ["old", "new", "undated"]),
        (Filters(since=_NEW), ["new"]),
        (Filters(until=_NEW), ["old"]),
        (Filters(author="quay"), ["old"]),
        (Filters(match="TIDE"), ["old", "new"]),
        (Filters(min_words=4), ["old", "undated"]),
        (Filters(limit=2), ["old", "new"]),
        (Filters(match="tide", since=_NEW, limit=5), ["new"]),
    ],
)
def test_only_what_passes_all_filters_is_imported(filters: Filters, ids: list[str]) -> None:
    assert [document.id for document in filter_documents(_documents(), filters)] == ids


@pytest.mark.parametrize("hours", [-11, 0, 14])
def test_a_day_is_that_on_the_clock_where_a_text_was_written(hours: int) -> None:
    zone = timezone(timedelta(hours=hours))
    first, last = datetime(2024, 5, 1, tzinfo=zone), datetime(2024, 5, 1, 23, 59, tzinfo=zone)
    documents = [replace(make_document("A rope"), date=date) for date in (first, last)]
    day = Filters(since=datetime(2024, 5, 1), until=datetime(2024, 5, 2))
    assert len(filter_documents(documents, day)) == 2
    before = Filters(until=datetime(2024, 5, 1))
    assert filter_documents(documents, before) == ()
