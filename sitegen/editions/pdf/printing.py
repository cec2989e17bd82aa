"""Makes a PDF of HTML with WeasyPrint, without the network, files, or the time.

It loads WeasyPrint, so it is imported only where a PDF is made.
"""

import hashlib
import logging
from collections.abc import Mapping

from PIL import ImageFile

_LOADS_TRUNCATED = ImageFile.LOAD_TRUNCATED_IMAGES

from weasyprint import CSS, HTML  # noqa: E402
from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: E402

# WeasyPrint lets Pillow fill what pictures lack, in the whole process. A build names such pictures.
ImageFile.LOAD_TRUNCATED_IMAGES = _LOADS_TRUNCATED

_BASE = "picture:/"
"""The base of all addresses, so that only pictures of the document can be read."""

Pictures = Mapping[str, tuple[str, bytes]]
"""The media types and the bytes of pictures, by their names."""


def print_pdf(html: str, style: str, pictures: Pictures) -> bytes:
    """The PDF of a document; the same for the same document, fonts and version of WeasyPrint.

    Args:
        html: the document; the sources of its pictures are their names.
        style: its style sheet.
        pictures: the pictures in it.
    """
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it warns of CSS it does not know
    fetcher = _PictureFetcher(pictures)
    document = HTML(string=html, base_url=_BASE, url_fetcher=fetcher)
    sheet = CSS(string=style, base_url=_BASE, url_fetcher=fetcher)
    digest = hashlib.sha256(f"{html}{style}".encode()).digest()[:16]
    return bytes(document.write_pdf(stylesheets=[sheet], pdf_identifier=digest))


class _PictureFetcher(URLFetcher):  # type: ignore[misc] # it is untyped
    """Finds the pictures of a document, and nothing else."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(allowed_protocols=())
        self._pictures = pictures

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        """Called by WeasyPrint, which leaves out what raises an error."""
        kind, data = self._pictures[url.removeprefix(_BASE)]
        return URLFetcherResponse(url, data, {"Content-Type": kind})
