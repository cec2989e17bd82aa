"""Shortcodes and elements of WordPress plugins that show code: ``[php]``, ``<pre lang="php">``.

What CodeColorer and Code Snippet make of them is in feeds and saved pages: lines in a ``<div>``.

Their names and attributes are those of https://wordpress.org/plugins/syntaxhighlighter/,
https://wordpress.org/plugins/codecolorer/ and
https://wordpress.org/plugins/crayon-syntax-highlighter/.
"""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

_GENERAL = frozenset({"code", "codesyntax", "crayon", "source", "sourcecode"})
_LANGUAGES = frozenset(
    {"actionscript3", "arduino", "as3", "bash", "c-sharp", "cf", "clj", "clojure"}
    | {"coldfusion", "cpp", "csharp", "css", "delphi", "diff", "erl", "erlang", "fsharp"}
    | {"go", "golang", "groovy", "haskell", "html", "java", "javafx", "javascript", "jfx"}
    | {"js", "jscript", "json", "matlab", "obj-c", "objc", "pascal", "patch", "perl", "php"}
    | {"plain", "powershell", "py", "python", "rails", "rb", "ror", "ruby", "scala"}
    | {"shell", "sql", "swift", "vb", "vbnet", "xhtml", "xml", "xslt", "yaml", "yml"}
)
_CODECOLORER = re.compile(r"cc(?P<modes>[a-z]{0,6})(?:_(?P<language>[a-z0-9+#-]+))?")
"""``cc`` with letters for how the code is shown: ``i`` for inline code."""
_ELEMENT = re.compile(
    r"<(?P<name>code|pre)\b(?P<attributes>[^<>]*\blang\s*=\s*[\"']?(?P<language>[\w#.+-]+)[^<>]*)>"
    r"(?P<code>(?s:(?!<(?P=name)\b).)*?)</(?P=name)\s*>",
    re.IGNORECASE,
)
"""An element whose content CodeColorer or WP-Syntax shows as it is, also tags in it."""
_SHOWN = re.compile(
    r"<div class=\"(?:codesnip|(?P<language>[\w#+-]+) codecolorer)\"[^<>]*>"
    r"(?P<code>[^<]*(?:<(?!/?div\b)[^<]*)*)</div>"
)
_NUMBERS = re.compile(r"<td class=\"line-numbers\"[^<>]*>\s*<div>(?:\d|\s|<br ?/?>)*</div>\s*</td>")
_MARKED_UP = re.compile(r"\s*<(?:code|span|ol|table)\b", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\s*</p>\s*<p>")
_PARAGRAPH_END = re.compile(r"</p>\s*<p>")
_BREAK = re.compile(r"<br ?/?>\n?")
_TAG = re.compile(r"</?p>\s?")
_LANGUAGE = re.compile(r"[\w#.+-]+")


def is_code(name: str) -> bool:
    """Whether a shortcode, if it has a closing tag, shows code."""
    return name in _GENERAL or name in _LANGUAGES or _CODECOLORER.fullmatch(name) is not None


def code_html(name: str, inner: str, attributes: Mapping[str, str]) -> str:
    """The HTML of a shortcode: a block of code, or inline code, which is stored escaped or not."""
    color = _CODECOLORER.fullmatch(name)
    language = attributes.get("language") or attributes.get("lang") or ""
    language = language or (color["language"] or "" if color else "" if name in _GENERAL else name)
    mark = f' class="language-{language}"' if _LANGUAGE.fullmatch(language) else ""
    code = escape(unescape(_without_paragraphs(inner).strip("\n")))
    is_in_line = color is not None and "i" in color["modes"] and "\n" not in code
    return f"<code>{code}</code>" if is_in_line else f"<pre><code{mark}>{code}</code></pre>"


def replace_code_elements(html: str, stash: Callable[[str], str]) -> str:
    """The HTML with blocks of code in place of the elements of plugins.

    Args:
        html: the content of a post.
        stash: takes finished HTML, and returns what stands for it meanwhile.
    """

    def replace(found: re.Match[str]) -> str:
        is_in_line = found["name"].lower() == "code" and "\n" not in found["code"]
        if is_in_line or _MARKED_UP.match(found["code"]):
            return found[0]
        return stash(code_html("code", found["code"], {"lang": found["language"].lower()}))

    return _ELEMENT.sub(replace, html) if "lang" in html else html


def mark_shown_code(html: str) -> str:
    """The HTML with elements for code that plugins show as a ``<div>`` of lines."""
    if "codecolorer" not in html and "codesnip" not in html:
        return html

    def replace(found: re.Match[str]) -> str:
        language = found["language"] or "text"
        return f'<code class="language-{language}">{found["code"]}</code>'

    return _SHOWN.sub(replace, _NUMBERS.sub("", html))


def _without_paragraphs(inner: str) -> str:
    """Code whose lines were stored as paragraphs, as the tags around it are."""
    if not _PARAGRAPHS.match(inner):
        return inner
    return _TAG.sub("", _PARAGRAPH_END.sub("\n\n", _BREAK.sub("\n", inner)))
