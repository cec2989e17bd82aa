"""Documents in other markup languages than Markdown and HTML, detected by marks that texts lack."""

from sitegen.readers.detection.format import CERTAIN, LIKELY, Format, when
from sitegen.readers.detection.text_tests import Test, contains, opens


def _without_fences(test: Test) -> Test:
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
        contains(r"^\*+ \S", rf"^[ \t]*:PROPERTIES:{_END}", rf"^[ \t]*:END:{_END}"),
    ),
    (
        "restructuredtext",
        "a document in reStructuredText",
        contains(
            rf"^(?:={{3,}}|-{{3,}}|~{{3,}}){_END}",
            r"^\.\. (?:contents|note|warning|tip|image|figure|code|code-block|toctree|highlight"
            r"|include|literalinclude|meta|admonition)::|^\.\. _[^:\n]+: ",
        ),
    ),
    (
        "asciidoc-blocks",
        "an AsciiDoc document",
        contains(
            r"^={1,5} \S",
            r"^\[(?:source|quote|verse|NOTE|TIP|WARNING)\b[^\]\n]*\]\s*\n(?:-{4}|_{4}|={4})",
        ),
    ),
    (
        "wikitext",
        "a page of a wiki (MediaWiki)",
        contains(
            rf"^(={{2,6}})[^=\n]+\1{_END}",
            r"\[\[(?:Category|File|Image|Kategorie|Datei|Catégorie|Fichier|Categoría):|^\{\{\w"
            r"|'''[^'\n]+'''",
        ),
    ),
    (
        "dokuwiki",
        "a page of a wiki (DokuWiki)",
        contains(
            rf"^(={{5,6}}) [^=\n]+ \1{_END}",
            r"(?<!:)//[^\s/][^/\n]*[^\s/:]//|\[\[[^\]\n]+\|[^\]\n]+\]\]|\{\{[^}\n]+\}\}|<code\b",
        ),
    ),
)

SOURCE_FORMATS = (
    *(
        Format(name, title, when(opens(f"(?i){pattern}"), CERTAIN))
        for name, title, pattern in _CERTAIN
    ),
    *(Format(name, title, when(_without_fences(test), LIKELY)) for name, title, test in _LIKELY),
    Format("gemtext", "a page in Gemtext", when(contains(_GEMINI_LINK), LIKELY)),
)
