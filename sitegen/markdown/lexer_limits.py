"""The length of source that Pygments highlights in at most about a second per 100,000 characters.

Measured with Pygments 2.21 on lines of repeated signs, such as brackets, quotes and the starts of
comments. The languages have Pygments' names (https://pygments.org/languages/).
"""

_UNMEASURED = 1_000
"""Of some other lexers, the time grows with the square of the length."""
_LIGHTLY_QUADRATIC = dict.fromkeys(("HTML", "PHP", "Ruby", "XML"), 10_000)
_LINEAR = frozenset(
    {"Bash", "Bash Session", "C", "C#", "C++", "CSS", "Clojure", "Dart", "Diff", "Docker"}
    | {"Elixir", "Go", "GraphQL", "Haskell", "INI", "JSON", "Java", "JavaScript", "Julia"}
    | {"Kotlin", "Lua", "Makefile", "Nginx configuration file", "Perl", "PowerShell"}
    | {"Protocol Buffer", "Python", "Python console session", "Rust", "S", "SQL", "Scala"}
    | {"Swift", "TOML", "TeX", "Terraform", "Text only", "TypeScript", "VimL", "YAML"}
)


def longest_source(lexer: str) -> int | None:
    """The length in characters up to which a lexer is used; None for any length."""
    return None if lexer in _LINEAR else _LIGHTLY_QUADRATIC.get(lexer, _UNMEASURED)
