"""Documents in other markup languages than Markdown and HTML, detected by marks that texts lack."""

import re
from collections.abc import Callable

from sitegen.readers.detection.file_head import FileHead
from sitegen.readers.detection.format import CERTAIN, LIKELY, Format, when

_Test = Callable[[FileHead], object]


def _opens(pattern: str) -> _Test:
    """Tests the start of a text."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda file: compiled.match(file.text.lstrip())


def _contains(*patterns: str) -> _Test:
    """Tests whether each pattern matches somewhere."""
    compiled = [re.compile(pattern, re.MULTILINE) for pattern in patterns]
    return lambda file: all(one.search(file.text) for one in compiled)


def _without_fences(test: _Test) -> _Test:
    """A test of texts that show no code as Markdown does, which may be in any language."""
    return lambda file: "```" not in file.text and test(file)


_END = r"[ \t]*\r?$"
_GEMINI_LINK = r"^=>[ \t]*(?:(?:gemini|gopher)://\S|[\w./-]+\.gmi\b)"
_CERTAIN = (
    ("latex", "a LaTeX document", r"(?:%[^\n]*\s+)*\\documentclass[\[{]"),
    ("man", "a manual page (troff)", r"(?:[.']\\\"[^\n]*\n|\.\s*\n)*\.(?:TH|Dd) [^\n]+\n"),
    (
        "typst",
        "a Typst document",
        r"(?://[^\n]*\s+)*#(?:set [\w.]+\(|show(?: [\w.\"()]+)?: |import \"|let \w+ ?[(=])",
    ),
    (
        "org",
        "a document in Org mode",
        r"#\+(?:title|author|date|options|startup|filetags|email|language|category|begin_\w+)\b",
    ),
    (
        "asciidoc",
        "an AsciiDoc document",
        r"= [^\n]+\n(?:[^\n]+\n){0,3}?:[\w-]+!?:[ \t\r]*(?: [^\n]+)?\n",
    ),
    (
        "bibtex",
        "references (BibTeX)",
        r"@(?:article|book|misc|online|inproceedings|phdthesis|string|comment|preamble)\s*\{",
    ),
    ("ris", "references (RIS)", r"TY  - [A-Z]{3,6}\s"),
)
_LIKELY = (
    (
        "org-outline",
        "a document in Org mode",
        _contains(r"^\*+ \S", rf"^[ \t]*:PROPERTIES:{_END}", rf"^[ \t]*:END:{_END}"),
    ),
    (
        "restructuredtext",
        "a document in reStructuredText",
        _contains(
            rf"^(?:={{3,}}|-{{3,}}|~{{3,}}){_END}",
            r"^\.\. (?:contents|note|warning|tip|image|figure|code|code-block|toctree|highlight"
            r"|include|literalinclude|meta|admonition)::|^\.\. _[^:\n]+: ",
        ),
    ),
    (
        "asciidoc-blocks",
        "an AsciiDoc document",
        _contains(
            r"^={1,5} \S",
            r"^\[(?:source|quote|verse|NOTE|TIP|WARNING)\b[^\]\n]*\]\s*\n(?:-{4}|_{4}|={4})",
        ),
    ),
    (
        "wikitext",
        "a page of a wiki (MediaWiki)",
        _contains(
            rf"^(={{2,6}})[^=\n]+\1{_END}",
            r"\[\[(?:Category|File|Image|Kategorie|Datei|Catégorie|Fichier|Categoría):|^\{\{\w"
            r"|'''[^'\n]+'''",
        ),
    ),
    (
        "dokuwiki",
        "a page of a wiki (DokuWiki)",
        _contains(
            rf"^(={{5,6}}) [^=\n]+ \1{_END}",
            r"(?<!:)//[^\s/][^/\n]*[^\s/:]//|\[\[[^\]\n]+\|[^\]\n]+\]\]|\{\{[^}\n]+\}\}|<code\b",
        ),
    ),
)

SOURCE_FORMATS = (
    *(Format(name, title, when(_opens(pattern), CERTAIN)) for name, title, pattern in _CERTAIN),
    *(Format(name, title, when(_without_fences(test), LIKELY)) for name, title, test in _LIKELY),
    Format("gemtext", "a page in Gemtext", when(_contains(_GEMINI_LINK), LIKELY)),
)
