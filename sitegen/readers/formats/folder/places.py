"""What the path of a file in a folder says: its kind, and whether it is skipped."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from posixpath import commonpath, dirname
from typing import Literal

from sitegen.readers.findings import Reason
from sitegen.readers.folder_names import reason_of_folder
from sitegen.readers.markdown import lektor
from sitegen.readers.restrictions import reason_of_written_title

TextKind = Literal["markdown", "restructured", "lektor", "html", "text", "other"]
MARKED_UP: frozenset[TextKind | None] = frozenset({"markdown", "restructured", "lektor"})
"""The kinds in which people write for websites."""

_KINDS: Mapping[str, TextKind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".mkdn": "markdown",
    ".mdwn": "markdown",
    ".mdtxt": "markdown",
    ".mdtext": "markdown",
    ".mdx": "markdown",
    ".mdoc": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".rst": "restructured",
    ".rest": "restructured",
    ".lr": "lektor",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    **dict.fromkeys(
        (
            ".org", ".adoc", ".asciidoc", ".textile", ".canvas", ".ipynb",
            ".tex", ".ltx", ".latex", ".typ", ".rtf", ".wiki", ".mediawiki", ".creole", ".gmi",
            ".gemini", ".pod", ".rdoc", ".t2t", ".dj", ".tid", ".fountain", ".lhs",
        ),
        "other",
    ),
}  # fmt: skip
_SKIPPED: Mapping[str, Reason] = {
    "_pages": "page",
    "recently deleted": "trash",
    **dict.fromkeys(
        (
            "node_modules", "bower_components", "venv", "__pycache__", "site-packages", "_site",
            "_layouts", "_includes", "_data", "_sass", "_plugins", "__macosx",
        ),
        "other kind",
    ),
}  # fmt: skip
_SKIPPED_IN_WEBSITES: Mapping[str, Reason] = {
    **dict.fromkeys(
        (
            "vendor", "themes", "layouts", "includes", "archetypes", "scaffolds", "partials",
            "shortcodes", "i18n", "_build", "dist", "static", "assets", "images", "img", "css",
            "js", "fonts", "data",
        ),
        "other kind",
    ),
    "pages": "page",
    "authors": "page",
    "_authors": "page",
}  # fmt: skip
_BACKUP = ["logseq", "bak"]
"""Where Logseq keeps earlier versions of notes."""
_BUILT = frozenset({"public", "build", "output", "docs", "resources", "out", "target", "www"})
"""Folders that hold what a generator built, if its source is beside them."""
_SOURCES = frozenset(
    {"content", "_posts", "source", "src", "archetypes", "themes", "layouts"}
    | {"conf.py", "pelicanconf.py"}
)
"""Folders and files that are beside what a generator built of them."""
_PROJECT_FILES = frozenset(
    {
        "readme", "license", "licence", "contributing", "changelog", "code_of_conduct", "copying",
        "404", "robots", "humans", "ads", "requirements", "pull_request_template", "sidebar",
        "issue_template", "_sidebar", "_navbar", "_coverpage", "_footer", "cname", "llms",
        "llms-full", "agents", "claude", "gemini", "copilot-instructions",
        "security", "maintainers", "cmakelists",
    }
)  # fmt: skip
_OF_EXPORTS = frozenset({"archive_browser.html", "no-data.txt"})
"""The index of a Google Takeout, and what Meta writes in place of what an account has not."""
_SECRETS = re.compile(
    r"(?:(?:my|meine|mes|mis)[ _-]?)?(?:passw(?:or)?ds?|passw(?:o|ö)rte?r?|mots?[ _-]de[ _-]passe"
    r"|contraseñas?|senhas?|credentials|logins?|secrets?|seed[ _-]?phrases?"
    r"|(?:backup|recovery)[ _-]?codes?)",
    re.IGNORECASE,
)
"""The name of a file with passwords and the like, without its ending."""
_PARTIAL = re.compile(r"(?:\d+\.)?_")
"""How a file begins that has no page, also behind its number, as in Nuxt Content."""
_ON_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)\.txt$", re.IGNORECASE)
"""How the name of a file on a picture ends, in Kirby."""
_HIDING = re.compile(r"_[^\W\d_]")
"""How the name of a file begins that programs such as Blot and Jekyll do not publish."""
_PAGE_FILES = re.compile(
    r"(?P<page>.+)(?:[_-](?:files|file|dateien|fichiers|archivos|arquivos|ficheiros|elementi|bestanden"
    r"|filer|pliki|soubory|tiedostot|fajlok|dosyalar)|\.files)",
    re.IGNORECASE,
)
"""The folder in which a browser saves the parts of a page, in several languages."""


def kind_of_file(name: str) -> TextKind | None:
    """The kind of a text by the ending of its name; None for other files, and data on pictures."""
    if _ON_PICTURE.search(name):
        return None
    kind = _KINDS.get(PurePosixPath(name).suffix.lower())
    return None if kind == "lektor" and not lektor.is_page(name) else kind


def reasons_of_place(name: str, others: Collection[str], *, is_website: bool) -> Iterator[Reason]:
    """Each reason why a file is left out because of where it is; none if it is not.

    ``others`` are the paths of all folders and files of the dump.
    """
    *parents, base = PurePosixPath(name).parts
    for depth, folder in enumerate(parents):
        small = folder.lower()
        reason = _SKIPPED.get(small) or reason_of_folder(folder)
        reason = reason or (_SKIPPED_IN_WEBSITES.get(small) if is_website else None)
        if reason:
            yield reason
        elif small.startswith(".") or parents[depth - 1 : depth + 1] == _BACKUP:
            yield "other kind"
        beside = {"/".join((*parents[:depth], other)) for other in _SOURCES}
        if small in _BUILT and beside.intersection(others):
            yield "other kind"
    if base.startswith(".") or base in _OF_EXPORTS:
        yield "other kind"
    if base.lower().startswith("_index."):
        yield "page"
    elif _PARTIAL.match(base) and is_website:  # what generators include in other texts
        yield "other kind"
    if base.lower().startswith("draft-"):
        yield "draft"
    elif reason := reason_of_written_title(PurePosixPath(base).stem):
        yield reason


def marked_names(names: Iterable[str]) -> frozenset[str]:
    """The texts with ``_`` before their names, as most programs hide some, if others have none."""
    bases = {name: name.rpartition("/")[2] for name in names}
    marked = {n for n, base in bases.items() if _HIDING.match(base) and not is_project_file(n)}
    return frozenset(marked if 2 * len(marked) < len(bases) else ())


def is_project_file(name: str) -> bool:
    """Whether a file speaks of the folder, by its name, such as ``README.md``."""
    return PurePosixPath(name).name.lower().split(".")[0] in _PROJECT_FILES


def is_named_secret(name: str) -> bool:
    """Whether a file holds passwords or the like, by its name."""
    return _SECRETS.fullmatch(PurePosixPath(name).stem) is not None


def home_of(names: Sequence[str]) -> str:
    """The path of the text ``index`` at the top of a folder with other texts; empty if none is."""
    texts = [name for name in names if kind_of_file(name) in MARKED_UP]
    top = commonpath(texts) if len(texts) > 1 else ""
    homes = (name for name in texts if PurePosixPath(name).stem.lower() == "index")
    return next((name for name in homes if len(texts) > 1 and dirname(name) == top), "")


def is_part_of_page(name: str, files: Collection[str]) -> bool:
    """Whether a file is in the folder that a browser saved beside a page, such as a frame of it."""
    folders = (_PAGE_FILES.fullmatch(str(folder)) for folder in PurePosixPath(name).parents)
    pages = (found["page"] for found in folders if found)
    return any(f"{page}{ending}" in files for page in pages for ending in (".html", ".htm"))
