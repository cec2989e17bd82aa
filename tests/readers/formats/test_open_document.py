"""OpenDocument texts: what they show becomes Markdown, and what they hide stays out."""

from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, read_source
from sitegen.readers.reading import SourceRead
from tests.files import write_zip
from tests.pictures import PNG

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("table", "table"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
    )
)
_NAMESPACES += (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_STYLES = """
<style:style style:name="Bold"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Struck"><style:text-properties style:text-line-through-style="solid"/>
</style:style>
<style:style style:name="Secret"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T9" style:parent-style-name="Secret"/>
<style:style style:name="T8" style:parent-style-name="Secret">
<style:text-properties text:display="true"/></style:style>
<style:style style:name="P1" style:parent-style-name="Title"/>
<style:style style:name="P2" style:parent-style-name="Quotations"/>
<style:style style:name="P4" style:parent-style-name="Standard">
<style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Sup"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Sub"><style:text-properties style:text-position="-33% 58%"/></style:style>
<style:style style:name="P3" style:parent-style-name="Preformatted_20_Text"/>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/>
<text:list-level-style-bullet text:level="2"/></text:list-style>"""


def _read(tmp_path: Path, body: str, **more: str | bytes) -> SourceRead:
    content = (
        f"<office:document-content {_NAMESPACES}><office:automatic-styles>{_STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        **more,
    }
    return read_source(write_zip(tmp_path / "lamps.odt", files), ReadOptions())


def _text(tmp_path: Path, body: str) -> str:
    (document,) = _read(tmp_path, body).documents
    return document.text


def test_a_text_keeps_emphasis_links_and_lists(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        """<text:h text:outline-level="1">The wick</text:h>
        <text:p>It <text:span text:style-name="Bold">burns</text:span>,<text:line-break/>says
        <text:a xlink:href="https://bo.example/">Bo</text:a>.</text:p>
        <text:list><text:list-item><text:p>one</text:p><text:list><text:list-item>
        <text:p>two</text:p></text:list-item></text:list></text:list-item></text:list>""",
    )
    (document,) = read.documents
    assert document.title == "The wick"
    words = "It **burns**,  \nsays [Bo](https://bo.example/)."
    assert document.text == f"{words}\n\n- one\n  - two"


def test_styles_say_what_a_paragraph_is_also_through_others(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        """<text:p text:style-name="P1">A wick</text:p><text:p text:style-name="P2">Quoted</text:p>
        <text:p text:style-name="P3">a = 1</text:p><text:p text:style-name="P3">b = 2</text:p>
        <text:p><text:span text:style-name="Struck">old</text:span>
        <text:span text:style-name="Source_20_Text">x</text:span>y</text:p>""",
    )
    (document,) = read.documents
    assert document.title == "A wick"
    assert document.text == "> Quoted\n\n```\na = 1\nb = 2\n```\n\n~~old~~ `x`y"


def test_a_paragraph_in_the_style_of_a_rule_is_one(tmp_path: Path) -> None:
    rule = '<text:p text:style-name="Horizontal_20_Line"/>'
    assert _text(tmp_path, f"<text:p>a</text:p>{rule}<text:p>b</text:p>") == "a\n\n***\n\nb"


def test_paragraphs_made_italic_raised_letters_and_readings_of_words_are_kept(
    tmp_path: Path,
) -> None:
    body = """<text:p text:style-name="P4">Two notes</text:p><text:p>x<text:span
        text:style-name="Sup">2</text:span> H<text:span text:style-name="Sub">2</text:span>O
        <text:ruby><text:ruby-base>灯</text:ruby-base><text:ruby-text>ひ</text:ruby-text></text:ruby>
        </text:p>"""
    assert _text(tmp_path, body) == "*Two notes*\n\nx² H₂O 灯(ひ)"


@pytest.mark.parametrize(
    "hidden",
    [
        '<text:p>a<text:span text:style-name="Secret">canary</text:span></text:p>',
        '<text:p>a<text:span text:style-name="T9">canary</text:span></text:p>',
        '<text:p>a</text:p><text:p text:style-name="T9">canary</text:p>',
        'a<text:section text:display="none"><text:p>canary</text:p></text:section>',
        "<text:p>a<text:sender-email>canary@x.example</text:sender-email></text:p>",
        '<text:p>a<text:file-name text:display="full">/home/canary/a.odt</text:file-name></text:p>',
        "<text:p>a<text:template-name>canary</text:template-name></text:p>",
        "<text:p>a<text:description>canary</text:description></text:p>",
        "<text:p>a<text:placeholder>canary</text:placeholder></text:p>",
        (
            '<text:p>a<text:content-control text:showing-place-holder="true">canary'
            "</text:content-control></text:p>"
        ),
        '<text:p>a<text:hidden-text text:is-hidden="true">canary</text:hidden-text></text:p>',
        '<text:p>a</text:p><text:p>canary<text:hidden-paragraph text:is-hidden="true"/></text:p>',
        (
            "<text:p>a<office:annotation><dc:creator>canary</dc:creator><text:p>canary</text:p>"
            "</office:annotation></text:p>"
        ),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>canary</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes><text:p>a</text:p>"
        ),
        (
            "<text:table-of-content><text:index-body><text:p>canary</text:p></text:index-body>"
            "</text:table-of-content><text:p>a</text:p>"
        ),
    ],
)
def test_what_is_hidden_or_deleted_is_not_published(tmp_path: Path, hidden: str) -> None:
    header = f"<office:document-styles {_NAMESPACES}><style:header><text:p>canary</text:p>"
    styles = f"{header}</style:header></office:document-styles>"
    (document,) = _read(tmp_path, hidden, **{"styles.xml": styles}).documents
    assert document.text == "a"


def test_the_facts_that_libreoffice_keeps_on_its_files_are_no_feed(tmp_path: Path) -> None:
    facts = '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description/></r:RDF>'
    read = _read(tmp_path, "<text:p>a</text:p>", **{"manifest.rdf": facts})
    assert read.formats == ("open-document",)


def test_text_that_a_style_shows_again_is_published(tmp_path: Path) -> None:
    assert _text(tmp_path, '<text:p text:style-name="T8">shown</text:p>') == "shown"


def test_lists_have_numbers_at_the_levels_whose_style_says_so(tmp_path: Path) -> None:
    deep = "<text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list>"
    body = f'<text:list text:style-name="L1"><text:list-item><text:p>one</text:p>{deep}'
    body += "</text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>"
    assert _text(tmp_path, body) == "1. one\n   - deep\n2. two"


def test_lists_begin_and_go_on_with_the_numbers_of_the_document(tmp_path: Path) -> None:
    def numbered(words: str, attributes: str = "", value: str = "") -> str:
        item = f"<text:list-item{value}><text:p>{words}</text:p></text:list-item>"
        return f'<text:list text:style-name="L1"{attributes}>{item}</text:list>'

    body = numbered("one") + "<text:p>between</text:p>"
    body += numbered("two", ' text:continue-numbering="true"') + "<text:p>and</text:p>"
    body += numbered("seven", value=' text:start-value="7"')
    assert _text(tmp_path, body) == "1. one\n\nbetween\n\n2. two\n\nand\n\n7. seven"


def test_footnotes_are_footnotes(tmp_path: Path) -> None:
    note = (
        "<text:note><text:note-citation>7</text:note-citation><text:note-body>{}</text:note-body>"
    )
    body = f"<text:p>A word{note.format('<text:p>The note.</text:p>')}</text:note>, more.</text:p>"
    assert _text(tmp_path, body) == "A word[^1], more.\n\n[^1]: The note."


def test_pictures_have_their_descriptions_and_stand_once(tmp_path: Path) -> None:
    body = """<text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/>
    <draw:image xlink:href="Pictures/1.svg"/><svg:title>T</svg:title><svg:desc>A lamp</svg:desc>
    </draw:frame></text:p>"""
    (document,) = _read(tmp_path, body, **{"Pictures/1.png": PNG}).documents
    ((medium),) = document.media
    assert (medium.entry, medium.alt) == ("Pictures/1.png", "A lamp")


def test_embedded_objects_are_lost_and_that_is_said(tmp_path: Path) -> None:
    body = """<text:p>a<draw:frame><draw:object xlink:href="./Object 1"/>
    <draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame></text:p>"""
    read = _read(tmp_path, body)
    assert [document.text for document in read.documents] == ["a"]
    assert [lost.what for lost in read.lost] == ["an embedded object"]


def test_tables_keep_headers_and_leave_out_hidden_rows(tmp_path: Path) -> None:
    def row(*cells: str, more: str = "") -> str:
        inner = "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in cells)
        return f"<table:table-row {more}>{inner}</table:table-row>"

    head = f"<table:table-header-rows>{row('a', 'b')}</table:table-header-rows>"
    hidden = row("canary", "x", more='table:visibility="collapse"')
    body = f"<table:table>{head}{row('1', '2')}{hidden}</table:table>"
    assert _text(tmp_path, body) == "| a | b |\n| --- | --- |\n| 1 | 2 |"


def test_odd_numbers_and_deep_lists_are_no_error(tmp_path: Path) -> None:
    body = '<text:p>a<text:s text:c="x"/>b<text:s text:c="99999999999"/>c</text:p>'
    assert _text(tmp_path, body) == "a b c"
    deep = "<text:list><text:list-item>" * 400 + "<text:p>x</text:p>"
    assert "x" in _text(tmp_path, deep + "</text:list-item></text:list>" * 400)


def test_a_document_with_a_password_says_so(tmp_path: Path) -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(DumpError, match="protected by a password"):
        _read(tmp_path, "", **{"META-INF/manifest.xml": manifest})


@pytest.mark.parametrize(
    ("content", "message"),
    [("<!DOCTYPE a><a/>", "has a document type"), ("<a", "is not XML")],
)
def test_a_broken_document_is_an_error(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(DumpError, match=message):
        _read(tmp_path, "", **{"content.xml": content})


def test_a_spreadsheet_is_refused_by_its_name(tmp_path: Path) -> None:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with pytest.raises(DumpError, match="an OpenDocument file"):
        _read(tmp_path, "", mimetype=kind)


@pytest.mark.parametrize(("title", "kept"), [("ASP.NET", "ASP.NET"), ("lamps.docx", None)])
def test_the_name_of_a_file_is_no_title(tmp_path: Path, title: str, kept: str | None) -> None:
    meta = f'<m xmlns:dc="d"><dc:title>{title}</dc:title></m>'
    (document,) = _read(tmp_path, "<text:p>a</text:p>", **{"meta.xml": meta}).documents
    assert document.title == kept


def test_the_keywords_of_a_text_are_tags_and_what_a_program_calls_its_user_is_nobody(
    tmp_path: Path,
) -> None:
    meta = """<m xmlns:meta="m" xmlns:dc="d"><meta:keyword>oil</meta:keyword>
        <meta:keyword>wick, night</meta:keyword><dc:title>Microsoft Word - a.doc</dc:title>
        <meta:initial-creator>Windows User</meta:initial-creator><dc:creator>Bo</dc:creator></m>"""
    (document,) = _read(tmp_path, "<text:p>a</text:p>", **{"meta.xml": meta}).documents
    assert (document.tags, document.author) == (("oil", "wick", "night"), "Bo")
    assert document.title is None


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [
        ("a.fodt", '<office:document xmlns:office="o"><office:body/></office:document>', ".odt"),
        ("a.xml", '<pkg:package xmlns:pkg="p"><pkg:part/></pkg:package>', ".docx"),
        ("a.rtf", r"{\rtf1\ansi words}", ".docx"),
    ],
)
def test_documents_that_no_reader_knows_are_refused_with_what_to_save_them_as(
    tmp_path: Path, name: str, content: str, ending: str
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(DumpError) as refused:
        read_source(path, ReadOptions())
    assert refused.value.hint is not None
    assert f"save it as {ending}" in refused.value.hint
