"""Web pages that Google Docs exports."""

from pathlib import Path

from sitegen.readers.html import google_docs_html, html_to_markdown, is_google_docs
from tests.readers.html.rendering import markdown
from tests.readers.sources import read_dump

_STYLE = (
    "<style>.c1{font-weight:700}.c2{color:#000;font-style:italic}.c3{vertical-align:super}</style>"
)


def _shown(body: str) -> str:
    page = f'<html><head>{_STYLE}</head><body class="c0 doc-content">{body}</body></html>'
    assert is_google_docs(page)
    return html_to_markdown(google_docs_html(page)).markdown


def test_classes_become_bold_italic_and_raised_words() -> None:
    body = (
        '<p><span class="c1">Bold</span> <span class="c2 c9">it</span> 10<span class="c3">6</span>'
    )
    assert _shown(f'{body}</p><h1><span class="c1">Part</span></h1>') == (
        "**Bold** *it* 10⁶\n\n# Part"
    )


def test_lists_of_greater_depth_are_within_the_items_above_them() -> None:
    body = "".join(
        f'<ul class="c4 lst-kix_abc-{level}{start}"><li>{words}</li></ul>'
        for level, start, words in (
            (0, " start", "one"), (1, " start", "a"), (2, " start", "deep"), (1, "", "b"),
            (0, "", "two"),
        )
    )  # fmt: skip
    assert _shown(f"{body}<p>end</p>") == "- one\n  - a\n    - deep\n  - b\n- two\n\nend"


def test_comments_and_their_marks_are_no_text() -> None:
    body = '<p>Words<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> end</p>'
    body += (
        '<div class="c5"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>canary</span></p></div>'
    )
    assert _shown(body) == "Words end"


def test_its_title_is_that_of_the_document(tmp_path: Path) -> None:
    body = '<p class="c1 title"><span>Tea</span></p><h1>Part</h1><p>Some words on tea, hot.</p>'
    path = tmp_path / "tea.html"
    path.write_text(f'<body class="doc-content">{body}</body>', "utf-8")
    (document,) = read_dump(path)
    assert (document.title, document.text) == ("Tea", "# Part\n\nSome words on tea, hot.")


def test_a_link_that_only_forwards_leads_to_its_target() -> None:
    target = "https://a.example/x?y=1&z=2"
    google = "https://www.google.com/url?q=https://a.example/x?y%3D1%26z%3D2&amp;sa=D"
    tumblr = "https://t.umblr.com/redirect?z=https%3A%2F%2Fa.example%2Fx%3Fy%3D1%26z%3D2&amp;t=1"
    assert markdown(f'<a href="{google}">a</a> <a href="{tumblr}">b</a>') == (
        f"[a]({target}) [b]({target})"
    )
    search = "https://www.google.com/search?q=https://a.example"
    assert markdown(f'<a href="{search}">a</a>') == f"[a]({search})"
