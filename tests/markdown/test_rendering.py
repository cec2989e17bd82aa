import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import Flavour, Heading, render_markdown

LINKS = LinkConfig()
IMPORTED: tuple[Flavour, ...] = ("post", "essay")
SAFE_SCHEMES = ("http://", "https://", "mailto:", "#")


def html_of(source: str, flavour: Flavour) -> str:
    return render_markdown(source, flavour, LINKS).html


class _Danger(HTMLParser):
    """Collects what could run, or lead where no link should."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style", "iframe", "object", "form", "svg"}:
            self.found.append(tag)
        for name, value in attrs:
            is_bad_link = name == "href" and not (value or "").startswith(SAFE_SCHEMES)
            if name.startswith("on") or name in {"style", "src"} or is_bad_link:
                self.found.append(f"{tag} {name}={value}")


def dangers(html: str) -> list[str]:
    reader = _Danger()
    reader.feed(html)
    reader.close()
    return reader.found


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](JaVa&#83;cript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![x](https://tracker.example/pixel.png) ![x](//tracker.example/p.png)",
    "![x](ht&#9;tp://tracker.example/p.png) ![x](&#1;http://tracker.example/p.png)",
    "<javascript://x%0aalert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    '[x](https://x.org "\\"onclick=alert(1) ")',
    '```{.python onclick=alert(1) style="x"}\ncode\n```',
    "<style>body{display:none}</style>",
]


@pytest.mark.parametrize("flavour", IMPORTED)
@pytest.mark.parametrize("source", HOSTILE)
def test_nothing_runs_in_imported_text(source: str, flavour: Flavour) -> None:
    assert dangers(html_of(source, flavour)) == []


@given(st.lists(st.sampled_from([*HOSTILE, "\n", '"', "'", "<", ">", "`", "@a"])).map("".join))
def test_nothing_runs_in_any_mixture(source: str) -> None:
    assert dangers(html_of(source, "essay")) == []


def test_characters_that_turn_the_text_round_stay_in_their_paragraph() -> None:
    assert html_of("\u202eabc\n\ndef", "post") == "<p>\u202eabc</p><p>def</p>"


def test_control_characters_do_not_reach_the_parser() -> None:
    assert html_of("a\x02klzzwxh:0000\x03 \x0242\x03", "post") == "<p>aklzzwxh:0000 42</p>"


def test_each_line_break_of_a_post_shows() -> None:
    assert html_of("one\n  *two*\nthree\n\nfour", "post") == (
        "<p>one<br>  <em>two</em><br>three</p><p>four</p>"
    )


def test_a_line_break_of_an_essay_is_a_space_unless_two_spaces_say_otherwise() -> None:
    assert html_of("one\ntwo  \nthree", "essay") == "<p>one\ntwo<br>\nthree</p>"


@pytest.mark.parametrize("flavour", IMPORTED)
def test_an_editor_may_add_markup_to_imported_text(flavour: Flavour) -> None:
    html = html_of("**bold** [x](https://x.org)\n\n- one\n- two\n\n> quote", flavour)
    assert "<strong>bold</strong>" in html
    assert '<a href="https://x.org" rel="nofollow ugc noopener">x</a>' in html
    assert html.count("<li>") == 2
    assert "<blockquote>" in html


def test_a_post_has_no_headings() -> None:
    rendered = render_markdown("# one\n\ntwo\n===", "post", LINKS)
    assert rendered.html == "<p># one</p><p>two<br>===</p>"
    assert rendered.headings == ()


@pytest.mark.parametrize("flavour", ["essay", "page"])
def test_headings_begin_at_the_second_level(flavour: Flavour) -> None:
    rendered = render_markdown("# One & all\n\n## *Two* @ada\n\n# C#\n\n# 日本 #", flavour, LINKS)
    assert rendered.headings == (
        Heading(2, "one-all", "One & all"),
        Heading(3, "two-ada", "Two @ada"),
        Heading(2, "c", "C#"),
        Heading(2, "日本", "日本"),
    )
    assert '<h2 id="one-all">One &amp; all</h2>' in rendered.html


@pytest.mark.parametrize("flavour", ["essay", "page"])
def test_tables_are_aligned_without_styles(flavour: Flavour) -> None:
    html = html_of("| a | b |\n|--:|---|\n| 1 | 2 |", flavour)
    assert '<td align="right">1</td>' in html
    assert "style" not in html


@pytest.mark.parametrize("flavour", ["essay", "page"])
def test_footnotes_lead_there_and_back(flavour: Flavour) -> None:
    rendered = render_markdown("Text[^1].\n\n[^1]: Note", flavour, LINKS)
    assert 'href="#fn:1"' in rendered.html
    assert 'id="fn:1"' in rendered.html
    assert 'href="#fnref:1"' in rendered.html
    assert rendered.text == "Text.\n\nNote"


@pytest.mark.parametrize("flavour", ["post", "essay", "page"])
def test_code_is_coloured_by_classes_and_plain_in_an_unknown_language(flavour: Flavour) -> None:
    html = html_of("```python\nprint(1)\n```\n\n```nonesuch\n@ada *x*\n```", flavour)
    assert '<div class="highlight">' in html
    assert '<span class="nb">print</span>' in html
    assert "<code>@ada *x*\n</code>" in html


def test_a_page_has_typographic_punctuation_but_not_in_links_and_code() -> None:
    html = html_of('"It\'s" -- https://x.org/a--b `a--b`', "page")
    assert "“It’s” –" in html
    assert ">https://x.org/a--b</a>" in html
    assert "<code>a--b</code>" in html


@pytest.mark.parametrize("flavour", IMPORTED)
def test_imported_text_keeps_its_punctuation(flavour: Flavour) -> None:
    assert html_of('"It\'s" -- it...', flavour) == '<p>"It\'s" -- it...</p>'


def test_a_page_may_hold_html_and_is_not_sanitised() -> None:
    html = html_of(
        '<b title="@ada #x">b</b> [x](https://x.org)\n\n<video src="a.mp4"></video>', "page"
    )
    assert '<b title="@ada #x">b</b> <a href="https://x.org">x</a>' in html
    assert '<video src="a.mp4"></video>' in html


def test_a_page_has_contents_definitions_abbreviations_and_attributes() -> None:
    html = html_of(
        "[TOC]\n\n# One {#uno}\n\nHTML\n\nTerm\n: Meaning\n\nA *b*{.c}\n\n*[HTML]: Markup", "page"
    )
    assert '<li><a href="#uno">One</a></li>' in html
    assert '<h2 id="uno">One</h2>' in html
    assert '<abbr title="Markup">HTML</abbr>' in html
    assert "<dd>Meaning</dd>" in html
    assert '<em class="c">b</em>' in html


def test_a_page_may_hold_markdown_within_html() -> None:
    assert "<em>x</em>" in html_of("<div markdown='1'>\n\n*x*\n\n</div>", "page")


@pytest.mark.parametrize("flavour", ["post", "essay", "page"])
def test_a_text_nested_too_deeply_is_shown_as_it_is(flavour: Flavour) -> None:
    deep = "- " * 60 + "<b>"
    assert render_markdown(deep, flavour, LINKS).text == deep
    assert html_of("fine", flavour).strip() == "<p>fine</p>"


def test_one_text_leaves_no_trace_in_the_next() -> None:
    html_of("[x]: https://x.org\n\n# One\n\n[^1]: Note\n\n*[HTML]: Markup", "page")
    rendered = render_markdown("[x] [^1] HTML\n\n# One", "page", LINKS)
    assert rendered.html == '<p>[x] [^1] HTML</p>\n<h2 id="one">One</h2>'


def test_an_empty_text_is_empty() -> None:
    assert html_of("", "post") == ""


@pytest.mark.parametrize("flavour", ["essay", "page"])
def test_notes_are_numbered_as_they_are_met(flavour: Flavour) -> None:
    source = "One[^b], two[^a], one[^b].\n\n[^a]: A\n[^unused]: U\n[^b]: B\n[^empty]:"
    html = html_of(source, flavour)
    assert re.findall(r'footnote-ref[^>]*">(\d+)<', html) == ["1", "2", "1"]
    assert re.findall(r'<li id="(fn:\d)">\s*<p>(\w)', html) == [
        ("fn:1", "B"),
        ("fn:2", "A"),
        ("fn:3", "U"),
    ]


def test_notes_of_texts_on_one_page_have_ids_of_their_own() -> None:
    source = "One[^a], again[^a].\n\n[^a]: A"
    html = render_markdown(source, "page", LINKS, note_prefix="a-post").html
    assert 'id="fn:a-post:1"' in html
    assert 'href="#fnref2:a-post:1"' in html
    assert 'id="fn:1"' in html_of(source, "page")


@pytest.mark.parametrize("title", ["हिन्दी", "தமிழ்", "ภาษาไทยที่นี่", "שָׁלוֹם", "مَرحَبًا"])
def test_ids_of_headings_keep_the_marks_of_letters(title: str) -> None:
    (heading,) = render_markdown(f"# {title}", "page", LINKS).headings
    assert heading.id == title


def test_headings_of_one_name_have_different_ids() -> None:
    headings = render_markdown("# किताब\n\n# किताब", "page", LINKS).headings
    assert [heading.id for heading in headings] == ["किताब", "किताब_1"]


@pytest.mark.parametrize("note", ["B *c*.", "B\n\n    - c", "B\n\n    ```\n    c\n    ```"])
def test_a_note_to_which_nothing_refers_has_no_link_back(note: str) -> None:
    html = html_of(f"One[^a].\n\n[^a]: A\n[^unused]: {note}", "page")
    assert re.findall(r'href="(.*?)"', html) == ["#fn:1", "#fnref:1"]
    assert "<p></p>" not in html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("one\\\ntwo", "<p>one<br>\ntwo</p>"),
        ("one\\\\\ntwo", "<p>one\\\ntwo</p>"),
        ("one\\", "<p>one\\</p>"),
    ],
)
def test_a_backslash_at_the_end_of_a_line_breaks_it(source: str, html: str) -> None:
    assert html_of(source, "page") == html


def test_links_that_stand_beside_each_other_are_two() -> None:
    html = html_of("[a] [b] ![c] [d][]\n\n[a]: /a\n[b]: /b 'B'\n[c]: /c\n[d]: /d", "page")
    assert re.findall(r'(?:href|src)="(.*?)"', html) == ["/a", "/b", "/c", "/d"]
