"""Leads links to a part of a text to the heading of that part on its page."""

import re
from collections.abc import Container
from urllib.parse import unquote

from sitegen.markdown.heading_ids import heading_id

_NUMBERED = re.compile(r"(.+)[-_](\d+)")
"""The mark of a heading with the words of an earlier one, as GitHub and others write it."""


def mark_of_part(address: str, ids: Container[str]) -> str:
    """The mark of the heading that an address names, such as ``#trim-it``; empty if it has none.

    Args:
        address: ends with ``#Trim it``, as note programs write it, or ``#trim-it``.
        ids: those of the headings of the text that it leads to.
    """
    name = heading_id(unquote(address).rpartition("#")[2]) if "#" in address else ""
    if name not in ids and (numbered := _NUMBERED.fullmatch(name)):
        name = f"{numbered[1]}_{numbered[2]}"
    return f"#{name}" if name and name in ids else ""
