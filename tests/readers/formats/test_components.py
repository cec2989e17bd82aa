"""Components of JavaScript and HTML within Markdown."""

from pathlib import Path
from time import process_time

import pytest

from sitegen.readers.markdown.body import Dialect, convert_body
from tests.readers.formats.test_folder import one, read


@pytest.mark.parametrize(
    ("name", "markdown", "text"),
    [
        ("a.md", "<Note>\n\nMind **this**.\n\n</Note>", "Mind **this**."),
        ("a.md", "<Note>Mind *this*.</Note>", "Mind *this*."),
        ("a.md", '<Player src="https://a.org/film" />', "<https://a.org/film>"),
        ("a.md", "A Vec<T> and an <X /> stay.", "A Vec<T> and an <X /> stay."),
        (
            "a.mdx",
            'import { A } from "a"\nexport const x = {\n  a: 1,\n}\n\nText.{" "}\nMore.',
            "Text. More.",
        ),
        ("a.mdx", '<YouTube id="abc" />', "<https://www.youtube.com/watch?v=abc>"),
        ("a.mdx", '<Link to="https://a.org/">words</Link>.', "[words](https://a.org/)."),
        ("a.mdx", "<Tip title={'Hear'}>\nWords.\n</Tip>", "**Hear**\n\nWords."),
        ("a.mdx", '<div style={{ color: "red" }}>\n\tA [link](https://a.org/).\n</div>', None),
        ("a.mdx", "<>\n<Chart data={a > b ? [1] : [2]} />\nWords.\n</>", "Words."),
    ],
)
def test_components_leave_what_they_hold_and_what_they_lead_to(
    tmp_path: Path, name: str, markdown: str, text: str | None
) -> None:
    assert one(tmp_path, markdown, name).text == (text or "A [link](https://a.org/).")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ('> said\n<p align="center">\n    <img src="/a.png">\n</p>', "> said\n\n![](/a.png)"),
        ("<div>\n\t<p>\n\t\ta *word*\n\t</p>\n\n* * *\n\n</div>", "a *word*\n\n* * *"),
        (
            '<p>\n<a href="/x">\n<picture><source>\n<img src="/a.png"></picture>\n*it*</a>\n\n</p>',
            "[![](/a.png) *it*](/x)",
        ),
    ],
)
def test_html_needs_no_indentation(tmp_path: Path, markdown: str, text: str) -> None:
    assert one(tmp_path, markdown).text == text


@pytest.mark.parametrize(
    "state", ["draft: true", 'date: "2024-01-02", "published": false', "status: 'private'"]
)
@pytest.mark.parametrize("form", ["{{ title: 'A', {} }}", "{{\n  title: 'A',\n  {},\n}};"])
def test_what_mdx_exports_on_itself_may_say_that_it_is_a_draft(
    tmp_path: Path, state: str, form: str
) -> None:
    texts = {"a.mdx": state, "b.mdx": "date: '2024-01-02', words: 'draft: true'"}
    files = {
        name: f"export const metadata = {form.format(text)}\n\nWords of {name}.\n"
        for name, text in texts.items()
    }
    (document,) = read(tmp_path, files).documents
    assert (document.title, document.text) == ("A", "Words of b.mdx.")
    assert str(document.date)[:10] == "2024-01-02"


def test_components_show_their_pictures_also_imported_ones(tmp_path: Path) -> None:
    text = (
        'import oak from "./oak.png"\n\n<Image src={oak} alt="An oak" />\n\n'
        '<Img src={require("./elm.png").default} alt="An elm" />\n\n<Chart />'
    )
    found = read(tmp_path, {"a.mdx": text, "oak.png": b"oak", "elm.png": b"elm"})
    (document,) = found.documents
    assert document.text == "![An oak](./oak.png)\n\n![An elm](./elm.png)"
    assert [medium.entry for medium in document.media] == ["oak.png", "elm.png"]
    assert [lost.what for lost in found.lost] == ["the tag “chart”"]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ('<div title="A > B">\n\nWords.\n\n</div>', "Words."),
        (
            "<figure>\n\n![Oak](https://a.org/o)\n\n<figcaption>An oak</figcaption>\n</figure>",
            "![Oak](https://a.org/o)\n\nAn oak",
        ),
        ("A<b> bold </b>word, <i></i>*so*.<canvas></canvas>", "A **bold** word, *so*."),
        ("<blockquote>\n\nSome *words*.\n\nMore.\n\n</blockquote>", "> Some *words*.\n>\n> More."),
        ('<a href="https://a.org/?b=c\n">Words</a>', "[Words](https://a.org/?b=c)"),
        ("<div>{% markdown %}**Bold** words.{% endmarkdown %}</div>", "**Bold** words."),
        (
            'Like <a href="https://a.org/"><svg><g></g></svg> this</a>',
            "Like [this](https://a.org/)",
        ),
    ],
)
def test_elements_in_markdown_are_read_as_browsers_read_them(
    tmp_path: Path, markdown: str, text: str
) -> None:
    assert one(tmp_path, markdown).text == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Use <code> for `x`, <b> for bold", "Use \\<code> for `x`, \\<b> for bold"),
        ("- an <em> item\n- <q>a <q>b</q></q>\n\nend", '- an \\<em> item\n- "a "b""\n\nend'),
        ("one <b>two\n\nthree</b> four", "one two\n\nthree four"),
    ],
)
def test_tags_without_partners_are_text_and_those_across_paragraphs_go(
    tmp_path: Path, markdown: str, text: str
) -> None:
    assert one(tmp_path, markdown).text == text


@pytest.mark.parametrize(
    "markdown",
    [
        "\\[" * 40_000,
        f"<A {'a' * 100_000}>\n</A>",
        f'<a href="/">a{" " * 100_000}b</a>',
        f'<a href="a{" " * 100_000}b">a</a>',
        "<kbd>" * 40_000 + "</kbd>" * 40_000,
    ],
)
def test_the_time_for_a_long_text_grows_with_its_length_only(markdown: str) -> None:
    began = process_time()
    convert_body(markdown, {}, lambda _: None, Dialect(joins_lines=False))
    assert process_time() - began < 2
