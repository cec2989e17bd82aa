"""Whatever a dump holds, its pages can be built."""

import pytest

from sitegen.importer.cleaning import clean_document
from sitegen.models import Document, DumpPlace, LinkTarget


def _cleaned(**values: object) -> Document:
    fields: dict[str, object] = {"id": "a", "kind": "post", "text": "", "place": DumpPlace("d")}
    return clean_document(Document(**fields | values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("author", "shown"),
    [
        ("Ann Quay", "Ann Quay"),
        ("Ann Quay <ann@quay.example>", "Ann Quay"),
        ("ann@quay.example (Ann Quay)", "Ann Quay"),
        ("ann@quay.example", None),
        ("@ann@quay.example", "@ann@quay.example"),
        (" \n", None),
    ],
)
def test_an_author_is_a_name_and_no_address(author: str, shown: str | None) -> None:
    assert _cleaned(author=author).author == shown


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ann@quay.example", "/a/path", "about:blank", "file:///etc"]
)
def test_a_source_that_is_not_a_web_address_is_not_linked(address: str) -> None:
    cleaned = _cleaned(source=address, link=LinkTarget(address, "A title"))
    assert (cleaned.source, cleaned.link) == (None, None)


def test_titles_tags_and_sites_are_on_one_line() -> None:
    cleaned = _cleaned(title="One\n two\0", tags=("a\nb", "", "a b"), warning=" ")
    assert (cleaned.title, cleaned.tags, cleaned.warning) == ("One two", ("a b",), None)


@pytest.mark.parametrize(
    ("lang", "kept"), [("pt_BR", "pt-BR"), ("iw", "he"), ("zxx1", None), ("und", None)]
)
def test_a_language_is_a_tag_or_none(lang: str, kept: str | None) -> None:
    assert _cleaned(lang=lang).lang == kept


def test_unpaired_surrogates_and_control_characters_leave_the_text() -> None:
    assert _cleaned(text="a\ud83d b\x0cc\td").text == "a? b c\td"
