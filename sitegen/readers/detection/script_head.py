"""Recognises the start of a program in JavaScript, by how it begins and how dense its signs are."""

import re

_START = re.compile(
    r"""(?:/\*.{0,2000}?\*/\s*|//[^\n]*\n\s*|["']use\ strict["'];?\s*)*
    (?: [!+;]?\(?(?:async\ )?function\b\s*\w*\s*\( | \(\(?[\w,\s]*\)?\s*=>\s*[{(]
      | (?:var|let|const)\s+[\w$]+\s*= | export\s+(?:default|const|function)\b
      | import\s+[\w{},*\s]+\s+from\s+["'] | \(?(?:self|window|this|globalThis)[.\[]
      | [\w$.]+\s*=\s*(?:JSON\.parse|function|\(\w*\)\s*=>) | module\.exports\s*=
    )""",
    re.VERBOSE | re.DOTALL,
)
_SIGNS = re.compile(r"[{}()\[\];=<>!&|+*]")
_LENGTH = 4000
_LEAST_SHARE = 0.06
"""The least share of signs among the characters; in prose it is under 0.02."""


def is_script(text: str) -> bool:
    """Whether ``text``, the head of a dump, is a program."""
    start = text.lstrip()[:_LENGTH]
    return bool(_START.match(start)) and len(_SIGNS.findall(start)) >= _LEAST_SHARE * len(start)
