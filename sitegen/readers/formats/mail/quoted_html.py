"""Takes what is quoted, and signatures, out of the HTML of a mail, as programs mark them."""

import re

from sitegen.hypertext.tags import RAW, TOKEN, end_of_raw

_MARK = re.compile(
    r"<(?:blockquote[^<>]{0,1000}\btype=[\"']?cite|div[^<>]{0,1000}\bclass=[\"'][^\"'<>]{0,500}"
    r"(?:gmail_quote|gmail_signature|moz-cite-prefix|moz-signature|yahoo_quoted|protonmail_quote"
    r"|protonmail_signature|tutanota_quote|zmail_extra|moz-forward-container)"
    r"|div[^<>]{0,1000}\bid=[\"']?(?:x_)?(?:(?P<rest>divRplyFwdMsg|appendonsend)"
    r"|Signature(?=[\"'\s>])|ms-outlook-mobile-signature"
    r"|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION)"
    r"|div[^<>]{0,1000}\bstyle=[\"'][^\"'<>]{0,1000}(?P<rule>border-top:\s*solid\s+#\w{6}\s+1\.0pt))",
    re.IGNORECASE,
)
"""Where the signature or a quoted message begins. With ``rest`` or ``rule``, it is all below it."""


def without_quotations(html: str) -> str:
    """The HTML of a mail without signatures and quoted messages.

    What stands between and below them are answers by the sender. A quotation that does not end
    goes on to the end of the mail.
    """
    parts: list[str] = []
    position = 0
    while found := _MARK.search(html, position):
        parts.append(html[position : found.start()])
        if found["rest"] or found["rule"]:
            return "".join(parts)
        position = _end_of_element(html, found.start())
    return "".join([*parts, html[position:]])


def _end_of_element(html: str, start: int) -> int:
    """Where the element that begins at ``start`` ends, or the HTML if it has no end tag."""
    name = ""
    depth = 0
    position = start
    while found := TOKEN.search(html, position):
        position = found.end()
        opened, closed = (found["tag"] or "").lower(), (found["closed"] or "").lower()
        name = name or opened
        if opened in RAW:
            position = end_of_raw(html, opened, position)
        depth += (opened == name) - (closed == name)
        if not depth:
            return position
    return len(html)
