"""Links within the website of a dump lead to pages of the digest, or only their words stay."""

import json
import re
from pathlib import Path
from time import process_time

from sitegen.configuration.settings import Config
from sitegen.importer import Filters, ImportPlan, ImportRequest, apply_import, plan_import
from sitegen.readers.markdown.links import links_in
from tests.digest import NOW
from tests.files import Files, write_folder
from tests.media.files import png


def _plan(tmp_path: Path, *dumps: Path, filters: Filters | None = None) -> ImportPlan:
    request = ImportRequest(dumps=dumps, now=NOW, filters=filters or Filters())
    return plan_import(request, Config(root=tmp_path / "digest"))


def _import(tmp_path: Path, *dumps: Path, filters: Filters | None = None) -> ImportPlan:
    plan = _plan(tmp_path, *dumps, filters=filters)
    apply_import(plan, Config(root=tmp_path / "digest"))
    return plan


def _folder(tmp_path: Path, files: Files) -> Path:
    return write_folder(tmp_path / "site", files)


def _text(plan: ImportPlan, title: str) -> str:
    return next(d.text for d in plan.documents if d.title == title)


_POSTS = {
    "_posts/2020-01-02-wick.md": "---\ntitle: Of wicks\n---\nThe wick burns.\n",
    "about.md": "---\ntitle: Who\npermalink: /about-us/\n---\nI trim lamps.\n",
}


def test_a_link_leads_to_the_page_of_the_text_that_stood_at_its_address(tmp_path: Path) -> None:
    links = "[a](/2020/01/02/wick.html), [b](/wick/#top), [c](../wick), [d](/about-us) and [e][1]"
    oil = f"---\ntitle: Oil\n---\nSee {links}.\n\n`[f](/wick)`\n\n[1]: /posts/wick/\n"
    plan = _plan(tmp_path, _folder(tmp_path, {**_POSTS, "_posts/2020-01-03-oil.md": oil}))
    assert _text(plan, "Oil") == (
        "See [a](/posts/of-wicks/), [b](/posts/of-wicks/), [c](/posts/of-wicks/), [d](/posts/who/)"
        " and [e][1].\n\n`[f](/wick)`\n\n[1]: /posts/of-wicks/"
    )
    assert plan.read.sources[0].lost == ()


def test_a_tag_of_a_generator_for_a_link_leads_to_the_page_of_the_text_it_names(
    tmp_path: Path,
) -> None:
    links = (
        '[a]({{< relref "2020-01-02-wick.md#top" >}}), [b]({{< ref "/posts/wick" >}}),'
        ' [c]({% post_url 2020-01-02-wick %}) and [d]({{< ref "/posts/gone" >}})'
    )
    site = {**_POSTS, "config.toml": 'baseURL = "https://lamps.example/"\n'}
    oil = f"---\ntitle: Oil\n---\nSee {links}.\n"
    plan = _plan(tmp_path, _folder(tmp_path, {**site, "_posts/2020-01-03-oil.md": oil}))
    assert _text(plan, "Oil").strip() == (
        "See [a](/posts/of-wicks/), [b](/posts/of-wicks/), [c](/posts/of-wicks/) and d."
    )


def test_of_a_link_to_nowhere_the_words_stay_and_the_report_says_so(tmp_path: Path) -> None:
    links = "[tags](/tags/wick), [*home*](/) and [e][1]"
    oil = f"---\ntitle: Oil\n---\nSee {links}.\n\n[1]: ../gone/\n[Ann]: No.\n"
    plan = _plan(tmp_path, _folder(tmp_path, {**_POSTS, "_posts/2020-01-03-oil.md": oil}))
    assert _text(plan, "Oil").split("\n")[0] == "See tags, *home* and e."
    assert "[Ann]: No." in _text(plan, "Oil")
    lost = [found.what for found in plan.read.sources[0].lost]
    assert sorted(lost) == [f"the target of a link to {a}" for a in ("../gone/", "/", "/tags/wick")]


def test_a_link_leads_to_the_website_if_another_text_tells_its_address(tmp_path: Path) -> None:
    dump = tmp_path / "posts.json"
    records = [
        {"url": "https://lamps.example/wick/", "title": "Wick", "body": "It burns."},
        {"url": "https://lamps.example/oil/", "title": "Oil", "body": "[a](/about) [w](/wick/)"},
    ]
    dump.write_text(json.dumps(records), "utf-8")
    plan = _plan(tmp_path, dump)
    assert _text(plan, "Oil") == "[a](https://lamps.example/about) [w](/posts/wick/)"


def test_links_in_html_lead_to_pages_too_and_stay_when_imported_again(tmp_path: Path) -> None:
    dump = tmp_path / "posts.json"
    records = [
        {"slug": "wick", "title": "Of wicks", "html": "<p>It burns.</p>"},
        {"slug": "oil", "title": "Oil", "html": '<p><a href="/b/wick/">w</a></p>'},
        {"slug": "gas", "title": "Gas", "html": '<p><a href="/blog/wick/">w</a> it is.</p>'},
    ]
    dump.write_text(json.dumps(records), "utf-8")
    plan = _plan(tmp_path, dump)
    assert (_text(plan, "Oil"), _text(plan, "Gas")) == ("w", "[w](/posts/of-wicks/) it is.")
    config = Config(root=tmp_path / "digest")
    apply_import(plan, config)
    page = config.content / next(page.path for page in plan.pages if page.document.title == "Gas")
    assert "[w](/posts/of-wicks/) it is." in page.read_text("utf-8")
    again = _plan(tmp_path, dump)
    assert {page.action for page in again.pages} == {"unchanged"}


def test_a_link_to_a_file_leads_to_the_picture_it_is_or_its_words_stay(tmp_path: Path) -> None:
    picture = tmp_path / "site" / "pictures" / "wick.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(png())
    links = "[a](pictures/wick.png), [b](/pictures/wick.png), [c](wicks.epub), [d](gone.jpg)"
    dump = _folder(tmp_path, {"oil.md": f"---\ntitle: Oil\n---\nSee {links} and [e](node.js).\n"})
    plan = _plan(tmp_path, dump)
    apply_import(plan, Config(root=tmp_path / "digest"))
    (page,) = (tmp_path / "digest" / "content").rglob("oil.md")
    text = page.read_text("utf-8").splitlines()[-1]
    assert re.sub(r"wick-\w+", "wick", text) == (
        "See [a](/media/wick.png), [b](/media/wick.png), c, d and e."
    )


def test_a_link_leads_to_a_page_that_is_named_by_words_around_a_lost_link(tmp_path: Path) -> None:
    dump = tmp_path / "posts.json"
    words = "it drinks the oil of the lamp on the table in our hall at night"
    records = [
        {"slug": "wick", "html": f'<p><a href="/gone/">Trim the wick</a> so that {words}</p>'},
        {"slug": "oil", "html": '<p>Oil: <a href="/wick/">w</a></p>'},
    ]
    dump.write_text(json.dumps(records), "utf-8")
    plan = _plan(tmp_path, dump)
    wick, oil = plan.pages
    assert oil.document.text == f"Oil: [w](/posts/{wick.path.stem}/)"


_NOTES = {
    "vault/.obsidian/app.json": "{}",
    "vault/Notes/Of wicks.md": "---\naliases: [Wick]\n---\nThe wick burns.\n\n## Trim *it*\n",
    "vault/Notes/Gas.md": "Gas is bright.\n",
    "vault/More/Gas.md": "Gas is dear.\n",
    "vault/Notes/canary.md": "---\npublish: false\n---\nA canary.\n",
}


def test_links_between_notes_lead_to_pages_or_only_their_words_stay(tmp_path: Path) -> None:
    oil = (
        "[[Of wicks]], [[Notes/Of wicks#Trim it|trim]], [[wick]], ![[Of wicks]],"
        " [a](<../Notes/Of wicks.md>), [b](../Notes/Of%20wicks.md#trim-it), [c][1] `[[A]]`\n\n"
        "Words: [[Gas]], [[Gone|d]], [e](../Notes/canary.md), [[canary|f]], [g](./Wick.md).\n\n"
        "[1]: <../Notes/Of wicks.md>\n"
    )
    dump = _folder(tmp_path, {**_NOTES, "vault/Essays/Oil.md": oil})
    plan = _plan(tmp_path, dump)
    to, part = "(/posts/of-wicks/)", "(/posts/of-wicks/#trim-it)"
    assert _text(plan, "Oil") == (
        f"[Of wicks]{to}, [trim]{part}, [wick]{to}, [Of wicks]{to}, [a]{to}, [b]{part}, [c][1]"
        " `[[A]]`"
        "\n\nWords: Gas, d, e, f, g.\n\n[1]: /posts/of-wicks/"
    )
    (lost,) = plan.read.sources[0].lost
    assert lost.what == "the target of 5 links to another text"


def test_links_between_files_lead_to_pages_of_a_website_too(tmp_path: Path) -> None:
    site = {**_POSTS, "config.toml": 'baseURL = "https://lamps.example/"\n'}
    links = (
        "[a](2020-01-02-wick.md), [b](/_posts/2020-01-02-wick.md), [c](/wick/), [d](/gone/),"
        " [e](https://lamps.example/wick/), [f](/posts/gone.md) and [g](../drafts/wick.md)"
    )
    oil = f"---\ntitle: Oil\n---\nSee {links}.\n"
    plan = _plan(tmp_path, _folder(tmp_path, {**site, "_posts/2020-01-03-oil.md": oil}))
    to = "(/posts/of-wicks/)"
    assert _text(plan, "Oil") == (
        f"See [a]{to}, [b]{to}, [c]{to}, [d](https://lamps.example/gone/), [e]{to}, f and g."
    )


def test_links_lead_to_pages_of_earlier_imports_that_the_editor_shows(tmp_path: Path) -> None:
    dump = _folder(tmp_path, {**_NOTES, "vault/Oil.md": "See [[Of wicks]].\n\n#lamp\n"})
    wicks = Filters(match="wick burns")
    _import(tmp_path, dump, filters=wicks)
    later = tmp_path / "later"
    later.mkdir()
    (later / "Flame.md").write_text("See [[Of wicks|w]] and [x](of-wicks.md).\n", "utf-8")
    (later / "Spark.md").write_text("A spark.\n", "utf-8")
    both = _plan(tmp_path, dump, later)
    assert _text(both, "Oil").startswith("See [Of wicks](/posts/of-wicks/).")
    (flame,) = [d.text for d in _plan(tmp_path, later).documents if "See" in d.text]
    assert flame == "See [w](/posts/of-wicks/) and [x](/posts/of-wicks/)."
    (page,) = (tmp_path / "digest").rglob("of-wicks.md")
    page.write_text(page.read_text("utf-8").replace("---\n", "---\nhidden: true\n", 1), "utf-8")
    (flame,) = [d.text for d in _plan(tmp_path, later).documents if "See" in d.text]
    assert flame == "See w and x."


def test_no_link_leads_to_a_page_that_filters_may_leave_out(tmp_path: Path) -> None:
    dump = _folder(tmp_path, {**_NOTES, "vault/Oil.md": "See [[Of wicks]] of the lamp.\n"})
    topic = next(t.title for t in _plan(tmp_path, dump).topics)
    plan = _plan(tmp_path, dump, filters=Filters(topic=topic))
    assert not [d for d in plan.documents if "/posts/" in d.text]
    plan = _plan(tmp_path, dump, filters=Filters(match="See"))
    assert [d.text for d in plan.documents] == ["See Of wicks of the lamp."]


def test_a_link_to_the_address_of_another_post_leads_to_its_page(tmp_path: Path) -> None:
    links = "".join(
        f'<p><a href="https://{address}">{words}</a></p>'
        for words, address in (
            ("w", "www.lamps.example/2020/wick#top"),
            ("home", "lamps.example/"),
            ("other", "lamps.example/2020/oil"),
        )
    )
    records = [
        {"url": "https://lamps.example/2020/wick/", "title": "Of wicks", "html": "<p>Burns.</p>"},
        {"url": "https://lamps.example/2020/gas/", "title": "Gas", "html": links},
    ]
    dump = tmp_path / "posts.json"
    dump.write_text(json.dumps(records), "utf-8")
    assert _text(_plan(tmp_path, dump), "Gas").split("\n\n") == [
        "[w](/posts/of-wicks/)",
        "[home](https://lamps.example/)",
        "[other](https://lamps.example/2020/oil)",
    ]


def test_links_between_notes_of_bear_joplin_and_notion_lead_to_pages(tmp_path: Path) -> None:
    one, two, gone = "1" * 32, "2" * 32, "3" * 32
    joplin = f"See [it](:/{two}) and [more](:/{gone}).\n\nid: {one}\nparent_id: \ntype_: 1"
    notion = f"# Oil\n\nSee [it](Of%20wicks%20{two}.md) and [more](Tools%20{gone}.csv).\n"
    html = f'<a href="Of%20wicks%20{two}.html">it</a> and <a href="Tools%20{gone}.csv">more</a>'
    page = '<article><h1 class="page-title">{}</h1><div class="page-body"><p>{}</p></div></article>'
    dumps = {
        "bear": {
            "Oil.textbundle/text.md": "# Oil\n\nSee [[Of wicks|it]] and [[Tools|more]].\n",
            "Of wicks.textbundle/text.md": "# Of wicks\n\nThey burn.\n",
        },
        "joplin": {
            f"{one}.md": f"Oil\n\n{joplin}",
            f"{two}.md": f"Of wicks\n\nThey burn.\n\nid: {two}\nparent_id: \ntype_: 1",
        },
        "notion": {
            f"Oil {one}.md": notion,
            f"Of wicks {two}.md": "# Of wicks\n\nThey burn.\n",
        },
        "notion-html": {
            f"Oil {one}.html": page.format("Oil", f"See {html}."),
            f"Of wicks {two}.html": page.format("Of wicks", "They burn."),
        },
    }
    for name, files in dumps.items():
        dump = _folder(tmp_path / name, files)
        assert _text(_plan(tmp_path, dump), "Oil") == "See [it](/posts/of-wicks/) and more.", name


def test_links_between_pages_of_lektor_lead_to_their_folders(tmp_path: Path) -> None:
    post = "title: {}\n---\npub_date: 2024-01-02\n---\nbody: {}\n"
    files = {
        "content/contents.lr": "title: Home",
        "content/blog/a/contents.lr": post.format("Oil", "See [it](../b/), [wicks](/blog/b)."),
        "content/blog/b/contents.lr": post.format("Of wicks", "They burn."),
    }
    plan = _plan(tmp_path, _folder(tmp_path / "lektor", files))
    assert _text(plan, "Oil") == "See [it](/posts/of-wicks/), [wicks](/posts/of-wicks/)."


def test_the_headings_of_a_text_are_looked_for_once_for_all_links_to_it(tmp_path: Path) -> None:
    terms = [f"Term {number}" for number in range(400)]
    glossary = "\n\n".join(f"## {term}\n\nIt is a word." for term in terms)
    links = " ".join(f"[{term}](glossary.md#{term.replace(' ', '-')})" for term in terms)
    started = process_time()
    plan = _plan(tmp_path, _folder(tmp_path, {"glossary.md": glossary, "links.md": links}))
    assert "#term-399)" in "".join(document.text for document in plan.documents)
    assert process_time() - started < 1.0  # 0.3 s; 2 s if it is done for each link


def test_links_are_found_at_once_also_after_a_bracket_that_is_not_closed() -> None:
    assert list(links_in("[" + "![]()" * 5_000 + " [a](/b)")) == ["/b"]


def test_a_link_to_a_heading_of_the_same_text_leads_to_it_as_other_programs_write_it(
    tmp_path: Path,
) -> None:
    text = "---\ntitle: Oil\n---\nSee [wax](#oil--wax), [b](#b).\n\n## Oil & wax\n\nIt burns.\n"
    plan = _plan(tmp_path, _folder(tmp_path, {"a.md": text, "b.md": "Words."}))
    assert _text(plan, "Oil").startswith("See [wax](#oil-wax), [b](#b).")


def test_a_link_to_a_part_of_a_text_leads_to_what_the_part_became(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(
        "# Oil\n\nSee [wicks](#cotton--rag) and [them](#glass).\n\n# Cotton & rag\n\nThey burn.\n"
    )
    plan = _plan(tmp_path, tmp_path / "notes.md")
    assert _text(plan, "Oil") == "See [wicks](/posts/cotton-rag/) and them."
