"""Prefixes the ids of headings and footnotes in texts that share a page, to keep them unique."""

import re

_HEADING = re.compile(r'(<h[2-6] (?:[^<>]*? )?id=")([^"]*)"')
_NOTE = re.compile(r'(<\w+ (?:[^<>]*? )?(?:id="|href="#)fn(?:ref\d*)?:)')
_LINK = re.compile(r'(<a (?:[^<>]*? )?href="#)([^"]*)"')


def prefix_headings(html: str, address: str) -> str:
    """The HTML of the page at ``address``, for inclusion in another page that has headings.

    The last part of the address is prepended to the ids of its headings, and to links to them
    within the text: ``#tools`` becomes ``#a-post:tools``.
    """
    names = {found[2] for found in _HEADING.finditer(html)}
    if not names:
        return html
    prefix = re.sub(r"[^\w-]", "-", address.strip("/").rpartition("/")[2])

    def prefixed(found: re.Match[str]) -> str:
        return f'{found[1]}{prefix}:{found[2]}"' if found[2] in names else found[0]

    return _LINK.sub(prefixed, _HEADING.sub(prefixed, html))


def prefix_footnotes(html: str, prefix: str) -> str:
    """The HTML with ``prefix`` in its ids of footnotes: ``fn:a-post:1``, ``fn:work:a-post:1``.

    For a text that a page shows a second time.
    """
    if "fn:" not in html:
        return html
    shown = re.sub(r"[^\w-]", "-", prefix)
    return _NOTE.sub(rf"\g<1>{shown}:", html)
