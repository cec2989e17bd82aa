"""Tells what people write to each other from what goes to many: lists and newsletters."""

import re
from collections.abc import Callable, Iterable

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
_EDITORS = re.compile(
    r"(?:.*[-_.+])?(?:letters|editors?|editorial|submissions?|contributions?|digest|magazine|zine"
    r"|leserbriefe?|redaktion|cartas|redacci[oó]n|courrier|r[eé]daction)@.*"
)
"""The addresses of editors, to whom people write what may be printed."""
_NAME_OF_LIST = re.compile(r"\s*(?:\w{1,4}\s*:\s*)*\[([^\]]{1,40})\]")
"""The name of a list before a subject, if a recipient has it, too.

People also write ``[invoice 7]`` there, companies ``[EXTERNAL]``; and who answers the author of a
message alone leaves the name of the list where it is.
"""
_WORD = re.compile(r"[^\W_]+")
_NOBODY = re.compile(r"(?i)\W*\Z|.*(?:recipient|undisclosed|empf[aä]nger|destinata)|.*:\s*;")
"""What programs write for recipients that are not named."""


def is_correspondence(header: Callable[[str], str]) -> bool:
    """Whether a message is for those alone whom it names, as letters are.

    A message to oneself or to nobody is not: newsletters without a list are sent so, with their
    readers in ``Bcc``, and archives of lists leave out whom a message was for.

    Args:
        header: returns a field of its header by the name in lower case; empty if there is none.
    """
    if any(map(header, _TO_MANY)) or header("precedence").strip().lower() in _PRECEDENCES:
        return False
    recipients = {*_recipients_in(header("to")), *_recipients_in(header("cc"))}
    if any(_READERS.fullmatch(each) or _EDITORS.fullmatch(each) for each in recipients):
        return False
    if _are_named(recipients, header("subject")):
        return False
    if any(_OF_LIST.search(header(name)) for name in ("sender", "errors-to", "return-path")):
        return False
    sender = header("from").lower().replace(" ", "-")
    return not all(recipient.removesuffix("@") in sender for recipient in recipients)


def _recipients_in(field: str) -> list[str]:
    """The addresses in a field, or else the name in it, as some archives have it, with an ``@``."""
    if found := _ADDRESS.findall(field.lower()):
        return found
    return [] if _NOBODY.match(field) else [field.strip(' "').lower().replace(" ", "-") + "@"]


def _are_named(recipients: Iterable[str], subject: str) -> bool:
    """Whether a recipient is a list whose name stands before the subject."""
    found = _NAME_OF_LIST.match(subject.lower())
    names = {word for each in recipients for word in _WORD.findall(each.partition("@")[0])}
    return found is not None and not names.isdisjoint(_WORD.findall(found[1]))
