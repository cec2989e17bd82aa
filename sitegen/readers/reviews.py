"""What reviews of films and books have in common."""

from sitegen.readers.sources import Entry
from sitegen.readers.streams import Table, open_table

_MOST_STARS = 5


def stars(rating: str) -> str:
    """A rating of up to five stars, such as ``3.5``, as these; empty if there is none."""
    try:
        halves = round(2 * float(rating))
    except (ValueError, OverflowError):
        return ""
    if not 0 < halves <= 2 * _MOST_STARS:
        return ""
    return "★" * (halves // 2) + "½" * (halves % 2)


def with_rating(rating: str, text: str) -> str:
    """A Markdown text below the stars."""
    return f"{rating}\n\n{text}" if rating else text


def open_reviews(entry: Entry, column: str) -> Table:
    """A table of reviews, which are in a column with this name in lower case.

    Raises:
        DumpError: there is no such column, or the file cannot be read.
    """
    table = open_table(entry)
    if column not in table.columns:
        raise entry.error(f"has no column “{column}”", hint="export it again")
    return table
