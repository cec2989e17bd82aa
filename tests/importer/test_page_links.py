"""Links within the website of a dump lead to pages of the digest, or only their words stay."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from sitegen.configuration.settings import Config
from sitegen.importer import ImportPlan, ImportRequest, apply_import, plan_import
from tests.digest import NOW
from tests.media.files import png


def _plan(tmp_path: Path, dump: Path) -> ImportPlan:
    request = ImportRequest(dumps=(dump,), now=NOW)
    return plan_import(request, Config(root=tmp_path / "digest"))


def _folder(tmp_path: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "site"


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
