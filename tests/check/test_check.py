"""Whether an output is fit to be published."""

import json
import re
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from sitegen.check import check_site
from sitegen.check.parsed import ParseFunction
from sitegen.configuration.file import load_config
from sitegen.engine.builder import build_site
from sitegen.engine.executors import ProcessExecutor
from sitegen.errors import ContentError
from sitegen.importer import ImportRequest, apply_import, plan_import
from tests.checking import broken, check, themed, told, warned
from tests.digest import NOW, Digest
from tests.effort import EFFORT
from tests.media import files
from tests.paths import ROOT

DUMP = ROOT.parent / "shared/dumps/essay-and-posts.txt"


def test_a_broken_link_is_named_with_its_place_in_the_text(digest: Digest) -> None:
    digest.page("essays/on-lamps.md", "# On lamps", title="On lamps")
    assert broken(digest.post("one", "First.\n\nSee [it](/essays/on-lampz/).")) == (
        "content/topics/craft/one.md:6:10: "
        "the link to “/essays/on-lampz/” on /posts/one/ leads nowhere\n"
        "    See [it](/essays/on-lampz/).\n"
        "help: did you mean “/essays/on-lamps/”?"
    )


@pytest.mark.parametrize(
    "text",
    [
        "[a](/gone/)",
        "[a](/gone/ 'title')",
        "[a][1]\n\n[1]: /gone/",
        "[a](https://digest.example/gone/)",
        "https://digest.example/gone/.",
        "<https://digest.example/gone/>",
        '<a href="/gone/">a</a>',
        "<a href='/gone/'>a</a>",
        '<img alt="" src="/gone/">',
        '<img alt="" src="/" srcset="/ 1x, /gone/ 2x">',
        "[a](/gone/?q=1&amp;b=2)",
        "[a](</gone/>)",
        "[a][1]\n\n[1]: </gone/>",
        '<IMG alt="a <b> c" SRC = /gone/>',
        '<video poster="/gone/"></video>',
        '<object data="/gone/"></object>',
        '<blockquote cite="/gone/">a</blockquote>',
        '<form action="/gone/"></form>',
        '<p style="background: url(/gone/)">a</p>',
        "<style>@import '/gone/';</style>",
        "[a](../gone/)",
        "[a](../../about/gone/../../gone/)",
    ],
)
def test_a_broken_link_is_found_however_it_is_written(digest: Digest, text: str) -> None:
    (error,) = check(digest.page("about.md", text).build()).broken_links
    assert "“/gone/" in error.message
    assert error.path == digest.root / "content/about.md"
    assert error.source is not None
    assert error.column is not None
    assert "gone/" in error.source[error.column - 1 :]


@pytest.mark.parametrize(
    "text",
    [
        "[a](/posts/one/)",
        "[a](/posts/one)",
        "[a](/posts/one/index.html?from=here)",
        "[a](../posts/one/)",
        "[a](/sp%C3%A4t/)",
        "[a](../../../posts/one/index.html)",
        "[a](/feed.xml)",
        "[a](http://DIGEST.example/posts/one/)",
        "[a](#top) [b](#heading)\n\n## Heading",
        "[a](/about/#heading)\n\n## Heading",
        '<a name="old"></a>[a](#old)',
        "[a](/posts/one/#:~:text=A%20post)",
        "[a](mailto:me@digest.example) [b](tel:1) <a href='http://[x'>c</a>",
        "[a](https://elsewhere.example/gone/) [b](//elsewhere.example/)",
        "[a](/robots.txt)",
        "`[a](/gone/)` and `href='/gone/'`",
    ],
)
def test_a_valid_link_is_not_broken(digest: Digest, text: str) -> None:
    digest.post("one").page("spät.md", "Late.").page("about.md", text)
    assert broken(digest.write("output/robots.txt", "")) == ""


def test_a_link_to_an_element_that_is_not_on_the_page_is_broken(digest: Digest) -> None:
    digest.page("essays/on-lamps.md", "## Notes", title="On lamps")
    said = broken(digest.post("one", "[n](/essays/on-lamps/#nots)"))
    assert "leads nowhere: the page has no “nots”" in said
    assert "did you mean “/essays/on-lamps/#notes”?" in said


def test_a_link_to_an_element_that_is_not_on_its_own_page_is_broken(digest: Digest) -> None:
    said = broken(digest.page("about.md", "[n](#nots)\n\n## Notes"))
    assert "about.md:4:5" in said
    assert "did you mean “/about/#notes”?" in said


def test_below_a_path_only_that_path_is_the_site(digest: Digest) -> None:
    digest.write("sitegen.toml", 'base_url = "https://host.example/sub"\n')
    outside = "[a](https://host.example/other/) [b](https://host.example/subway/)"
    digest.page("about.md", f"{outside} [c](https://host.example/sub/gone/)")
    assert broken(digest).count("leads nowhere") == 1


def test_a_missing_picture_is_named_with_the_place_where_it_should_be(digest: Digest) -> None:
    said = broken(digest.post("one", "![A cat](/media/cat.png)"))
    assert "one.md:4:10: the picture “/media/cat.png” on /posts/one/ is not there" in said
    assert "help: put the picture at content/media/cat.png" in said


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("draft", "true", "is a draft"),
        ("hidden", "true", "is hidden"),
        ("date", "2099-01-01", "is dated in the future"),
        ("publishDate", "2099-01-01", "is dated in the future"),
        ("expiryDate", "2020-01-01", "has expired"),
    ],
)
def test_a_link_to_a_page_that_is_not_published_says_so(
    digest: Digest, key: str, value: str, why: str
) -> None:
    digest.post("other", **{key: value}).post("one", "[o](/posts/other/)")
    said = broken(digest)
    assert f"leads nowhere: content/topics/craft/other.md {why}" in said
    assert "publish that page, or take the link out" in said


def test_a_link_to_a_post_whose_topic_is_not_published_names_the_topic(digest: Digest) -> None:
    digest.post("other").write("content/topics/craft/_index.md", "---\ndraft: true\n---\n")
    said = broken(digest.post("one", "[o](/posts/other/)", topic="play"))
    assert "leads nowhere: content/topics/craft/_index.md is a draft" in said


@pytest.mark.parametrize("link", ["two.md", "/topics/craft/two.md", "/content/topics/craft/two.md"])
def test_a_link_to_a_markdown_file_gets_the_address_as_a_hint(digest: Digest, link: str) -> None:
    said = broken(digest.post("two").post("one", f"[two]({link})"))
    assert "name the page by its address: “/posts/two/”" in said


def test_no_page_is_proposed_only_for_its_folder(digest: Digest) -> None:
    said = broken(digest.post("a").post("one", "[n](/posts/nope/)"))
    assert "help: correct the address, or take it out" in said


def test_a_page_is_proposed_for_its_name_in_another_folder(digest: Digest) -> None:
    said = broken(digest.post("two").post("one", "[two](/topics/craft/two/)"))
    assert "did you mean “/posts/two/”?" in said


def test_a_link_that_works_only_on_its_own_page_is_reported(digest: Digest) -> None:
    said = broken(digest.post("two").post("one", "[two](../two/)"))
    assert "one.md:4:7: the link to “/two/” on the front page leads nowhere" in said
    assert "other pages show this text too: write “/posts/two/”" in said


def test_a_page_that_is_not_published_is_not_blamed_for_the_picture_of_another(
    digest: Digest,
) -> None:
    digest.post("later", "![A lamp](lamp.jpg)", date="2999-01-01")
    found = broken(digest.post("one", "![A lamp](lamp.jpg)"))
    assert "one.md:" in found
    assert "later.md" not in found


def test_a_broken_link_is_reported_once_however_many_pages_show_it(digest: Digest) -> None:
    digest.post("one", "[a](/gone/)").post("two", "[a](/gone/)")
    assert broken(digest).count("leads nowhere") == 2


def test_a_link_in_a_note_is_found_in_the_front_matter(digest: Digest) -> None:
    said = broken(digest.post("one", note="'see [it](/gone/)'"))
    assert said.startswith("content/topics/craft/one.md:2:17")


def test_a_broken_link_of_a_template_is_reported_once_with_its_place(digest: Digest) -> None:
    footer = '{% block footer %}\n<a href="/imprint/">I</a>{% endblock %}'
    said = broken(themed(digest, footer).post("one"))
    assert said.startswith(
        "themes/mine/templates/base.html:3:10: the link to “/imprint/” on the front page and "
    )
    assert "more pages leads nowhere" in said
    assert said.count("leads nowhere") == 1


def test_a_broken_link_that_no_file_holds_is_reported_once_for_all_pages(digest: Digest) -> None:
    footer = """{% block footer %}<a href="{{ url('impr' ~ 'int/') }}">I</a>{% endblock %}"""
    said = broken(themed(digest, footer).post("one"))
    assert said.startswith("output/index.html: the link to “/imprint/” on the front page and ")
    assert "look in the templates of the theme" in said
    assert said.count("leads nowhere") == 1


def test_resources_of_a_stylesheet_must_exist(digest: Digest) -> None:
    css = "/* url(no.png) */ a { background: url('../media/bg.png') } b { filter: url(#f) }"
    themed(digest, "").write("themes/mine/static/own.css", css)
    said = broken(digest)
    assert said.count("is not there") == 1
    assert "the file “/media/bg.png” in /static/own.css is not there" in said


def test_resources_of_an_inline_style_must_exist(digest: Digest) -> None:
    style = '<style>p { background: url(/a.png) }</style><p style="background: url(/b.png)">'
    said = broken(digest.page("about.md", style))
    assert "“/a.png”" in said
    assert "“/b.png”" in said


def test_links_in_a_feed_must_have_a_target(digest: Digest) -> None:
    """A feed holds texts in full, and stays as it was only if a build made it so."""
    digest.post("one", "[a](/gone/)").build()
    files = frozenset(digest.files())
    names = ["feed.xml", "feed.json", "sitemap.xml"]
    work = ParseFunction(digest.root / "output", "https://digest.example/", files)
    assert [len(reading.broken) for reading in work(names)] == [1, 1, 0]
    work = ParseFunction(
        digest.root / "output", "https://digest.example/", files - {"posts/one/index.html"}
    )
    assert [len(reading.broken) for reading in work(names)] == [2, 2, 1]


# Other things that make an output unfit


def test_without_an_address_of_the_site_there_is_a_warning(digest: Digest) -> None:
    digest.write("sitegen.toml", "title = 'x'\n")
    assert warned(digest).startswith("sitegen.toml: “base_url” is not set")


def test_an_id_that_two_elements_have_is_a_warning(digest: Digest) -> None:
    said = warned(digest.page("about.md", '<p id="x">a</p><p id="x">b</p> [x](#x)'))
    assert said.startswith("content/about.md: on /about/, two elements have the id “x”")


def test_a_picture_without_alt_is_a_warning(digest: Digest) -> None:
    digest.write("content/media/dot.svg", "<svg/>")
    text = '<img src="/media/dot.svg"> <img src="/media/dot.svg" alt=""> ![](/media/dot.svg)'
    said = warned(digest.page("about.md", "First.\n\n" + text))
    assert "about.md:6:11: on /about/, the picture “/media/dot.svg” has no text" in said


def test_media_that_no_page_shows_are_a_warning_as_they_are_published(digest: Digest) -> None:
    themed(digest, "<link rel=stylesheet href='/static/own.css'>")
    digest.write("themes/mine/static/own.css", "a { background: url('../media/bg.svg') }")
    for name in ("bg.svg", "linked.svg", "shown, too.svg"):
        digest.write(f"content/media/{name}", "<svg/>")
    digest.write("content/media/large.jpg", files.jpeg(size=(2000, 1500)))
    digest.write("content/static/robots.txt", "Not among the media.")
    text = "![A lamp](/media/large.jpg) ![A dot](</media/shown, too.svg>)"
    assert "no page shows" not in warned(
        digest.post("one", text).post("two", "[a](/media/linked.svg)")
    )
    digest.post("one", text, draft="true")
    assert (
        "content/media/large.jpg: no page shows media/large.jpg, media/shown, too.svg, but they "
        "are published\nhelp: delete what no other site links to"
    ) in warned(digest)
    assert check(digest).other_problems == ()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("themes/mine/static/slides.js", "show('../media/a lamp.svg')"),
        ("content/static/slides.json", '["/media/a%20lamp.svg"]'),
    ],
)
def test_media_that_a_script_or_its_data_names_are_not_called_unused(
    digest: Digest, file: str, text: str
) -> None:
    themed(digest, "<script src='/static/slides.js'></script>")
    digest.write("themes/mine/static/slides.js", "").write("content/media/a lamp.svg", "<svg/>")
    assert "no page shows media/a lamp.svg" in warned(digest.post("one"))
    assert "no page shows" not in warned(digest.write(file, text))


def test_a_page_without_a_title_is_a_problem(digest: Digest) -> None:
    digest.write("sitegen.toml", 'theme = "mine"\nbase_url = "https://digest.example/"\n').post(
        "one"
    )
    digest.write("themes/mine/templates/post.html", "<title> </title><svg><title>No</title></svg>")
    (problem,) = check(digest.build()).other_problems
    assert problem.message == "/posts/one/ has no title"
    digest.write("themes/mine/templates/post.html", "<title>&amp;</title>")
    assert check(digest.build()).problems == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('<script src="https://cdn.example/x"></script>', "script"),
        ('<script src="//cdn.example/x"></script>', "script"),
        ('<img alt="" src="http://cdn.example/x">', "picture"),
        ('<link rel="stylesheet" href="https://cdn.example/x">', "stylesheet"),
        ('<iframe title="f" src="https://cdn.example/x"></iframe>', "frame"),
        ('<p style="background: url(https://cdn.example/x)">', "file"),
        ("![A picture](https://cdn.example/x)", "picture"),
    ],
)
def test_a_resource_from_a_third_party_is_a_warning(digest: Digest, text: str, what: str) -> None:
    said = warned(digest.page("about.md", text))
    assert re.search(rf"on /about/, the {what} “https?://cdn.example/x” comes from a third", said)


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://elsewhere.example/x)",
        '<link rel="canonical" href="https://elsewhere.example/x">',
        '<img alt="" src="data:image/png;base64,AA==">',
        '<img alt="" src="https://digest.example/media/dot.svg">',
    ],
)
def test_a_link_to_a_third_party_is_not_a_warning(digest: Digest, text: str) -> None:
    digest.write("content/media/dot.svg", "<svg/>")
    digest.page("shown.md", "[A dot](/media/dot.svg)")
    assert warned(digest.page("about.md", text)) == ""


def test_html_files_in_media_are_checked_only_for_links(digest: Digest) -> None:
    digest.write("content/media/old.html", '<p id="a"><p id="a"><img src="gone.png">')
    digest.page("about.md", "[Old](/media/old.html)")
    result = check(digest.build())
    assert told(digest, *result.broken_links).startswith("content/media/old.html:1:31: the picture")
    assert (result.other_problems, result.warnings) == ((), ())


# Whole digests


def test_the_sample_digest_passes_the_check(tmp_path: Path) -> None:
    for folder in ("content", "themes"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    build_site(tmp_path)
    result = check_site(tmp_path)
    assert (result.problems, result.warnings) == ((), ())


@pytest.mark.skipif(not DUMP.exists(), reason="the dump is not in the repository")
def test_an_imported_dump_passes_the_check(digest: Digest) -> None:
    config = load_config(digest.root)
    apply_import(plan_import(ImportRequest(dumps=(DUMP,), now=NOW), config), config)
    result = check(digest.build())
    assert (result.problems, result.warnings) == ((), ())


def test_worker_processes_find_the_same(digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.check._FEW", 1)
    for number in range(3):
        digest.post(f"post-{number}", "[a](/gone/) [b](/#gone)")
    digest.build()
    found = check_site(digest.root, now=NOW, executor=ProcessExecutor())
    assert told(digest, *found.broken_links) == told(digest, *check(digest).broken_links)


NAMES = st.text("abc .%#?&'\"+;=~()[]{}äß日", min_size=1, max_size=6).filter(
    lambda name: not name.startswith(".") and name.strip() == name
)


@pytest.mark.slow
@settings(max_examples=8 * EFFORT)
@given(
    posts=st.dictionaries(NAMES, st.tuples(NAMES, NAMES), min_size=1, max_size=5),
    theme=st.sampled_from(["default", "wire"]),
    base_url=st.sampled_from(["", "https://digest.example", "https://host.example/sub/a%20b/"]),
)
def test_no_link_that_sitegen_makes_is_broken(
    posts: dict[str, tuple[str, str]], theme: str, base_url: str
) -> None:
    """Whatever pages, topics and authors are called, and wherever the site stands."""
    with tempfile.TemporaryDirectory() as folder:
        digest = Digest(Path(folder).resolve())
        digest.write("sitegen.toml", f'theme = "{theme}"\nbase_url = "{base_url}"\npage_size = 2\n')
        for name, (topic, author) in posts.items():
            digest.post(name, topic=topic, author=json.dumps(author), date="2024-01-01")
            digest.page(f"essays/{name}.md", "## A part\n\n## Another", title=json.dumps(name))
        try:
            digest.build()
        except ContentError:  # two of them ask for one address
            reject()
        assert told(digest, *check(digest).broken_links) == ""
