"""Recognises the start of a table, CSV (RFC 4180) or similar, by its row of column names."""

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import NamedTuple

from sitegen.readers.detection.names import names_in
from sitegen.readers.detection.table_evidence import are_data

_SEPARATORS = (",", ";", "\t", "|")
_STATED = re.compile(r"sep=(.)\r?\n")
"""The line that declares the separator to Excel."""
_ANSWERS = re.compile(
    r"\"?(?:Timestamp|Zeitstempel|Horodateur|Marca temporal|Informazioni cronologiche"
    r"|Carimbo de data/hora|Tijdstempel)\"?,[^\n]+\n\"?\d{1,4}[-/.]\d\d?[-/.]\d{2,4}[ T]\d"
)
"""Answers to a form of Google, whose columns have whole questions as names."""
_MOST_ROWS = 200
_MANY_CELLS, _MANY_ROWS = 4, 3
"""How many cells and rows are those of a table, whatever the names of its columns are."""
_PREAMBLE = re.compile(r"(?:#[^\n]*+\n)++|(?:[^\S\n]*+\S[^\n]*+\n){1,10}+[^\S\n]*+\n")
"""What some services write before the column names: comments, or notes and an empty line."""
_SPARSE = re.compile(r"\A(?:[^\n,;\t]*+([,;\t])\1{2,}[^\S\n]*+\n){1,10}+")
"""Rows with nothing but a first cell, which a spreadsheet writes of notes above a table."""
_QUOTED = re.compile(r"(?:\"[^\"\n]*\"[,;\t]){2,}\"[^\"\n]*\"?\s*")
"""Several names of columns in quotation marks."""
_RULE = re.compile(r"^ {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+", re.MULTILINE)
"""The line below the names of columns in Markdown."""
_NAME = re.compile(r"@?[^\W\d](?:[^.!?…,;\n]|\.(?=\w)){0,39}\??")
_WORDS = 4
"""The most words in a column name."""
_MOSTLY = 0.8
_USUAL = 3
"""So many common names of columns are enough, even if the rows are ragged."""
_MANY = 6
"""So many columns are a table, even if only some of their names are common."""
_COMMON = names_in(
    """
    id uuid guid key slug type kind status state title name text full_text content contents body
    html markdown description summary excerpt note notes comment comments message url uri
    link href permalink
    domain source author user username screen_name handle from to subject email e-mail phone
    telephone mobile address date day time datetime timestamp created created_at createdat
    updated updated_at modified published published_at posted posted_at pubdate time_added
    date_added added_at tags tag labels label category categories folder collection list
    location lang language country city image cover media photo rating score likes shares
    replies retweets favorite favorites favourite archived starred public private is_published
    is_draft draft audience highlight highlights quote selection first_name last_name password
    amount price quantity count number
    titel überschrift inhalt datum notiz schlagwörter schlagworte stichwörter kategorie kategorien
    autor autorin vorname nachname betrag
    título titulo texto contenido fecha etiquetas categorías autora enlace nota estado
    titre texte contenu mots_clés auteur lien catégorie catégories statut
    """
)
"""Common column names of exports."""
_LINKS = names_in("url link href address uri")
_ADDRESS = re.compile(r"\"?[a-z][\w+.-]*:[^\s,;\"]+\"?", re.IGNORECASE)
_TEXTS = names_in("text full_text content body tweet post message inhalt texto texte")


class TableHead(NamedTuple):
    """The first row of a table."""

    separator: str
    columns: tuple[str, ...]
    """The column names, in lower case."""


def parse_table(text: str, *, is_cut: bool = False) -> TableHead | None:
    """Parses ``text``, the head of a dump, as a table; None if it is not.

    The first row of a table has names rather than words of a sentence, and the rows below have as
    many cells. In prose, commas have a space after them, which is rare in tables.
    """
    text = text.lstrip("\r\n")
    stated = _STATED.match(text)
    if stated:
        names = text[stated.end() :].partition("\n")[0].strip().lower().split(stated[1])
        return TableHead(stated[1], tuple(names)) if len(names) > 1 else None
    if _ANSWERS.match(text):
        return TableHead(
            ",", tuple(name.strip().lower() for name in _rows(text, ",", is_cut=False)[0])
        )
    text = _SPARSE.sub("", text, count=1)
    found = (_parse(text, separator, is_cut=is_cut) for separator in _SEPARATORS)
    return (
        next(filter(None, found), None)
        or _parse_single(text)
        or _parse_rest(text, is_cut=is_cut)
        or _parse_even(text, is_cut=is_cut)
    )


def _parse(text: str, separator: str, *, is_cut: bool, is_strict: bool = False) -> TableHead | None:
    first = text.partition("\n")[0]
    if separator not in first and '"' not in first:
        return None
    rows = _rows(text, separator, is_cut=is_cut)
    if not rows or len(rows[0]) < 2:
        return None
    header, below = rows[0], rows[1:]
    names = tuple(cell.strip().lower() for cell in header)
    if not _are_names(names):
        return None
    common = sum(_plain(name) in _COMMON for name in names)
    is_tight = not any(cell.startswith(" ") for cell in header)
    is_whole = text.endswith(("\n", "\r")) and not _is_open(below)
    whole = below if is_whole else below[:-1]  # the last row may be cut off
    same = sum(len(row) == len(header) for row in whole)
    is_even = same >= _MOSTLY * len(whole) or (
        is_tight and not is_strict and _are_usual(names, common)
    )
    if not below:
        is_known = common == len(names) or (common >= _USUAL and 2 * common >= len(names))
        is_known = is_known or (is_cut and 2 * common >= len(names))
        is_table = is_tight and (is_known or _QUOTED.fullmatch(first) is not None)
    elif is_tight and _is_tight(below):
        is_usual = _are_column_names(names, common) or (len(names) > 2 and common > 0)
        may_be_data = is_even and (len(names) > 2 or common > 0)
        is_table = is_even and is_usual
        is_table = is_table or (may_be_data and are_data([header, *whole], separator))
    else:
        is_table = is_even and common >= 2 and 2 * common > len(names)
    return TableHead(separator, names) if is_table else None


def _parse_single(text: str) -> TableHead | None:
    """Parses a table of one column with quoted cells, or with addresses."""
    name, _, rest = text.partition("\n")
    name = name.strip().strip('"').lower()
    addresses = [line.strip() for line in rest.split("\n")[:-1] if line.strip()]
    if name in _LINKS and addresses and all(map(_ADDRESS.fullmatch, addresses)):
        return TableHead(",", (name,))
    if name not in _TEXTS or not rest.startswith('"'):
        return None
    rows = [row for row in _rows(rest, ",", is_cut=True) if row]
    return TableHead(",", (name,)) if all(len(row) == 1 for row in rows) else None


def _parse_rest(text: str, *, is_cut: bool) -> TableHead | None:
    """A table after notes about it, as LinkedIn exports it.

    It must have rows and common column names, because any text may start with a paragraph.
    """
    preamble = _PREAMBLE.match(text)
    rest = text[preamble.end() :].strip("\r\n") if preamble else ""
    if "\n" not in rest:
        return None
    found = (_parse(rest, separator, is_cut=is_cut, is_strict=True) for separator in _SEPARATORS)
    table = next(filter(None, found), None)
    common = sum(_plain(name) in _COMMON for name in table.columns) if table else 0
    return table if common >= 2 else None


def _parse_even(text: str, *, is_cut: bool) -> TableHead | None:
    """A table by its form alone: many rows with as many cells, hardly any with a space before it.

    Its columns may have whole questions as names. A table in Markdown is a text.
    """
    if _RULE.search(text):
        return None
    for separator in _SEPARATORS:
        rows = _rows(text, separator, is_cut=is_cut)
        cells = len(rows[0]) if rows else 0
        is_even = cells >= _MANY_CELLS and all(len(row) == cells for row in rows)
        is_table = is_even and len(rows) >= _MANY_ROWS and _is_tight(rows)
        if is_table and are_data(rows, separator):
            return TableHead(separator, tuple(cell.strip().lower() for cell in rows[0]))
    return None


def _rows(text: str, separator: str, *, is_cut: bool) -> list[list[str]]:
    """The first non-empty rows, without one that is cut off."""
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        rows.extend(row for row in islice(reader, _MOST_ROWS) if row)
    except csv.Error:
        return rows
    if is_cut and len(rows) > 1 and len(rows) < _MOST_ROWS:
        rows.pop()
    return rows


def _is_open(rows: list[list[str]]) -> bool:
    """Whether the last row has a quotation mark that nothing closes: it swallows all lines."""
    return bool(rows) and len(rows[-1]) < max(map(len, rows)) and rows[-1][-1].endswith("\n")


def _are_names(cells: tuple[str, ...]) -> bool:
    """Whether these may be column names; the first may be empty, as pandas writes it."""
    named = cells[1:] if not cells[0] else cells
    repeated = {cell for cell, count in Counter(named).items() if count > 1}
    return repeated <= _COMMON and all(
        _NAME.fullmatch(cell) and len(cell.split()) <= _WORDS for cell in named
    )


def _are_usual(names: tuple[str, ...], common: int) -> bool:
    """Whether the names can hardly be anything else than columns, whatever the rows are."""
    is_mostly_common = common >= _USUAL and 2 * common > len(names)
    return is_mostly_common or (common >= 2 and len(names) >= _MANY)


def _are_column_names(names: tuple[str, ...], common: int) -> bool:
    """Whether the names are typical of columns, rather than arbitrary words."""
    coded = sum("_" in name for name in names)
    return common + coded >= 2


def _is_tight(rows: list[list[str]]) -> bool:
    """Whether hardly any cell starts with a space, as parts of a sentence do."""
    cells = [cell for row in rows for cell in row[1:] if cell]
    return sum(cell.startswith(" ") for cell in cells) <= (1 - _MOSTLY) * len(cells)


def _plain(name: str) -> str:
    return name.replace(" ", "_").replace("-", "_") if "mail" not in name else name
