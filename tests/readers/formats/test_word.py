"""Word documents: what they show becomes Markdown, and what they hide stays out."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, read_source
from sitegen.readers.reading import SourceRead
from tests.files import write_zip
from tests.pictures import PNG

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_PICTURE = """<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
<wp:docPr id="1" name="1" descr="A lamp"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>
<a:blip r:{}="rPicture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>
</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""
_STYLES = {
    "Heading1": "<w:name w:val='heading 1'/>",
    "Titel": "<w:name w:val='Title'/>",
    "Subhead": "<w:name w:val='Chapter'/><w:basedOn w:val='Heading1'/>",
    "Outline": "<w:name w:val='Part'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr>",
    "Plain": "<w:basedOn w:val='Outline'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr>",
    "Dots": "<w:name w:val='Dots'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>",
    "Zitat": "<w:name w:val='Quote'/>",
    "Verzeichnis1": "<w:name w:val='toc 1'/>",
    "Secret": "<w:name w:val='Secret'/><w:rPr><w:vanish/></w:rPr>",
    "Secret2": "<w:name w:val='Secret 2'/><w:basedOn w:val='Secret'/>",
}
_CHARACTERS = {
    "Betont": "<w:name w:val='Emphasis'/><w:rPr><w:i/></w:rPr>",
    "Betont2": "<w:name w:val='Louder'/><w:basedOn w:val='Betont'/><w:rPr><w:b/></w:rPr>",
    "HTMLCode": "<w:name w:val='HTML Code'/>",
}


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(content: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{content}</w:p>"


def _relation(name: str, target: str, *, more: str = "") -> str:
    return f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{target}"{more}/>'


def _relations(*each: str) -> str:
    return f"{_RELATIONS}{''.join(each)}</Relationships>"


def _read(
    tmp_path: Path, body: str, more: Mapping[str, str | bytes] | None = None, relations: str = ""
) -> SourceRead:
    """Reads a document with this text, and these further files and relations."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}">{content}</w:style>'
        for id_, content in _STYLES.items()
    )
    styles += "".join(
        f'<w:style w:type="character" w:styleId="{id_}">{content}</w:style>'
        for id_, content in _CHARACTERS.items()
    )
    main = f"{_MAIN}.document.main+xml"
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": _relations(_relation("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(_relation("styles", "styles.xml"), relations),
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        **(more or {}),
    }
    return read_source(write_zip(tmp_path / "lamps.docx", files), ReadOptions())


def _text(tmp_path: Path, body: str) -> str:
    (document,) = _read(tmp_path, body).documents
    return document.text


def test_a_document_has_its_heading_as_title(tmp_path: Path) -> None:
    body = _paragraph(_run("The wick"), "Heading1")
    body += _paragraph(_run("It ") + _run("burns", "<w:b/>"))
    core = {"docProps/core.xml": "<c xmlns:dc='d'><dc:creator>Ann Quay</dc:creator></c>"}
    (document,) = _read(tmp_path, body, core).documents
    assert (document.title, document.text) == ("The wick", "It **burns**")
    assert document.author == "Ann Quay"


def test_a_bookmark_may_stand_before_the_heading_as_pandoc_writes_it(tmp_path: Path) -> None:
    body = '<w:bookmarkStart w:id="1" w:name="wick"/>' + _paragraph(_run("The wick"), "Heading1")
    (document,) = _read(tmp_path, body + _paragraph(_run("It burns."))).documents
    assert (document.title, document.text) == ("The wick", "It burns.")


def test_a_paragraph_in_the_style_of_titles_is_the_title(tmp_path: Path) -> None:
    body = _paragraph(_run("The wick"), "Titel") + _paragraph(_run("It burns."), "Zitat")
    core = {"docProps/core.xml": "<c xmlns:dc='d'><dc:creator>ann@canary.example</dc:creator></c>"}
    (document,) = _read(tmp_path, body, core).documents
    assert (document.title, document.text) == ("The wick", "> It burns.")
    assert document.author is None


def test_a_first_paragraph_that_repeats_the_title_is_not_shown_twice(tmp_path: Path) -> None:
    body = _paragraph(_run("The wick", "<w:b/>")) + _paragraph(_run("It burns."))
    core = {"docProps/core.xml": "<c xmlns:dc='d'><dc:title>The wick</dc:title></c>"}
    (document,) = _read(tmp_path, body, core).documents
    assert (document.title, document.text) == ("The wick", "It burns.")


def test_styles_that_are_based_on_others_or_have_a_level_are_headings(tmp_path: Path) -> None:
    body = (
        _paragraph(_run("a")) + _paragraph(_run("b"), "Subhead") + _paragraph(_run("c"), "Outline")
    )
    assert _text(tmp_path, body + _paragraph(_run("d"), "Plain")) == "a\n\n# b\n\n## c\n\nd"


def test_a_long_paragraph_in_the_style_of_a_heading_is_none(tmp_path: Path) -> None:
    words = "It burns. " * 30
    body = _paragraph(_run("a")) + _paragraph(_run(words), "Heading1")
    assert _text(tmp_path, body) == f"a\n\n{words.strip()}"


def test_styles_of_characters_are_emphasis_and_code(tmp_path: Path) -> None:
    def styled(words: str, style: str, more: str = "") -> str:
        return _run(words, f'<w:rStyle w:val="{style}"/>{more}') + _run(" ")

    line = styled("a", "Betont") + styled("b", "Betont2") + styled("c", "HTMLCode")
    line += styled("d", "Betont", '<w:i w:val="0"/>')
    assert _text(tmp_path, _paragraph(line)) == "*a* **_b_** `c` d"


def test_readings_page_breaks_and_links_in_simple_fields_are_kept(tmp_path: Path) -> None:
    ruby = f"<w:ruby><w:rt>{_run('ひ')}</w:rt><w:rubyBase>{_run('灯')}</w:rubyBase></w:ruby>"
    line = f'<w:r>{ruby}</w:r><w:r><w:br w:type="page"/></w:r>'
    field = "HYPERLINK &quot;https://x.example/&quot;"
    line += f'<w:fldSimple w:instr=" {field} ">{_run("b")}</w:fldSimple>'
    assert _text(tmp_path, _paragraph(line)) == "灯(ひ)  \n[b](https://x.example/)"


def test_lists_may_be_said_by_styles_and_items_without_marks_are_paragraphs(tmp_path: Path) -> None:
    def level(number: int, kind: str) -> str:
        shape = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/></w:lvl>'
        abstract = f'<w:abstractNum w:abstractNumId="{number}">{shape}</w:abstractNum>'
        return f'{abstract}<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'

    numbering = f"<w:numbering {_W}>{level(1, 'bullet')}{level(2, 'none')}</w:numbering>"
    unmarked = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>'
    body = _paragraph(_run("a"), "Dots") + f"<w:p>{unmarked}{_run('b')}</w:p>"
    relation = _relation("numbering", "numbering.xml")
    (document,) = _read(tmp_path, body, {"word/numbering.xml": numbering}, relation).documents
    assert document.text == "- a\n\nb"


@pytest.mark.parametrize(
    "hidden",
    [
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + _run("canary")
        + "</w:sdtContent></w:sdt>",
        _run("canary", "<w:webHidden/>"),
        _run("canary", "<w:vanish/>"),
        _run("canary", '<w:vanish w:val="1"/>'),
        _run("canary", '<w:rStyle w:val="Secret"/>'),
        _run("canary", '<w:rStyle w:val="Secret2"/>'),
        f'<w:del w:id="1"><w:r><w:delText>canary</w:delText></w:r>{_run("canary")}</w:del>',
        f'<w:moveFrom w:id="1">{_run("canary")}</w:moveFrom>',
        '<w:r><w:commentReference w:id="0"/></w:r>',
    ],
)
def test_what_is_hidden_or_deleted_is_not_published(tmp_path: Path, hidden: str) -> None:
    comment = f'<w:comment w:id="0">{_paragraph(_run("canary"))}</w:comment>'
    comments = f"<w:comments {_W}>{comment}</w:comments>"
    files = {"word/comments.xml": comments, "mammoth/style-map": "comment-reference => sup"}
    body = _paragraph(_run("a") + hidden + _run("b"))
    (document,) = _read(tmp_path, body, files, _relation("comments", "comments.xml")).documents
    assert document.text == "ab"


def test_paragraphs_in_a_hidden_style_are_not_published(tmp_path: Path) -> None:
    body = _paragraph(_run("a")) + _paragraph(_run("canary"), "Secret2")
    body += _paragraph(_run("shown", '<w:vanish w:val="0"/>'), "Secret")
    assert _text(tmp_path, body) == "a\n\nshown"


def test_deleted_rows_and_paragraph_marks_are_not_published(tmp_path: Path) -> None:
    def row(text: str, properties: str = "") -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{_paragraph(_run(text))}</w:tc></w:tr>"

    body = f"<w:tbl>{row('a')}{row('canary', '<w:del/>')}</w:tbl>"
    body += f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{_run('joined ')}</w:p>"
    assert _text(tmp_path, body + _paragraph(_run("to this"))).split("\n\n")[1] == "joined to this"
    assert "canary" not in _text(tmp_path, body)


def test_rows_that_say_that_they_are_no_headings_are_none(tmp_path: Path) -> None:
    def row(text: str, header: str) -> str:
        return f"<w:tr><w:trPr>{header}</w:trPr><w:tc>{_paragraph(_run(text))}</w:tc></w:tr>"

    body = row("grain", "<w:tblHeader/>") + row("rye", '<w:tblHeader w:val="off"/>')
    assert _text(tmp_path, f"<w:tbl>{body}</w:tbl>") == "| grain |\n| --- |\n| rye |"


def test_inserted_and_moved_words_and_fields_are_text(tmp_path: Path) -> None:
    body = _paragraph(
        f'<w:ins w:id="1">{_run("in ")}</w:ins><w:moveTo w:id="2">{_run("moved ")}</w:moveTo>'
        f'<w:fldSimple w:instr="DATE">{_run("3 May ")}</w:fldSimple>'
        f"{_run('once', '<w:dstrike/>')}"
    )
    assert _text(tmp_path, body) == "in moved 3 May ~~once~~"


def test_carriage_returns_and_positional_tabs_part_words(tmp_path: Path) -> None:
    line = "<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t><w:br/><w:t>c</w:t><w:ptab/><w:t>d</w:t></w:r>"
    assert _text(tmp_path, _paragraph(line)) == "a  \nb  \nc d"


def test_a_table_of_contents_is_no_text(tmp_path: Path) -> None:
    part = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    content = _paragraph(_run("Contents"))
    body = f"<w:sdt><w:sdtPr>{part}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    body += _paragraph(_run("The wick 1"), "Verzeichnis1") + _paragraph(_run("Words."))
    assert _text(tmp_path, body) == "Words."


def test_links_in_fields_are_links(tmp_path: Path) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText>HYPERLINK "https://x.example/a"</w:instrText></w:r>'
    body = _paragraph(mark("begin") + code + mark("separate") + _run("words") + mark("end"))
    assert _text(tmp_path, body) == "[words](https://x.example/a)"


def test_the_address_of_a_link_in_a_field_ends_before_its_place_and_its_tooltip(
    tmp_path: Path,
) -> None:
    def field(*instructions: str) -> str:
        texts = "".join(f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in instructions)
        marks = [
            f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")
        ]
        return f"{marks[0]}{texts}{marks[1]}{_run('a')}{marks[2]}{_run(' ')}"

    body = field('HYPERLINK "https://x.example/" \\l "top"') + field(
        'HYPERLINK "https://x.exam', 'ple/b" \\o "A tip" \\t "_blank"'
    )
    shown = "[a](https://x.example/#top) [a](https://x.example/b)"
    assert _text(tmp_path, _paragraph(body)) == shown


def test_fields_with_paths_and_facts_of_the_user_are_no_text(tmp_path: Path) -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")
    )
    private = ["FILENAME \\p", "USERNAME", "UserInitials \\* Upper", "USERADDRESS", "LASTSAVEDBY"]
    private += ["COMMENTS", "DOCPROPERTY Comments", 'DOCPROPERTY "Last author"', "INFO Comments"]
    private += ["TEMPLATE \\p", "DOCPROPERTY FilePath"]
    fields = ""
    for field in private:
        simple = field.replace('"', "&quot;")
        fields += f'<w:fldSimple w:instr=" {simple} ">{_run("canary")}</w:fldSimple>'
        code = f"<w:r><w:instrText> {field} </w:instrText></w:r>"
        fields += begin + code + separate + _run("canary") + end
    for field in ("TITLE", "DOCPROPERTY Commentsection"):
        code = f"<w:r><w:instrText>{field}</w:instrText></w:r>"
        fields += begin + code + separate + _run(" kept") + end
    assert _text(tmp_path, _paragraph(_run("See") + fields)) == "See kept kept"


def test_a_large_first_letter_stands_before_its_word(tmp_path: Path) -> None:
    letter = f'<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>{_run("T")}</w:p>'
    assert _text(tmp_path, letter + _paragraph(_run("he oil burns."))) == "The oil burns."
    assert _text(tmp_path, _paragraph(_run("It burns.")) + letter) == "It burns.\n\nT"


def test_a_level_that_is_no_number_of_a_heading_is_none(tmp_path: Path) -> None:
    level = f'<w:pPr><w:outlineLvl w:val="{"9" * 5000}"/></w:pPr>'
    assert _text(tmp_path, f"<w:p>{level}{_run('It burns.')}</w:p>") == "It burns."


def test_boxes_to_tick_are_shown(tmp_path: Path) -> None:
    def box(state: int) -> str:
        more = 'xmlns:x="http://schemas.microsoft.com/office/word/2010/wordml"'
        set_ = f'<w:sdtPr><x:checkbox {more}><x:checked x:val="{state}"/></x:checkbox></w:sdtPr>'
        return f"<w:sdt>{set_}<w:sdtContent>{_run('x')}</w:sdtContent></w:sdt>"

    body = _paragraph(box(1) + _run(" oil ") + box(0) + _run(" wick"))
    assert _text(tmp_path, body) == "☑ oil ☐ wick"


def test_diagrams_are_lost_and_that_is_said(tmp_path: Path) -> None:
    data = '<a:graphicData xmlns:a="a" uri="http://schemas.example/drawingml/2006/diagram"/>'
    drawing = f'<a:graphic xmlns:a="a">{data}</a:graphic>'
    read = _read(tmp_path, _paragraph(_run("a") + f"<w:r><w:drawing>{drawing}</w:drawing></w:r>"))
    assert [lost.what for lost in read.lost] == ["a diagram or a chart"]


def test_footnotes_are_footnotes_without_what_is_deleted_in_them(tmp_path: Path) -> None:
    note = (
        f'{_run("The note")}<w:del w:id="1">{_run("canary")}</w:del>{_run("canary", "<w:vanish/>")}'
    )
    notes = f'<w:footnotes {_W}><w:footnote w:id="2">{_paragraph(note)}</w:footnote></w:footnotes>'
    body = _paragraph(_run("A word") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    relation = _relation("footnotes", "footnotes.xml")
    (document,) = _read(tmp_path, body, {"word/footnotes.xml": notes}, relation).documents
    assert document.text == "A word[^1]\n\n[^1]: The note"


def test_formulas_keep_their_characters_and_that_is_said(tmp_path: Path) -> None:
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    body = _paragraph(f"<m:oMath {space}><m:r><m:t>E=mc</m:t></m:r></m:oMath>")
    read = _read(tmp_path, body)
    assert [document.text for document in read.documents] == ["E=mc"]
    assert [lost.what for lost in read.lost] == ["the layout of formulas"]


def test_pictures_come_along_with_their_alt_text(tmp_path: Path) -> None:
    relation = _relation("Picture", "media/1.png")
    read = _read(tmp_path, _PICTURE.format("embed"), {"word/media/1.png": PNG}, relation)
    ((medium,),) = (document.media for document in read.documents)
    assert (medium.entry, medium.alt) == ("word/media/1.png", "A lamp")


def test_linked_pictures_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    relation = _relation("Picture", "secret.png", more=' TargetMode="External"')
    read = _read(tmp_path, _paragraph(_run("a")) + _PICTURE.format("link"), None, relation)
    assert [document.media for document in read.documents] == [()]
    assert [lost.what for lost in read.lost] == ["a linked picture"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<!DOCTYPE w><w:document/>", "has a document type"),
        ("<w:document", "is not XML"),
    ],
)
def test_a_broken_document_is_an_error(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(DumpError, match=message):
        _read(tmp_path, "", {"word/document.xml": content})


def test_a_picture_is_found_wherever_the_document_keeps_it(tmp_path: Path) -> None:
    relation = _relation("Picture", "/media/image.bin")
    read = _read(tmp_path, _PICTURE.format("embed"), {"media/image.bin": PNG}, relation)
    (document,) = read.documents
    assert [medium.entry for medium in document.media] == ["media/image.bin"]


def test_an_embedded_document_is_lost_and_that_is_said(tmp_path: Path) -> None:
    read = _read(tmp_path, _paragraph(_run("a")) + '<w:altChunk r:id="r1" xmlns:r="r"/>')
    assert [lost.what for lost in read.lost] == ["an embedded document"]


def test_lists_have_their_numbers_and_go_on_after_paragraphs(tmp_path: Path) -> None:
    levels = '<w:lvl w:ilvl="0"><w:start w:val="3"/></w:lvl><w:lvl w:ilvl="1"/>'
    abstract = '<w:abstractNumId w:val="0"/>'
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    numbering += f'<w:num w:numId="1">{abstract}</w:num><w:num w:numId="2">{abstract}{anew}</w:num>'
    relation = _relation("numbering", "numbering.xml")

    def item(words: str, number: int = 1, level: int = 0) -> str:
        listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        return f"<w:p><w:pPr>{listed}</w:pPr>{_run(words) if words else ''}</w:p>"

    body = item("three") + item("deep", level=1) + item("four") + _paragraph(_run("between"))
    body += item("five") + item("deep again", level=1) + item("anew", 2) + item("two", 2)
    numbers = {"word/numbering.xml": f"<w:numbering {_W}>{numbering}</w:numbering>"}
    (document,) = _read(tmp_path, body, numbers, relation).documents
    first = "3. three\n   1. deep\n4. four\n\nbetween"
    assert document.text == f"{first}\n\n5. five\n   1. deep again\n\n1) anew\n2) two"
