"""Folders of texts: what is read, in what form, and what is left out."""

from datetime import UTC, datetime
from pathlib import Path
from shutil import make_archive

import pytest

from sitegen.models import Document
from sitegen.readers import ReadOptions, SourceRead, read_source
from tests.files import Files, write_folder

PNG = b"\x89PNG\r\n\x1a\n"


def read(folder: Path, files: Files, *include: str) -> SourceRead:
    return read_source(write_folder(folder / "notes", files), ReadOptions(frozenset(include)))


def one(folder: Path, text: str, name: str = "one.md") -> Document:
    """The document of a file beside another one."""
    found = read(folder, {name: text, "zz.md": "The other."}).documents
    return next(document for document in found if document.text != "The other.")


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("draft: tr}e", "draft"),
        ("draft: 'yes'", "draft"),
        ("Draft: True", "draft"),
        ("status: draft", "draft"),
        ("status: Entwurf", "draft"),
        ("estado: borrador", "draft"),
        ("statut: privé", "private"),
        ("privat: ja", "private"),
        ("veröffentlicht: nein", "hidden"),
        ("tags: [draft]", "draft"),
        ("extra:\n  draft: true", "draft"),
        ("private: true", "private"),
        ("visibility: private", "private"),
        ("published: false", "hidden"),
        ("publish: no", "hidden"),
        ("hidden: true", "hidden"),
        ("unlisted: true", "hidden"),
        ("dg-publish: false", "hidden"),
        ("permalink: false", "hidden"),
        ("headless: true", "hidden"),
        ("build:\n  render: never", "hidden"),
        ("expiryDate: 2001-01-01", "hidden"),
        ("unpublish_date: 2001-01-01", "hidden"),
        ("visibility: members", "paid"),
        ("visibility: paid", "paid"),
        ("status: scheduled", "scheduled"),
        ("date: 2099-01-01", "scheduled"),
        ("publishDate: 2099-01-01", "scheduled"),
        ("date: 2001-01-01\npubDate: 2099-01-01", "scheduled"),
        ("status: trash", "trash"),
        ("password: canary", "password"),
        ("layout: page", "page"),
        ("home: true", "page"),
        ("type: page", "page"),
        ("status: sent", "not public"),
        ("tags: [clippings]\nsource: https://elsewhere.example/a", "somebody else's"),
        ("title: a: b\ndraft: true", "draft"),
        ("title: [a\nprivate: true", "private"),
    ],
)
def test_a_header_that_keeps_a_text_back_is_obeyed(
    tmp_path: Path, header: str, reason: str
) -> None:
    found = read(tmp_path, {"a.md": f"---\n{header}\n---\ncanary\n", "b.md": "Public."})
    assert [document.text for document in found.documents] == ["Public."]
    assert found.left_out == {reason: 1}


@pytest.mark.parametrize(
    "text",
    [
        "+++\ndraft = true\n+++\ncanary",
        '{\n  "draft": true\n}\n\ncanary',
        "\ufeff---\ndraft: true\n---\ncanary",
        "---\r\ndraft: true\r\n---\r\ncanary\r\n",
        '---json\n{"draft": true}\n---\ncanary',
        "---\ntitle: never closed\ndraft: true\n\ncanary",
        "---\ntitle: one\n---\n---\ndraft: true\n---\ncanary",
        "draft:: true\n\ncanary",
        "id: 7\ntitle: one\nslug: one\ndate: 2024-01-02\ndraft: true\n\ncanary",
    ],
)
def test_a_draft_is_a_draft_in_every_form_of_header(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, {"a.md": text, "b.md": "Public."})
    assert [document.text for document in found.documents] == ["Public."]


@pytest.mark.parametrize(
    "name",
    ["Drafts/a.md", ".trash/a.md", "private/a.md", "templates/a.md", "logseq/bak/a.md"],
)
def test_a_text_in_a_folder_that_is_not_published_is_counted(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, {name: "canary", "b.md": "Public."})
    assert [document.text for document in found.documents] == ["Public."]
    assert sum(found.left_out.values()) == 1


def test_drafts_are_read_on_request_but_never_what_is_private(tmp_path: Path) -> None:
    files = {"_drafts/a.md": "A draft.", "_drafts/b.md": "---\nprivate: true\n---\ncanary"}
    found = read(tmp_path, {**files, "c.md": "Public."}, "drafts")
    assert {document.text for document in found.documents} == {"A draft.", "Public."}
    assert (found.included, found.left_out) == ({"draft": 1}, {"private": 1})


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("---\ntags: rye, oven\n---\nText.", ("rye", "oven")),
        ("---\ntags: a b\ncategories: jekyll update\n---\nText.", ("a", "b", "jekyll", "update")),
        ("---\nall_tags: '[\"a b\", \"c\"]'\n---\nText.", ("a b", "c")),
        ("---\ncategory: Food and drink\n---\nText.", ("Food and drink",)),
        ("---\ntags: [Food &amp; drink]\n---\nText.", ("Food & drink",)),
        ("---\ntags: [no, 2024, 1.10, '#hash']\n---\nText.", ("no", "2024", "1.10", "hash")),
        ("---\ntags:\n  - a/b\n  - Uncategorized\n---\nText #c and #1.", ("a/b", "c")),
        ("+++\n[taxonomies]\ntags = ['z']\ncategories = ['c']\n+++\nText.", ("z", "c")),
        ("---\ntags: [{name: N}, '#hash-x', {name: '#draft', slug: hash-a}]\n---\nText.", ("N",)),
        ("Text with `#code` and https://a.example/#part and #f0f.", ()),
    ],
)  # fmt: skip
def test_tags_are_read_as_generators_read_them(
    tmp_path: Path, text: str, tags: tuple[str, ...]
) -> None:
    assert one(tmp_path, text).tags == tags


@pytest.mark.parametrize(
    ("name", "header", "date"),
    [
        ("a.md", "date: 2024-01-02 08:00:00 +0200", "2024-01-02T06:00:00"),
        ("a.md", "date: 2024-01-02T08:00:00Z", "2024-01-02T08:00:00"),
        ("a.md", "pubDate: 'Jan 02 2024'", "2024-01-02T00:00:00"),
        ("a.md", "published_at: 2024-01-02T08:00:00.000Z", "2024-01-02T08:00:00"),
        ("a.md", "created: 2024-01-02T08:00", "2024-01-02T08:00:00"),
        ("a.md", "pubDatetime: 2024-01-02T08:00:00Z", "2024-01-02T08:00:00"),
        ("a.md", "date:\n  updated: 2024-03-01\n  created: 2024-01-02", "2024-01-02T00:00:00"),
        ("2024-01-02-a.md", "title: x", "2024-01-02T00:00:00"),
        ("2024/01/02/a.md", "title: x", "2024-01-02T00:00:00"),
        ("20240102 a.md", "title: x", "2024-01-02T00:00:00"),
        ("202401020800 a.md", "title: x", "2024-01-02T08:00:00"),
        ("2024-01-02-a.md", "date: 0000-00-00", "2024-01-02T00:00:00"),
    ],
)
def test_dates_are_read_from_headers_and_names(
    tmp_path: Path, name: str, header: str, date: str
) -> None:
    found = one(tmp_path, f"---\n{header}\n---\nText.", name).date
    assert found == datetime.fromisoformat(date).replace(tzinfo=UTC)


def test_a_title_comes_from_the_header_the_first_heading_or_the_name(tmp_path: Path) -> None:
    files = {
        ".obsidian/app.json": "{}",
        "a.md": "---\ntitle: From the header\n---\n# From *the* header\n\nA.",
        "b.md": "# From a heading\n\nB.",
        "From the name.md": "C.",
        "Of a section.md": "## A section\n\nG.",
        "2024-03-01.md": "---\ntitle: 2024-03-01 10:00:05\n---\nD.",
        "e.md": "---\ntitle: Kept\n---\n# Another heading\n\nE.",
        "f.md": "# Above code\n\n```\n# F\n```",
    }
    found = {d.text: d.title for d in read(tmp_path, files).documents}
    assert found == {
        "A.": "From the header",
        "B.": "From a heading",
        "C.": "From the name",
        "## A section\n\nG.": "Of a section",
        "D.": None,
        "# Another heading\n\nE.": "Kept",
        "```\n# F\n```": "Above code",
    }


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("![[#P]] [[A n|it]] [[d/N#P]] [[1]](/x)", "P [it](A%20n.md) [N > P](d/N.md#P) [[1]](/x)"),
        ("![[a.png|300]] and ![[a.png|words]]", "![](a.png) and ![words](a.png)"),
        ("> [!note] Heads up\n> Inside.", "> **Heads up**\n>\n> Inside."),
        ("> [!WARNING]\n> Inside.", "> **Warning**\n>\n> Inside."),
        ("==marked== text %%canary%% ^block1", "marked text"),
        ("`[[x]]` stays\n\n```\n{{ x }} ==y==\n```", "`[[x]]` stays\n\n```\n{{ x }} ==y==\n```"),
        ("It is so.\n\n- [ ] open\n- [x] done", "It is so.\n\n- ☐ open\n- ☑ done"),
        ("a\nwrapped line", "a\nwrapped line"),
    ],
)  # fmt: skip
def test_obsidian_syntax_becomes_plain_markdown(tmp_path: Path, markdown: str, text: str) -> None:
    files = {".obsidian/app.json": "{}", "a.md": markdown, "a.png": PNG}
    (document,) = read(tmp_path, files).documents
    assert [line.rstrip() for line in document.text.split("\n")] == text.split("\n")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ('{{< figure src="/a.png" alt="A" caption="Cap" >}}', "![A](/a.png)\n\nCap"),
        ("{{% note %}}kept{{% /note %}}", "kept"),
        ("{{< highlight go >}}\nx := 1\n{{< /highlight >}}", "```go\nx := 1\n```"),
        ("{% highlight ruby %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```"),
        ("{{< youtube abc >}}", "<https://www.youtube.com/watch?v=abc>"),
        ('{{ youtube(id="abc") }}', "<https://www.youtube.com/watch?v=abc>"),
        ("{% raw %}{{ shown }}{% endraw %}", "{{ shown }}"),
        ("[x]({{ site.baseurl }}/y) {{ page.title }}", "[x](/y) T"),
        ("Before\n<!-- more -->\nAfter", "Before\n\nAfter"),
        ("{% post_link oak The oak %}", "[The oak](oak.md)"),
        ('{{< details "More of it" >}}\nkept\n{{< /details >}}', "**More of it**\n\nkept"),
        ("{% note info flat %}\nkept\n{% endnote %}", "kept"),
        ("{% note info Mind it %}\nkept\n{% endnote %}", "**Mind it**\n\nkept"),
        ("{% button https://a.org/x, Go %}", "<https://a.org/x>"),
        ("{%- css %}.x{a:b}{%- endcss %}\nkept\n\n*[WWW]: The web", "kept"),
        ("{#if a}\nkept\n{/if}\n<svelte:head><title>x</title></svelte:head>", "kept"),
        ('![A](/a.png){alt="x" width=50%} [small]{.sc} [a]{b}', "![A](/a.png) small [a]{b}"),
        ('Oak <Badge text="new" /> tree, <X />', "Oak  tree, <X />"),
        ("Oak { ... }\n{ .big #oak }\n\n{.xy}", "Oak { ... }"),
        ("a <b>bold</b> <i>word</i><br>and <kbd>x</kbd>", "a **bold** *word*  \nand `x`"),
        ('<div class="x"><p>In a <em>box</em></p></div>', "In a *box*"),
        ('<img src="/a.png" alt="A"> <img src="x.gif" width=1 height=1>', "![A](/a.png)"),
        ("a <!-- canary --> comment", "a  comment"),
        ("1. one\n\n    more of it\n\n2. two", "1. one\n\n    more of it\n\n2. two"),
        ("a soft\nline [one\ntwo](../other.md)", "a soft line [one two](../other.md)"),
        ("> quoted\n> words", "> quoted words"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("Heading {#id}\n---", "Heading\n---"),
        ("Generic List<T> of `Vec<T>`", "Generic List<T> of `Vec<T>`"),
        ("    {{ code }}", "    {{ code }}"),
        ("A claim.[^a] `[^a]`\n\n[^a]: Its note.", "A claim.[^a] `[^a]`\n\n[^a]: Its note."),
        ("A claim.^[Its *note*.] Yes.", "A claim.[^inline-1] Yes.\n\n[^inline-1]: Its *note*."),
        ("See [the plan](../plan.pdf) and [it](<a plan.odt>).", "See the plan and it."),
    ],
)
def test_generator_shortcodes_become_plain_markdown(
    tmp_path: Path, markdown: str, text: str
) -> None:
    document = one(tmp_path, f"---\ntitle: T\n---\n\n{markdown}\n")
    assert document.text == text


def test_pictures_beside_the_texts_come_along(tmp_path: Path) -> None:
    files = {
        "content/posts/a/index.md": "---\ntitle: A\n---\n![x](own.png) ![y](/img/site.png 'T')",
        "content/posts/a/own.png": PNG,
        "static/img/site.png": PNG,
        "content/b.md": "---\ntitle: B\n---\n![gone](gone.png)\n![far](https://far.example/x.png)",
        "hugo.toml": "",
    }
    found = read(tmp_path, files)
    media = {m.name: m.entry for document in found.documents for m in document.media}
    assert media == {
        "own.png": "content/posts/a/own.png",
        "/img/site.png": "static/img/site.png",
        "gone.png": None,
        "https://far.example/x.png": None,
    }
    assert [lost.where for lost in found.lost] == ["gone.png", "https://far.example/x.png"]


def test_a_folder_and_archives_of_it_give_the_same_documents(tmp_path: Path) -> None:
    files = {
        "a.md": "---\ntitle: A\n---\nText.",
        "sub/b.md": "# B\n\nText.",
        "sub/p.png": PNG,
    }
    folder = write_folder(tmp_path / "notes", files)
    name = str(tmp_path / "x")
    packed = (make_archive(name, form, tmp_path, "notes") for form in ("zip", "gztar"))
    paths = (folder, *map(Path, packed))
    read_all = [read_source(path, ReadOptions()).documents for path in paths]
    facts = [[(d.title, d.text) for d in documents] for documents in read_all]
    assert facts[0] == facts[1] == facts[2] == [("A", "Text."), ("B", "Text.")]


def test_a_folder_of_web_pages_gives_their_articles(tmp_path: Path) -> None:
    page = (
        '<html lang="de"><head><title>Brot | Seite</title></head><body><nav>Menu</nav><article>'
        "<h1>Brot</h1><time datetime='2024-01-02'></time><p>Ein <b>gutes</b> Brot braucht Zeit.</p>"
        '<img src="p.png" alt="Laib"></article><footer>canary</footer></body></html>'
    )
    other, index = page.replace("Brot", "Tee"), page.replace("Brot", "canary")
    found = read(
        tmp_path,
        {"a/brot.html": page, "a/p.png": PNG, "b/o.html": other, "archive_browser.html": index},
    )
    first = found.documents[0]
    assert (first.title, first.lang) == ("Brot", "de")
    assert first.text == "Ein **gutes** Brot braucht Zeit.\n\n![Laib](p.png)"
    assert first.media[0].entry == "a/p.png"
    assert len(found.documents) == 2


def test_a_text_file_is_one_document_unless_it_plainly_holds_many(tmp_path: Path) -> None:
    files = {
        "a.txt": "One thought.\n\nAnd *another* one.\nAnd a third.",
        "b.txt": "\n---\n".join(f"Post {n}" for n in range(6)),
        "c.md": "---\ntitle: X\n---\nOne.\n\n---\ntitle: Y\n---\nTwo.\n",
        "LICENSE.txt": "canary",
    }
    found = read(tmp_path, files)
    texts = [document.text for document in found.documents]
    assert texts == [str(files["a.txt"]), *(f"Post {n}" for n in range(6)), "One.", "Two."]
    assert found.documents[0].is_markdown is False


@pytest.mark.parametrize("header", ['+++\ntitle = "{}"\n+++', '{{\n"title": "{}"\n}}'])
def test_samples_of_headers_in_code_do_not_make_a_file_hold_many(
    tmp_path: Path, header: str
) -> None:
    samples = (f"```\n{header.format(name)}\n```" for name in ("One", "Two"))
    document = one(tmp_path, "# Headers\n\n" + "\n\nOr so:\n\n".join(samples) + "\n")
    assert document.title == "Headers"


def test_repeats_empty_files_and_other_formats_are_counted(tmp_path: Path) -> None:
    files = {
        **dict.fromkeys(("a.md", "b.md"), "The same."),
        "c.md": "---\ntitle: Nothing\n---\n",
        "d.org": "* Org\ncanary",
        "paper.tex": "\\section{canary}",
        "oil/lamp.tex": "canary",
        "f.md": "".join(f"[2026-11-29, 10:1{n}] {'AB'[n % 2]}: canary\n" for n in range(3)),
        "e.json": '{"canary": 1}',
    }
    found = read(tmp_path, files)
    assert [document.text for document in found.documents] == ["The same."]
    assert found.left_out == {"duplicate": 1, "empty": 1, "unsupported": 4}
    assert found.unread == ("e.json",)


def test_words_between_rules_are_no_header_and_nothing_of_them_is_lost(tmp_path: Path) -> None:
    text = "---\n\nWords between.\n\n---\n\nThe rest."
    assert one(tmp_path, text).text == text
    assert one(tmp_path / "2", "# T\n\n---\n\nRule.").text == "---\n\nRule."


def test_damaged_texts_are_reported_and_the_others_read(tmp_path: Path) -> None:
    files = {"a.md": b"caf\xe9 au lait", "b.md": b"\0\1\2binary\0", "c.md": "Fine."}
    found = read(tmp_path, files)
    assert [document.text for document in found.documents] == ["café au lait", "Fine."]
    assert found.left_out == {"unsupported": 1}


def test_links_from_the_root_lead_to_the_website_if_its_address_is_known(tmp_path: Path) -> None:
    files = {
        "_config.yml": 'url: "https://bread.example/"\ntimezone: Europe/Berlin\n',
        "_posts/2024-01-02-a.md": "---\ntitle: A\n---\n"
        "[rye](/rye/) ![a](/a.png) [b](https://b.example)",
    }
    (document,) = read(tmp_path, files).documents
    assert document.text == "[rye](https://bread.example/rye/) ![a](/a.png) [b](https://b.example)"
    assert document.date == datetime(2024, 1, 1, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("posts/_index.md", "+++\ndraft = true\n+++\n"),
        ("posts/_index.md", "---\ncascade:\n  draft: true\n---\n"),
        ("posts/posts.json", '{"draft": true}'),
        ("posts/posts.11tydata.json", '{"permalink": false}'),
    ],
)
def test_a_section_that_is_a_draft_holds_its_texts_back(
    tmp_path: Path, name: str, content: str
) -> None:
    found = read(tmp_path, {name: content, "posts/a.md": "canary", "b.md": "Public."})
    assert [document.text for document in found.documents] == ["Public."]


def test_a_header_that_repeats_itself_without_end_is_read_line_by_line(tmp_path: Path) -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 9)]
    header = "\n".join(["l0: &l0 [x, x]", *levels, "title: T", "tags: *l8"])
    document = one(tmp_path, f"---\n{header}\n---\nText.")
    assert (document.title, document.text) == ("T", "Text.")
