"""Front matter: the header of a page, in YAML, TOML or JSON.

- ``location`` finds the header in the text of a page.
- ``parsing`` reads it and reports mistakes with their lines, using ``plain_lines``,
  ``yaml_headers``, ``yaml_values`` and ``toml_json``.
- ``privacy`` knows the keys that keep a page unpublished.
- ``publication_dates`` knows the dates from which and until which a page is published.
- ``cut_values`` finds texts that a YAML comment cuts short.
- ``formatting`` writes a page; ``editing`` changes single keys of one, or its text.
"""

from typing import TYPE_CHECKING

from sitegen.content.front_matter.parsing import PageSource, line_of_key, parse_page
from sitegen.lazy_imports import lazily

if TYPE_CHECKING:
    from sitegen.content.front_matter.editing import edit_header, replace_body
    from sitegen.content.front_matter.formatting import format_page

__all__ = [
    "PageSource",
    "edit_header",
    "format_page",
    "line_of_key",
    "parse_page",
    "replace_body",
]

__getattr__ = lazily(
    __name__, {"edit_header": "editing", "replace_body": "editing", "format_page": "formatting"}
)
"""What writes pages is imported when it is used, as it takes long to import YAML."""
