"""Saved web pages: what stands around an article, and in it, is not its text."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.readers import ReadOptions, read_source
from tests.pictures import PNG
from tests.readers.sources import read_dump

_FERRY = "<p>The ferry leaves at nine, and nobody on the quay knows why that is so.</p>" * 4
_FIGURE = '<figure><img src="https://quay.example/f.jpg" alt="A ferry"></figure>'


def _text(folder: Path, body: str) -> str:
    path = folder / "page.html"
    path.write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", "utf-8")
    (document,) = read_dump(path)
    return document.text


def test_a_link_within_a_website_that_a_page_does_not_name_is_reported_as_such(
    tmp_path: Path,
) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<article>{_FERRY}<p>See <a href='b/c.html'>it</a>.</p></article>", "utf-8")
    (lost,) = read_source(path, ReadOptions()).lost
    assert lost.what == "the target of a link within a website"
    assert lost.why == "the dump does not say where the website is"


@pytest.mark.parametrize(
    "beside",
    [
        '<div class="share-buttons"><a href="https://x.example/">canary</a></div>',
        '<p class="byline">By canary</p>',
        "<ul class='related-posts'><li><a href='/2'>canary</a></li></ul>",
        '<form class="newsletter">canary</form>',
        '<div id="jp-relatedposts" class="x">canary</div>',
        '<div class="entry-meta"><span>canary</span></div>',
    ],
)
@pytest.mark.parametrize("article", ["<article>{}</article>", "<main>{}</main>"])
def test_lines_and_boxes_around_the_text_of_an_article_are_left_out(
    tmp_path: Path, beside: str, article: str
) -> None:
    text = _text(tmp_path, article.format(f"<h1>The ferry</h1>{beside}{_FERRY}{beside}"))
    assert text.startswith("The ferry leaves")
    assert "canary" not in text


def test_what_frames_the_pages_of_a_website_is_left_out(tmp_path: Path) -> None:
    frame = '<div id="header"><a href="/">canary</a></div>{}<div class="site-footer">canary</div>'
    text = _text(tmp_path, frame.format(f'<div id="content"><h1>The ferry</h1>{_FERRY}</div>'))
    assert text.startswith("The ferry leaves")
    assert "canary" not in text
    assert "leaves" in _text(tmp_path, f'<div class="header"><h1>The ferry</h1>{_FERRY}</div>')


def test_scripts_in_a_page_written_by_hand_do_not_make_its_links_text(tmp_path: Path) -> None:
    links = '<div id="nav"><a href="a.html">canary</a> | <a href="b.html">canary</a></div>'
    dog = "<h1>The dog</h1><p>He sleeps by the stove.</p><script>1</script>"
    text = _text(tmp_path, f"{links}{dog}")
    assert text == "He sleeps by the stove."


@pytest.mark.parametrize(
    "line",
    [
        "<time datetime='2018-05-06'>canary</time>",
        "<p>canary on <time datetime='2018-05-06'>6 May</time></p>",
        "<div>By <a href='/ann'>canary</a> · <time datetime='2018-05-06'>6 May</time></div>",
    ],
)
def test_the_line_with_the_date_below_a_title_is_not_text(tmp_path: Path, line: str) -> None:
    text = _text(tmp_path, f"<article><h1>The ferry</h1>{line}{_FERRY}</article>")
    assert text.startswith("The ferry leaves")
    late = "<p>It came on <time>6 May</time>, as late as in all the years that I live here.</p>"
    assert "6 May" in _text(tmp_path, f"<article><h1>The ferry</h1>{late}{_FERRY}</article>")


_SAVED = f"""<link rel="canonical" href="https://quay.example/ferry"><article><h1>Ferry</h1>
<p><img src="page_files/a%20b.png"><img src="../canary.png"></p>{_FERRY}</article>"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", _SAVED),
        ("page.md", "# Ferry\n\nIt goes.\n\n![](page_files/a%20b.png) ![](../canary.png)\n"),
    ],
)
def test_pictures_beside_a_page_that_is_given_alone_come_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    files = {"page_files/a b.png": PNG, name: text.encode(), "../canary.png": PNG}
    (tmp_path / "saved/page_files").mkdir(parents=True)
    for path, content in files.items():
        (tmp_path / "saved" / path).write_bytes(content)
    (tmp_path / "sitegen.toml").write_text('title = "S"\n')
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["import", f"saved/{name}", "--json"])
    assert done.exit_code == 0, done.output
    lost = json.loads(done.stdout)["report"]["lost"]
    assert [Path(each["where"]).name for each in lost] == ["canary.png"]
    assert [path.stem[:3] for path in Path("content/media").iterdir()] == ["a-b"]


def test_pages_whose_attributes_have_no_quotes_are_read_likewise(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    data = '{"datePublished": "2024-01-02", "author": {"name": "Ann"}}'
    link = '<p>See <a href="b.html">it</a>.</p>'
    path.write_text(
        f"<html><head><base href=https://a.example/x/><script type=application/ld+json>{data}"
        f"</script></head><body><article><p>By canary</p><div class=entry-content>{_FERRY}{link}"
        "</div></article>",
        "utf-8",
    )
    (document,) = read_dump(path)
    assert document.text.startswith("The ferry leaves")
    assert document.text.endswith("See [it](https://a.example/x/b.html).")
    assert (document.author, str(document.date)[:10]) == ("Ann", "2024-01-02")


def test_a_page_whose_base_is_malformed_is_read(tmp_path: Path) -> None:
    base = "<head><base href='http://[quay/'></head>"
    text = _text(tmp_path, f"{base}<article>{_FIGURE}{_FERRY}<img src='f.jpg'></article>")
    assert "The ferry leaves" in text


def test_the_text_in_an_article_is_what_its_page_marks_with_the_picture_above(
    tmp_path: Path,
) -> None:
    body = f"{_FIGURE}<p>By canary</p><div class='entry-content'>{_FERRY}</div><p>canary</p>"
    text = _text(tmp_path, f"<article><h1>The ferry</h1>{body}</article>")
    assert text.startswith("![A ferry](https://quay.example/f.jpg)\n\nThe ferry leaves")
    assert "canary" not in text
    teaser = "<div class='entry-content'>In short: nine.</div>"
    assert "leaves" in _text(tmp_path, f"<article><h1>T</h1>{teaser}{_FERRY}</article>")


def test_an_element_with_such_a_name_that_holds_the_article_is_read(tmp_path: Path) -> None:
    assert "leaves" in _text(tmp_path, f"<article><div class='related'>{_FERRY}</div></article>")


@pytest.mark.parametrize("end", ["</td>", ""])
def test_cells_of_links_in_a_page_that_a_table_lays_out_are_left_out(
    tmp_path: Path, end: str
) -> None:
    menu = '<a href="a.html">canary</a><br><a href="b.html">canary too</a>'
    page = f"<table><tr><td width=100>{menu}</td><td><h2>A walk</h2>{_FERRY}{end}</table>"
    assert "canary" not in _text(tmp_path, page)
    data = '<table><tr><td><a href="https://a.example/">A</a></td><td>Words</td></tr></table>'
    assert "https://a.example/" in _text(tmp_path, data + _FERRY)


def test_the_title_of_an_article_stands_in_its_header_and_not_above_a_logo(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    logo = '<title>Quay news</title><h1><img src="/logo.png" alt=""></h1>'
    article = f"<article><header><h1>The ferry</h1></header>{_FERRY}</article>"
    path.write_text(f"<!DOCTYPE html><html><body>{logo}{article}</body></html>", "utf-8")
    (document,) = read_dump(path)
    assert document.title == "The ferry"


def test_a_page_for_a_generator_is_read_with_its_header(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("---\nlayout: post\n---\n<ul>\n  <li>It <b>burns</b>.</li>\n</ul>\n", "utf-8")
    (document,) = read_dump(path)
    assert document.text == "- It **burns**."
