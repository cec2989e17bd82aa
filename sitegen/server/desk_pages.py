"""The pages and files of the desk, which are no part of the site."""

from html import escape
from http import HTTPStatus
from importlib.resources import files
from string import Template

from sitegen.server.content_types import content_type_of
from sitegen.server.page_scripts import PageScripts
from sitegen.server.responses import Response

DESK_ADDRESS = "/_desk/"
REQUEST_PREFIX = "/_sitegen/desk/"
DESK_PREFIXES = (DESK_ADDRESS, "/_desk", f"{REQUEST_PREFIX}static/")
_STATIC = files("sitegen.desk") / "static"


def desk_page(address: str, scripts: PageScripts, language: str) -> Response:
    """The response for an address of the desk."""
    name = address.removeprefix(f"{REQUEST_PREFIX}static/")
    if address == DESK_ADDRESS:
        added = scripts.desk()
        page = Template((_STATIC / "desk.html").read_text(encoding="utf-8"))
        values = {"scripts": added.html.decode(), "language": escape(language)}
        html = page.substitute(values).encode()
        return Response((html,), content_type_of("desk.html"), policy=added.policy)
    if address == DESK_ADDRESS.rstrip("/"):
        return Response((), content_type_of(""), HTTPStatus.MOVED_PERMANENTLY, DESK_ADDRESS)
    if name != address and name in {file.name for file in _STATIC.iterdir()}:
        return Response(((_STATIC / name).read_bytes(),), content_type_of(name))
    return Response((b"There is nothing here.",), content_type_of("x.txt"), HTTPStatus.NOT_FOUND)
