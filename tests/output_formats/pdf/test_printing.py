"""From HTML to PDF, whatever WeasyPrint makes of it."""

import io

import pytest
from pypdf import PdfReader

from sitegen.errors import ContentError
from sitegen.output_formats.pdf import printing

HTML = '<html><body><div class="posts"><p id="a">One</p><p id="b">Two</p></div></body></html>'
STYLE = ".posts { columns: 2 }"


def laid_out_in_columns(html: str, style: str, pictures: printing.Pictures) -> object:
    """What WeasyPrint makes of columns if it drops a text."""
    if printing._ONE_COLUMN not in style:
        html = html.replace('<p id="b">Two</p>', "")
    return LAY_OUT(html, style, pictures)


LAY_OUT = printing._laid_out


def test_a_document_that_loses_a_text_in_columns_is_printed_in_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(printing, "_laid_out", laid_out_in_columns)
    pdf = printing.print_pdf(HTML, STYLE, {}, ["a", "b"])
    assert "Two" in PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def test_a_failure_of_weasyprint_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(printing, "_laid_out", fail)
    with pytest.raises(ContentError, match="WeasyPrint cannot make the document to print"):
        printing.print_pdf(HTML, STYLE, {}, [])
