"""Moves the style sheet of a mail into its elements, as Gmail and Outlook require."""

import re

from sitegen.errors import ThemeError

_CHARSET = re.compile(r'<meta charset="[^"]*">')


def inline_styles(html: str) -> str:
    """The page with the rules of its ``<style>`` as ``style`` attributes.

    The style sheet must be flat. Rules in an ``@media`` stay in a ``<style>``; to win over the
    attributes, they need ``!important``. Nothing is loaded from elsewhere.

    Raises:
        ThemeError: the page refers to a style sheet in another file.
    """
    import css_inline  # noqa: PLC0415 -- an optional library

    inliner = css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)
    try:
        return _with_charset_first(inliner.inline(html))
    except css_inline.InlineError as error:
        raise ThemeError(
            f"the styles of the e-mail cannot be inlined: {error}",
            hint="write them in the template email.css",
        ) from None


def _with_charset_first(html: str) -> str:
    """Moves the character encoding before the kept rules: it must be in the first 1024 bytes."""
    found = _CHARSET.search(html)
    if found is None:
        return html
    rest = html[: found.start()] + html[found.end() :]
    return rest.replace("<head>", f"<head>{found[0]}", 1)
