"""Quotations from Kindle."""

from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source

_RULE = "==========\n"


def _read(tmp_path: Path, *blocks: str) -> SourceRead:
    path = tmp_path / "My Clippings.txt"
    path.write_text("".join(f"{block}\n{_RULE}" for block in blocks), "utf-8")
    return read_source(path, ReadOptions())


def _highlight(text: str, place: str, *, kind: str = "Highlight", book: str = "Tea (Ann)") -> str:
    return (
        f"\ufeff{book}\n- Your {kind} on page 3 | Location {place} | "
        f"Added on Tuesday, January 2, 2024 8:00:00 AM\n\n{text}"
    )


def test_a_highlight_is_a_quotation_of_its_book_with_the_note_on_it(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        _highlight("It is hot.", "145-150"),
        _highlight("So true", "150", kind="Note"),
        _highlight("", "160", kind="Bookmark"),
        _highlight("A note alone", "900", kind="Note"),
    )
    quotation, note = read.documents
    assert read.formats == ("kindle",)
    assert (quotation.title, quotation.author) == ("Tea", "Ann")
    assert quotation.text == "> It is hot.\n\nSo true"
    assert quotation.date is not None
    assert quotation.date.isoformat() == "2024-01-02T08:00:00+00:00"
    assert note.text == "A note alone"
    assert read.left_out == {"other kind": 1}


def test_a_whole_article_that_was_clipped_is_somebody_elses(tmp_path: Path) -> None:
    place = "- Clip This Article at Location 9 | Added on Tuesday, January 2, 2024 8:00:00 AM"
    read = _read(tmp_path, _highlight("It is hot.", "145-150"), f"News\n{place}\n\ncanary")
    assert [document.text for document in read.documents] == ["> It is hot."]
    assert read.left_out == {"somebody else's": 1}
    asked = read_source(tmp_path / "My Clippings.txt", ReadOptions(frozenset({"articles"})))
    assert [document.text for document in asked.documents] == ["> It is hot.", "> canary"]


def test_a_note_is_known_behind_the_page_where_the_language_has_it_there(tmp_path: Path) -> None:
    blocks = [
        f"灯 (油)\n- 12ページ|位置No. {place} |作成日: 2024年1月2日火曜日 08:00:00\n\n{text}"
        for place, text in (("145-150のハイライト", "熱い。"), ("150のメモ", "そうだ。"))
    ]
    (document,) = _read(tmp_path, *blocks).documents
    assert document.text == "> 熱い。\n\nそうだ。"


def test_of_a_highlight_that_was_made_longer_the_last_version_counts(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        _highlight("It is hot", "145-150"),
        _highlight("It is hot and sweet.", "145-152"),
        _highlight("Another", "300-301"),
        _highlight("Another", "300-301"),
    )
    assert [document.text for document in read.documents] == [
        "> It is hot and sweet.",
        "> Another",
    ]
    assert read.left_out == {"duplicate": 1, "superseded": 1}


@pytest.mark.parametrize(
    ("line", "date"),
    [
        (
            (
                "- Ihre Markierung auf Seite 3 | bei Position 145-150 | "
                "Hinzugefügt am Dienstag, 2. Januar 2024 08:00:00"
            ),
            "2024-01-02T08:00:00+00:00",
        ),
        (
            (
                "- Votre surlignement sur la page 3 | emplacement 145-150 | "
                "Ajouté le mardi 2 janvier 2024 08:00:00"
            ),
            "2024-01-02T08:00:00+00:00",
        ),
        (
            "- 您在位置 #145-150的标注 | 添加于 2024年1月2日星期二 下午8:00:00",
            "2024-01-02T20:00:00+00:00",
        ),
        (
            (
                "\N{EN DASH} Ваш выделенный отрывок в месте 145\N{EN DASH}150 | "
                "Добавлено: вторник, 2 января 2024 г. в 8:00:00"
            ),
            "2024-01-02T08:00:00+00:00",
        ),
        (
            "- Twoje zaznaczenie na stronie 3 | Dodano: wtorek, 2 stycznia 2024 08:00:00",
            "2024-01-02T08:00:00+00:00",
        ),
        (
            "- 145-150 Konumundaki Vurgunuz | 2 Ocak 2024 Salı 08:00:00 tarihinde eklendi",
            "2024-01-02T08:00:00+00:00",
        ),
        (
            "- Highlight Loc. 145-50  | Added on Tuesday, January 02, 2024, 08:00 AM",
            "2024-01-02T08:00:00+00:00",
        ),
    ],
)
def test_other_languages_and_old_devices_are_read(tmp_path: Path, line: str, date: str) -> None:
    (document,) = _read(tmp_path, f"Tea\n{line}\n\nWords").documents
    assert document.text == "> Words"
    assert document.author is None
    assert document.date is not None
    assert document.date.isoformat() == date


@pytest.mark.parametrize(
    ("line", "title", "author"),
    [
        ("Tea (Book 3) (Baker, Ann)", "Tea (Book 3)", "Baker, Ann"),
        ("Tea (German Edition)", "Tea (German Edition)", None),
        ("Tea (Ann Baker) (z-lib.org) (1)", "Tea", "Ann Baker"),
        ("Tea", "Tea", None),
    ],
)
def test_the_author_is_in_the_last_brackets(
    tmp_path: Path, line: str, title: str, author: str | None
) -> None:
    (document,) = _read(tmp_path, _highlight("Words", "1-2", book=line)).documents
    assert (document.title, document.author) == (title, author)


def test_a_block_that_is_cut_off_is_counted(tmp_path: Path) -> None:
    read = _read(tmp_path, _highlight("Words", "1-2"), "Tea (Ann)")
    assert len(read.documents) == 1
    assert read.left_out == {"incomplete": 1}


def test_of_a_highlight_and_a_note_changed_later_the_last_version_counts(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        _highlight("It is hot", "145-150"),
        _highlight("too hot", "150", kind="Note"),
        _highlight("Another", "300-301"),
        _highlight("It is hot and sweet.", "145-152"),
        _highlight("too hot for me", "150", kind="Note"),
    )
    assert sorted(document.text for document in read.documents) == [
        "> Another",
        "> It is hot and sweet.\n\ntoo hot for me",
    ]
    assert read.left_out == {"superseded": 2}


def test_the_notice_of_the_publishers_limit_is_no_quotation(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        _highlight("Words", "1-2"),
        _highlight(" <You have reached the clipping limit for this item>", "3-4"),
        _highlight("<このアイテムのクリップの上限に達しました>", "5-6"),
    )
    assert [document.text for document in read.documents] == ["> Words"]
    assert read.left_out == {"incomplete": 2}


def test_the_notebook_of_a_kindle_app_gives_highlights_with_their_notes(tmp_path: Path) -> None:
    page = """<!DOCTYPE html><html><head><title></title><style>.bookTitle {}</style></head><body>
<div class='bookContainer'><div class='bookTitle'>Tea &amp; cups</div><div class='authors'>Lee, Ann
</div><hr /><h2 class='sectionHeading'>One</h2>
<h3 class='noteHeading'>Highlight (<span class='highlight_blue'>blue</span>) - Page 3</h3>
<div class='noteText'>It is hot.</h3><h3 class='noteHeading'>Note - Page 3</h3>
<div class='noteText'>So true</h3><h3 class='noteHeading'>Bookmark - Page 4</h3>
<div class='noteHeading'>Markierung (<span class='highlight_pink'>pink</span>) - Seite 5</div>
<div class='noteText'>And sweet.</div><div class='sectionHeading'>Two</div>
<div class='noteHeading'>Notiz - Seite 9</div><div class='noteText'>Buy some</div>
<div class='noteHeading'>Notiz - Seite 9</div><div class='noteText'>And milk</div></div></body>"""
    path = tmp_path / "Notebook.html"
    path.write_text(page, "utf-8")
    read = read_source(path, ReadOptions())
    assert read.formats == ("kindle-notebook",)
    assert {(d.title, d.author) for d in read.documents} == {("Tea & cups", "Lee, Ann")}
    assert [document.text for document in read.documents] == [
        "> It is hot.\n\nSo true",
        "> And sweet.",
        "Buy some",
        "And milk",
    ]
    assert read.left_out == {"other kind": 1}


def test_clippings_of_two_devices_in_one_file_are_read_once(tmp_path: Path) -> None:
    blocks = (_highlight("It is hot.", "145-150"), _highlight("True", "150", kind="Note"))
    read = _read(tmp_path, *blocks, *blocks)
    assert [document.text for document in read.documents] == ["> It is hot.\n\nTrue"]
    assert read.left_out == {"duplicate": 2}
