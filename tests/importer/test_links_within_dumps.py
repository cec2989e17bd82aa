"""Links between chapters of a book, notes in HTML, and parts of one text."""

import zipfile
from pathlib import Path

from sitegen.configuration.settings import Config
from sitegen.importer import ImportRequest, plan_import
from tests.digest import NOW
from tests.files import write_folder

_CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/b.opf"/></rootfiles></container>'


def _texts(tmp_path: Path, dump: Path) -> dict[str | None, str]:
    plan = plan_import(ImportRequest(dumps=(dump,), now=NOW), Config(root=tmp_path / "digest"))
    return {document.title: document.text for document in plan.documents}


_PAGE = "<html><body><h1>{}</h1><p>{}</p></body></html>"


def _book(tmp_path: Path, one: str, two: str) -> Path:
    """A book of two chapters, “Oil” and “Of wicks”."""
    names = ("one", "two")
    items = "".join(
        f'<item id="{n}" href="text/{n}.xhtml" media-type="application/xhtml+xml"/>' for n in names
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    with zipfile.ZipFile(tmp_path / "b.epub", "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("OEBPS/b.opf", f"<package><manifest>{items}</manifest>{spine}</package>")
        book.writestr("OEBPS/text/one.xhtml", _PAGE.format("Oil", one))
        book.writestr("OEBPS/text/two.xhtml", _PAGE.format("Of wicks", two))
    return tmp_path / "b.epub"


def test_links_between_chapters_lead_to_their_pages(tmp_path: Path) -> None:
    one = 'See <a href="../text/two.xhtml#part">it</a> and <a href="gone.xhtml">more</a>.'
    texts = _texts(tmp_path, _book(tmp_path, one, "They burn."))
    assert texts["Oil"] == "See [it](/posts/of-wicks/) and more."


def test_links_to_headings_of_a_book_lead_to_them(tmp_path: Path) -> None:
    ids = ("two.xhtml#s1", "two.xhtml#s2", "two.xhtml#s3", "two.xhtml#a%20b", "two.xhtml#p", "#h")
    one = "".join(
        f'<a href="{id_}">to {name}</a> ' for name, id_ in zip("abcdef", ids, strict=True)
    )
    two = """They burn. <a href='one.xhtml#h'>up</a></p>
        <section id="s1"><h2>Cotton</h2><p>It is.</p></section>
        <p><a id="s2"></a></p><h2 class="a" id="a b">The <i>second</i> part</h2><p id="p">Long.</p>
        <h2><span id="s3">Cotton</span></h2><p>Again."""
    texts = _texts(tmp_path, _book(tmp_path, f'{one}</p><h2 id="h">How it burns</h2><p>So.', two))
    assert (texts["Oil"] or "").split("\n")[0] == (
        "[to a](/posts/of-wicks/#cotton) [to b](/posts/of-wicks/#the-second-part)"
        " [to c](/posts/of-wicks/#cotton_1) [to d](/posts/of-wicks/#the-second-part)"
        " [to e](/posts/of-wicks/) [to f](/posts/oil/#how-it-burns)"
    )
    assert "[up](/posts/oil/#how-it-burns)" in texts["Of wicks"]


def test_a_note_that_lies_in_another_chapter_of_a_book_stands_once(tmp_path: Path) -> None:
    note = '<aside id="{}" epub:type="footnote"><p>{}</p></aside>'
    notes = [note.format(f"n{number}", f"Note {number}.") for number in (1, 2, 3)]
    one = f'It burns<a href="two.xhtml#n1">1</a>.</p>{note.format("m", "Of two.")}<p>So.'
    own = '<a href="#n2" epub:type="noteref">1</a><a href="one.xhtml#m">2</a>'
    two = f"They burn{own}.</p>{''.join(notes)}<p>Well."
    texts = _texts(tmp_path, _book(tmp_path, one, two))
    assert texts["Oil"].count("Note 1.") == 1
    assert "Of two." not in texts["Oil"]
    counts = [texts["Of wicks"].count(f"Note {number}.") for number in (1, 2, 3)]
    assert (counts, texts["Of wicks"].count("Of two.")) == ([0, 1, 1], 1)


def test_links_and_pictures_of_joplin_in_html_are_kept(tmp_path: Path) -> None:
    one, two, picture = "1" * 32, "2" * 32, "3" * 32
    html = f'<p>See <a href=":/{two}">it</a> <img src=":/{picture}" alt="A lamp"></p>'
    fields = "\n\nid: {}\nparent_id: \nmarkup_language: 2\ntype_: 1"
    files = {
        f"{one}.md": f"Oil\n\n{html}{fields.format(one)}",
        f"{two}.md": f"Of wicks\n\n<p>They burn.</p>{fields.format(two)}",
        f"resources/{picture}.png": "",
    }
    text = _texts(tmp_path, write_folder(tmp_path / "dump", files))["Oil"]
    assert text.startswith("See [it](/posts/of-wicks/)")


def test_a_link_to_a_heading_leads_to_it_also_within_its_note(tmp_path: Path) -> None:
    oil = "See [[#Trim it|below]], [[#Gone|that]] and [[#^id|there]].\n\n## Trim it\n\nNow.\n"
    wicks = "## Cotton\n\nOne.\n\n## Cotton\n\nTwo.\n"
    gas = "[a](Wicks.md#cotton), [b](Wicks.md#cotton-1), [c](Wicks.md#cotton_1), [[Wicks#Cotton]]\n"
    files = {".obsidian/app.json": "{}", "Oil.md": oil, "Wicks.md": wicks, "Gas.md": gas}
    texts = _texts(tmp_path, write_folder(tmp_path / "dump", files))
    assert texts["Oil"].startswith("See [below](#trim-it), that and there.")
    assert texts["Gas"] == (
        "[a](/posts/wicks/#cotton), [b](/posts/wicks/#cotton_1), [c](/posts/wicks/#cotton_1),"
        " [Wicks > Cotton](/posts/wicks/#cotton)"
    )


def test_ikiwiki_writes_the_words_of_a_link_before_its_page(tmp_path: Path) -> None:
    wick = '[[!meta title="Of wicks"]]\nSee [[the oil|oil]] and [[gone|none]].\n'
    oil = "# Oil\n\nSee [[its wick|wick]].\n"
    texts = _texts(tmp_path, write_folder(tmp_path / "dump", {"wick.mdwn": wick, "oil.mdwn": oil}))
    assert texts == {
        "Of wicks": "See [the oil](/posts/oil/) and gone.",
        "Oil": "See [its wick](/posts/of-wicks/).",
    }
