"""How the import names documents in its report."""

from dataclasses import replace

import pytest

from sitegen.cli.document_labels import label_of_document
from sitegen.models import LinkTarget
from tests.importing import make_document


@pytest.mark.parametrize(
    ("title", "text", "label"),
    [
        ("The ledger", "We keep a ledger.", "The ledger"),
        (None, "We **keep** [a ledger](https://a.example). It is red.", "We keep a ledger"),
        (None, "", "https://a.example/oil"),
    ],
)
def test_a_document_is_named_by_its_title_or_else_its_first_words(
    title: str | None, text: str, label: str
) -> None:
    document = replace(make_document(text, title=title), is_markdown=True)
    linked = replace(document, link=LinkTarget("https://a.example/oil"))
    assert label_of_document(linked) == label
