"""Tells what people write to each other from what goes to many: lists and newsletters."""

import re
from collections.abc import Callable

_TO_MANY = frozenset(
    {"mailing-list", "newsgroups", "feedback-id", "x-mailing-list", "x-beenthere", "x-campaign"}
    | {"x-mailman-version", "x-campaignid", "x-google-group-id", "list-id", "list-post"}
    | {"list-unsubscribe", "list-subscribe", "list-archive", "list-help", "list-owner"}
)
"""Fields that lists (RFC 2369, RFC 2919), newsgroups and senders of newsletters write."""
_ADDRESS = re.compile(r"[^\s<>,;:\"'()@]+@[^\s<>,;:\"'()@]+")
_OF_LIST = re.compile(r"(?i)\bowner-[\w.-]+@|[-+](?:bounces?|request|owner|admin)\b[^@\s]*@")
"""The sender that a list writes beside the author."""
_PRECEDENCES = ("bulk", "list")
"""The values of ``Precedence`` of messages to many (RFC 3834, section 3.1.8)."""
_READERS = re.compile(
    r"(?:.*[-_.+])?(?:lists?|newsletters?|news|readers|subscribers|members|announce(?:ments?)?|all"
    r"|everyone|discuss(?:ion)?|users|devel?|community|groups?|verteiler|liste|lista|leser(?:innen)?"
    r"|abonnent(?:en|innen)|mitglieder|rundbrief|lectores|suscriptores|boletin|lecteurs|abonnes)@.*"
    r"|.*@(?:.*\.)?(?:lists?|groups|googlegroups|freelists)\..*"
)
"""The addresses of lists, and names under which people keep their readers."""
_NAME_OF_LIST = re.compile(r"\s*(?:\w{1,4}\s*:\s*)*\[(?!\W*ext)[^\]]{2,40}\]", re.IGNORECASE)
"""The name of a list before a subject; companies mark mail from outside as ``[EXTERNAL]``."""


def is_correspondence(header: Callable[[str], str]) -> bool:
    """Whether a message is for those alone whom it names, as letters are.

    A message to oneself or to nobody is not: newsletters without a list are sent so, with their
    readers in ``Bcc``, and archives of lists leave out whom a message was for.

    Args:
        header: returns a field of its header by the name in lower case; empty if there is none.
    """
    if any(map(header, _TO_MANY)) or header("precedence").strip().lower() in _PRECEDENCES:
        return False
    recipients = {*_addresses_in(header("to")), *_addresses_in(header("cc"))}
    if any(map(_READERS.fullmatch, recipients)) or _NAME_OF_LIST.match(header("subject")):
        return False
    if any(_OF_LIST.search(header(name)) for name in ("sender", "errors-to", "return-path")):
        return False
    return not recipients.issubset(_addresses_in(header("from")))


def _addresses_in(field: str) -> list[str]:
    return _ADDRESS.findall(field.lower())
