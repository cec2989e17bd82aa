"""Escapes text for Markdown in sitegen's dialect.

Only what Markdown would parse as markup is escaped: with a backslash, or an ampersand with an
entity, because a backslash has no effect there. See ``sitegen.markdown.escaping`` for plain texts.
"""

import re

from sitegen.text.labels import find_links

_MARKUP = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)"
    r"|(?<!\s)\*|\*(?!\s|$)|(?<=\s)\*(?=$)|^\*|`"
    r"|_(?<![^\W_]_(?=[^\W_]))"
    r"|~(?=~)|(?<=~)~"
    r"|<(?=[A-Za-z/!?]|$)"
    r"|\{(?=:?[ ]*[#.\w][^{}\n]*\})"
)
_BARS = re.compile(r"(?=[^|]*\|)[|: ]+")
"""A line that Python-Markdown takes for the one under the head of a table."""
_LAST_BAR = re.compile(r"(?:\\\\)+(?=\|[ ]*$)")
"""Backslashes in front of a bar at the end, which Python-Markdown takes for a part of it."""
_BRACKET = re.compile(r"[\[\]]")
_OPENING_BRACKET = re.compile(r"\[")
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
_MAY_LINK = re.compile(r"://|[@#]")
_NEEDS_ESCAPE = re.compile(r"[\\*`_~<{\[\]&]")
_LINE_START = re.compile(
    r"""(?:
      \d++(?=[.)](?:[ ]|$))                         # 1987. a list with numbers
    | (?=[-+*](?:[ ]|$))                            # - a list
    | (?=\#{1,6}(?:[ ]|$))                          # ## a heading
    | (?=(?:=++|-++)[ ]*+$)                         # === under a heading
    | (?=([-_*])[ ]*+(?:\1[ ]*+){2,}+$)             # * * * a rule
    | (?=>)                                         # > a quotation
    | (?=```|~~~)                                   # ``` a block of code
    | (?=:[ ])                                      # : a definition
    | (?=\[(?:[ xX]\][ ]|\^|TOC\]$))                # [x] a task
    | [|:\ ]*+(?=-)(?<=\|)(?=[|:\-\ ]++$)            # |---| under the head of a table
    | [|:\ ]*+(?=-++[:\ ]*+\|)(?=[|:\-\ ]++$)       # ---|--- likewise
    )""",
    re.VERBOSE,
)


def escape_text(text: str, *, brackets: bool, is_link: bool = False) -> str:
    """The Markdown of a text within a line.

    Args:
        text: the text, without line breaks.
        brackets: whether to escape opening brackets.
        is_link: whether it is the text of a link; closing brackets are then escaped, too.
    """
    if not _NEEDS_ESCAPE.search(text):
        return text
    if not _MAY_LINK.search(text):
        return _escape(text, brackets=brackets, is_link=is_link)
    parts: list[str] = []
    done = 0
    for span in find_links(text):
        parts.append(_escape(text[done : span.start], brackets=brackets, is_link=is_link))
        parts.append(text[span.start : span.end])
        done = span.end
    parts.append(_escape(text[done:], brackets=brackets, is_link=is_link))
    return "".join(parts)


def escape_line_start(line: str) -> str:
    """The line, with a backslash if it begins like a block."""
    bare = _LAST_BAR.sub("", line)
    if _BARS.fullmatch(bare):
        return line.replace("|", "&#124;", 1)
    found = _LINE_START.match(bare)
    if not found or line.startswith("\\"):
        return line
    return f"{line[: found.end()]}\\{line[found.end() :]}"


def _escape(text: str, *, brackets: bool, is_link: bool) -> str:
    text = _MARKUP.sub(lambda found: "\\" + found[0], text)
    if is_link:
        # Python-Markdown would take “[a]: b” for a definition.
        text = _BRACKET.sub(r"\\\g<0>", text).replace("\\]:", "\\]\\:")
    elif brackets:
        text = _OPENING_BRACKET.sub(r"\\[", text)
    return _ENTITY.sub("&amp;", text) if "&" in text else text
