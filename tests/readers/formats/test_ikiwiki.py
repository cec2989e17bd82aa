"""Pages of ikiwiki, drawings and cells with Markdown in a folder of texts."""

from pathlib import Path

from sitegen.readers import ReadOptions, SourceRead, read_source


def _read(tmp_path: Path, files: dict[str, str]) -> SourceRead:
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    return read_source(tmp_path, ReadOptions())


def test_directives_of_ikiwiki_say_what_a_page_is(tmp_path: Path) -> None:
    wick = (
        '[[!meta title="Of wicks"]]\n[[!meta date="2020-01-02" author="Ann"]]\n[[!tag lamp fire]]\n'
        '\nIt burns, see [[some oil|oil]] and [[gas]].\n\n[[!img oil.png alt="Oil"]]\n\n'
        '[[!inline pages="posts/*"]]\n'
    )
    draft = '[[!meta title="Later"]]\n[[!tag draft]]\n\ncanary\n'
    read = _read(tmp_path, {"wick.mdwn": wick, "later.mdwn": draft})
    (document,) = read.documents
    assert (document.title, document.author, document.tags) == ("Of wicks", "Ann", ("lamp", "fire"))
    assert f"{document.date:%Y-%m-%d}" == "2020-01-02"
    assert document.text == "It burns, see [some oil](oil.md) and [gas](gas.md).\n\n![Oil](oil.png)"
    assert "the tag “inline”" in [lost.what for lost in read.lost]
    assert read.left_out == {"draft": 1}


def test_double_brackets_of_other_programs_stay(tmp_path: Path) -> None:
    read = _read(tmp_path, {"a.md": "[[!note]] is no directive here.\n", "b.md": "Words.\n"})
    assert read.documents[0].text.startswith("!note is no directive")


def test_a_drawing_is_lost_with_a_word_unless_it_is_an_ornament(tmp_path: Path) -> None:
    drawing = '<svg width="9"><circle r="4"/></svg>'
    ornament = '<svg aria-hidden="true"><path d="M0"/></svg>'
    text = f"Oil.\n\n{drawing}\n\nWick {ornament} lamp, `{drawing}`.\n"
    read = _read(tmp_path, {"a.md": text, "b.md": f"{ornament} Gas.\n"})
    assert [(lost.what, lost.where) for lost in read.lost] == [("a drawing (SVG)", "a.md")]


def test_markdown_in_a_cell_is_read_where_a_blank_line_begins_it(tmp_path: Path) -> None:
    table = (
        "<table>\n<tr><td>\n\n**Oil** from [a](https://a.example) `x`\n\n</td><td>*as it is*</td>"
        "</tr>\n<tr><td>b</td><td>c</td></tr>\n</table>\n"
    )
    read = _read(tmp_path, {"a.md": table, "b.md": "Words.\n"})
    text = read.documents[0].text
    assert "**Oil** from [a](https://a.example) `x`" in text
    assert "\\*as it is\\*" in text
