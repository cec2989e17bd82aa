"""Long lists of links in groups, as people keep them for others to find something in."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.models import Document
from sitegen.readers.formats.markdown.mixed import find_mixed
from sitegen.readers.formats.markdown.splitting import Item
from tests.readers.sources import read_dump
from tests.readers.test_essay_parts import PARAGRAPHS, POSTS

_HOSTS = ("wick.example", "oil.example", "glass.example", "brass.example")


def _links(indentation: str, first: int, count: int, site: str = "https://{0}/") -> str:
    """Items with links to several websites, or to as many accounts."""
    numbers = range(first, first + count)
    items = (
        f"{indentation}- [Lamp {n}]({site.format(_HOSTS[n % 4])}{n}) - Burns for {n} hours."
        for n in numbers
    )
    return "\n".join(items)


def _read(folder: Path, text: str) -> Sequence[Document]:
    path = folder / "README.md"
    path.write_text(text + "\n")
    return read_dump(path)


def _linked(documents: Sequence[Document]) -> list[str]:
    return [document.title or "" for document in documents if document.link]


@pytest.mark.parametrize(
    "text",
    [
        f"## Old\n\n{_links(' ', 0, 4)}\n\n## New\n\n{_links(' ', 4, 4)}",
        f"- Old\n{_links('  ', 0, 4)}\n- New\n{_links('  ', 4, 4)}",
        f"- Lamps\n  - Old\n{_links('    ', 0, 4)}\n  - New\n{_links('    ', 4, 4)}",
        f"**Old**\n\n{_links('', 0, 4)}\n\n**New**\n\n## New\n\n- Of brass\n{_links('  ', 4, 4)}",
    ],
)
def test_links_below_words_without_one_are_link_posts(tmp_path: Path, text: str) -> None:
    found = _read(tmp_path, f"# Lamps\n\n{text}")
    assert _linked(found) == [document.title for document in found]
    assert _linked(found) == [f"Lamp {number}" for number in range(8)]
    assert {document.text for document in found} == {f"Burns for {n} hours." for n in range(8)}


def test_items_below_a_link_stay_with_it(tmp_path: Path) -> None:
    below = "  - [Spare wicks](https://spare.example/)"
    found = _read(tmp_path, f"- Old\n{_links('  ', 0, 4)}\n  {below}\n{_links('  ', 4, 2)}")
    assert len(found) == 6
    assert found[3].text == "Burns for 3 hours.\n\n- [Spare wicks](https://spare.example/)"


def test_what_is_said_of_a_group_stays(tmp_path: Path) -> None:
    groups = [f"- **Old**: Before 1900.\n{_links('    ', 0, 4)}\n    - **Rare**: Of brass."]
    found = _read(tmp_path, "\n".join([*groups, _links("        ", 4, 4)]))
    assert len(_linked(found)) == 8
    said = [document.text for document in found if not document.link]
    assert said == ["- **Old**: Before 1900.", "- **Rare**: Of brass."]


@pytest.mark.parametrize("is_list", [True, False])
def test_a_text_is_a_list_of_links_if_these_are_nearly_all_of_it(*, is_list: bool) -> None:
    lines = "\n\n".join([*PARAGRAPHS, *POSTS]).split("\n")
    items = [
        Item(number, number + 1, {}, is_link=is_list or line not in PARAGRAPHS[:2], confidence=1.0)
        for number, line in enumerate(lines)
    ]
    assert (find_mixed(lines, items, "README.md") is None) == is_list


def test_links_to_many_accounts_on_one_website_are_not_all_by_the_author(tmp_path: Path) -> None:
    assert len(_linked(_read(tmp_path, _links("", 0, 8, "https://github.com/{0}/")))) == 8
    assert not _linked(_read(tmp_path, _links("", 0, 8, "https://github.com/ann/")))
