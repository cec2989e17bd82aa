"""Makes a PDF of HTML with WeasyPrint, without the network, files, or the time.

It loads WeasyPrint, so it is imported only where a PDF is made.
"""

import hashlib
import logging
from collections.abc import Collection, Mapping

from PIL import ImageFile

from sitegen.errors import ContentError

_LOADS_TRUNCATED = ImageFile.LOAD_TRUNCATED_IMAGES

from weasyprint import CSS, HTML, Document  # noqa: E402
from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: E402

# WeasyPrint lets Pillow fill what pictures lack, in the whole process. A build names such pictures.
ImageFile.LOAD_TRUNCATED_IMAGES = _LOADS_TRUNCATED

_BASE = "picture:/"
"""The base of all addresses, so that only pictures of the document can be read."""

Pictures = Mapping[str, tuple[str, bytes]]
"""The media types and the bytes of pictures, by their names."""


_ONE_COLUMN = "* { columns: auto !important }"
"""WeasyPrint 70 can fail, or drop a text, where columns meet what must not be split."""


def print_pdf(html: str, style: str, pictures: Pictures, ids: Collection[str]) -> bytes:
    """The PDF of a document; the same for the same document, fonts and version of WeasyPrint.

    It is tagged for screen readers. If WeasyPrint does not print it whole in columns, it is printed
    in one, without tags.

    Args:
        html: the document; the sources of its pictures are their names.
        style: its style sheet.
        pictures: the pictures in it.
        ids: of the elements that must be in it.

    Raises:
        ContentError: WeasyPrint cannot print it.
    """
    digest = hashlib.sha256(f"{html}{style}".encode()).digest()[:16]
    failure: Exception | None = None
    for sheet, has_tags in ((style, True), (f"{style}{_ONE_COLUMN}", False)):
        try:
            document = _laid_out(html, sheet, pictures)
            if _is_whole(document, ids) or not has_tags:
                return bytes(document.write_pdf(pdf_identifier=digest, pdf_tags=has_tags))
        except Exception as error:
            failure = error
    raise ContentError(
        f"WeasyPrint cannot make the document to print: {type(failure).__name__}: {failure}",
        hint="leave it out: pdf = false in [editions]",
    ) from failure


def _laid_out(html: str, style: str, pictures: Pictures) -> Document:
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it warns of CSS it does not know
    fetcher = _PictureFetcher(pictures)
    sheet = CSS(string=style, base_url=_BASE, url_fetcher=fetcher)
    page = HTML(string=html, base_url=_BASE, url_fetcher=fetcher)
    return page.render(stylesheets=[sheet])


def _is_whole(document: Document, ids: Collection[str]) -> bool:
    printed = {anchor for page in document.pages for anchor in page.anchors}
    return printed.issuperset(ids)


class _PictureFetcher(URLFetcher):  # type: ignore[misc] # it is untyped
    """Finds the pictures of a document, and nothing else."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(allowed_protocols=())
        self._pictures = pictures

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        """Called by WeasyPrint, which leaves out what raises an error."""
        kind, data = self._pictures[url.removeprefix(_BASE)]
        return URLFetcherResponse(url, data, {"Content-Type": kind})
