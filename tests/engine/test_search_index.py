"""The search of a digest: its page, its marks, and its index among the other files."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from sitegen.check import check_site
from sitegen.engine.builder import Builder
from sitegen.errors import OutputError
from sitegen.search import pagefind
from sitegen.verify import verify_output
from tests.clean_build import digests
from tests.digest import CONFIG, NOW, Digest

SEARCH = CONFIG + "[editions]\nsearch = true\n"


def documents(digest: Digest) -> dict[str, list[str]]:
    """What the list of all texts holds, by address."""
    script = digest.html("search/documents.js")
    rows = json.loads(script.removeprefix("sitegenDocuments(").rstrip().removesuffix(")"))
    return {row[0]: row[1:] for row in rows}


def searched(root: Path) -> Digest:
    digest = Digest(root).write("sitegen.toml", SEARCH)
    digest.post("kettle", "The kettle *sings*.", author='"@ann"', date="2024-05-03")
    digest.post("lamp", "Die Lampe brennt.", topic="light", lang="de", title="Lampe")
    digest.page("essays/solder.md", "On solder.", title="Solder & flux")
    digest.page("about.md", "Who we are.", title="About")
    return digest.build()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    """A digest with a search, which no test changes."""
    return searched(tmp_path_factory.mktemp("searched"))


def index_of(digest: Digest) -> dict[str, str]:
    return {
        name: digest
        for name, digest in digests(digest.root / "output").items()
        if name.startswith(("pagefind/", "search/"))
    }


def test_without_the_setting_there_is_no_trace_of_a_search(tmp_path: Path) -> None:
    digest = Digest(tmp_path).post("kettle").build()
    digest.has_not("search", "pagefind", "static/sitegen-search.js", "static/sitegen-search-key.js")
    digest.lacks("posts/kettle/", "pagefind", "sitegen-search", 'rel="search"')


def test_the_page_of_the_search_names_everything_without_a_script(built: Digest) -> None:
    built.shows("search/", "The kettle sings", "Lampe", "Solder &amp; flux", "About")
    built.shows("search/", '<form class="search-form" role="search" hidden')


def test_every_page_leads_to_the_search(built: Digest) -> None:
    for address in ("", "posts/kettle/", "essays/solder/", "archive/"):
        built.shows(address, 'rel="search"', "sitegen-search-key.js")
    built.lacks("", "sitegen-search.js", "documents.js")


def test_the_list_of_texts_has_posts_essays_and_further_pages(built: Digest) -> None:
    found = documents(built)
    assert found["posts/kettle/"] == [
        *("en", "The kettle sings", "The kettle sings.", "Craft", "@ann", "3 May 2024", "2024"),
    ]
    assert found["posts/lamp/"][:4] == ["de", "Lampe", "Die Lampe brennt.", "Light"]
    assert found["essays/solder/"][1] == "Solder & flux"
    assert found["about/"][2] == "Who we are."
    assert len(found) == 4


def test_pagefind_indexes_each_language(built: Digest) -> None:
    languages = json.loads(built.html("pagefind/pagefind-entry.json"))["languages"]
    assert sorted(languages) == ["de", "en"]


def test_a_build_from_scratch_gives_the_same_index(built: Digest) -> None:
    assert not verify_output(built.root, built.root / "output", now=NOW)


def test_the_output_with_its_index_is_fit_to_be_published(built: Digest) -> None:
    result = check_site(built.root, now=NOW)
    assert not result.problems


def test_a_changed_text_changes_the_index_and_other_changes_do_not(tmp_path: Path) -> None:
    digest = searched(tmp_path)
    before = index_of(digest)
    digest.write("content/index.md", "Another welcome.\n").build()
    assert index_of(digest) == before
    digest.post("kettle", "The pot sings.", author='"@ann"', date="2024-05-03").build()
    assert documents(digest)["posts/kettle/"][2] == "The pot sings."
    assert index_of(digest) != before
    assert not verify_output(digest.root, digest.root / "output", now=NOW)


def test_a_file_of_the_index_that_was_removed_or_changed_comes_back(tmp_path: Path) -> None:
    digest = searched(tmp_path)
    before = index_of(digest)
    digest.remove("output/pagefind/pagefind.js").write("output/search/documents.js", "no").build()
    assert index_of(digest) == before
    assert digest.result is not None
    assert set(digest.result.reasons.values()) == {"it was removed or changed by hand"}


def test_a_search_that_is_turned_off_leaves_nothing(tmp_path: Path) -> None:
    digest = searched(tmp_path).write("sitegen.toml", CONFIG).build()
    digest.has_not("search", "pagefind", "static/sitegen-search.js")
    digest.lacks("posts/kettle/", "pagefind", "sitegen-search")


def test_a_file_of_the_editor_is_not_overwritten_by_the_index(tmp_path: Path) -> None:
    digest = Digest(tmp_path).write("sitegen.toml", SEARCH).post("kettle")
    digest.write("output/pagefind/pagefind.js", "mine")
    with pytest.raises(OutputError, match="not written by sitegen"):
        digest.build()
    assert digest.html("pagefind/pagefind.js") == "mine"


def test_the_index_waits_in_the_preview_until_nothing_is_saved(tmp_path: Path) -> None:
    digest = searched(tmp_path)
    before = index_of(digest)
    builder = Builder(digest.root)
    builder.build(NOW)
    digest.post("kettle", "The pot sings.", author='"@ann"', date="2024-05-03")
    change = digest.root / "content/topics/craft/kettle.md"
    assert builder.rebuild([change], NOW, defers_formats=True).deferred
    digest.shows("posts/kettle/", "The pot sings.")
    assert index_of(digest)["search/documents.js"] == before["search/documents.js"]
    result = builder.rebuild([], NOW)
    assert not result.deferred
    assert documents(digest)["posts/kettle/"][2] == "The pot sings."
    builder.close()
    assert not verify_output(digest.root, digest.root / "output", now=NOW)


def test_an_index_that_waited_when_the_preview_ended_is_refused_and_built_next_time(
    tmp_path: Path,
) -> None:
    digest = searched(tmp_path)
    builder = Builder(digest.root)
    builder.build(NOW)
    digest.post("kettle", "The pot sings.", author='"@ann"', date="2024-05-03")
    builder.rebuild([digest.root / "content/topics/craft/kettle.md"], NOW, defers_formats=True)
    builder.close()
    with pytest.raises(OutputError, match="what is searched changed"):
        check_site(digest.root, now=NOW)
    assert documents(digest.build())["posts/kettle/"][2] == "The pot sings."


def test_without_pagefind_the_list_of_texts_is_built_and_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind, "pagefind_version", lambda: "")
    monkeypatch.setattr("sitegen.output_formats.libraries.find_spec", lambda _: None)
    digest = searched(tmp_path)
    digest.has("search/documents.js", "search/index.html").has_not("pagefind")
    assert digest.result is not None
    assert [warning.hint for warning in digest.result.warnings] == [
        'install it: pip install "sitegen[search]"'
    ]
    monkeypatch.undo()
    digest.build().has("pagefind/pagefind.js")


def test_a_failing_pagefind_costs_its_index_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind, "_program", lambda: Path("/bin/false"))
    digest = searched(tmp_path)
    digest.has("search/documents.js").has_not("pagefind")
    assert digest.result is not None
    assert "Pagefind cannot index the pages" in str(digest.result.warnings[0])


def test_a_long_digest_has_several_pages_of_titles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.views.listings.LIST_LENGTH", 2)
    monkeypatch.setattr("sitegen.engine.artifact_planning.LIST_LENGTH", 2)
    digest = searched(tmp_path)
    digest.shows("search/", "Solder &amp; flux", "The kettle sings", "page/2/index.html")
    digest.shows("search/page/2/", "Lampe", "About").lacks("search/page/2/", "<form")


def test_a_save_stops_an_index_that_is_being_made(tmp_path: Path) -> None:
    digest = searched(tmp_path)
    before = index_of(digest)
    with closing(Builder(digest.root)) as builder:
        builder.build(NOW)
        digest.post("kettle", "The pot sings.", author='"@ann"', date="2024-05-03")
        asked: list[bool] = []

        def is_interrupted() -> bool:
            asked.append(True)
            return len(asked) > 4  # after the four pages are read

        assert builder.rebuild([], NOW, is_interrupted=is_interrupted).deferred
        assert index_of(digest)["search/documents.js"] == before["search/documents.js"]
        digest.shows("posts/kettle/", "The pot sings.")
        assert not builder.rebuild([], NOW, is_interrupted=lambda: False).deferred
    assert documents(digest)["posts/kettle/"][2] == "The pot sings."
    assert not verify_output(digest.root, digest.root / "output", now=NOW)


def test_a_theme_without_a_page_for_the_search_gets_a_warning_and_no_index(tmp_path: Path) -> None:
    digest = Digest(tmp_path).post("kettle")
    digest.write("sitegen.toml", f'theme = "bare"\n{SEARCH}')
    digest.write("themes/bare/theme.toml", 'extends = ""\ncontract = 1\n')
    for name in ("front", "topic", "post", "archive", "404"):
        digest.write(f"themes/bare/templates/{name}.html", "<title>A</title>{{ site.title }}")
    digest.build().has("posts/kettle/index.html").has_not("search", "pagefind")
    assert digest.result is not None
    assert "has no search.html" in str(digest.result.warnings[0])


def test_an_index_of_which_the_cache_knows_nothing_stays_until_it_is_made_anew(
    tmp_path: Path,
) -> None:
    digest = searched(tmp_path)
    before = index_of(digest)
    shutil.rmtree(tmp_path / ".sitegen")
    with closing(Builder(digest.root)) as builder:
        assert builder.build(NOW, defers_formats=True).deferred
        assert index_of(digest) == before
        assert not builder.rebuild([], NOW).written
    assert index_of(digest) == before
