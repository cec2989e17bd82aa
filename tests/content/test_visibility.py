"""Pages that are held back are counted, and each build says how many there are and why."""

import json
import time
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.cli.building import summary_of
from sitegen.engine.builder import build_site
from sitegen.engine.uptodate import check_up_to_date
from sitegen.filesystem.fingerprints import SETTLED_SECONDS
from sitegen.models import HeldBack
from sitegen.text.timestamps import parse_timestamp
from tests.digest import NOW, Digest


@pytest.fixture
def holding(digest: Digest) -> Digest:
    """A digest that holds back a page for each reason, and two drafts."""
    digest.post("shown").post("draft", draft="true").page("essays/draft.md", "D.", draft="true")
    digest.post("soon", date="2027-12-03").post("later", date="2028-01-01T08:00:00+09:00")
    return digest.page("essays/hidden.md", "H.", hidden="true")


def held_back(digest: Digest, *, drafts: bool = False) -> HeldBack:
    return build_site(digest.root, drafts=drafts, now=NOW).held_back


def test_each_page_held_back_is_counted_by_its_reason(holding: Digest) -> None:
    soon = parse_timestamp("2027-12-03", "UTC")
    assert held_back(holding) == HeldBack(drafts=2, future=2, hidden=1, next=soon)


def test_with_drafts_only_hidden_pages_are_held_back(holding: Digest) -> None:
    assert held_back(holding, drafts=True) == HeldBack(hidden=1)


@pytest.mark.parametrize("line", ["hidden: true", "draft: true", "date: 2027-01-01"])
def test_a_topic_takes_its_posts_along_and_they_are_counted(digest: Digest, line: str) -> None:
    digest.post("one").post("two", date="2099-01-01").post("three", draft="true")
    digest.post("other", topic="play")
    digest.write("content/topics/craft/_index.md", f"---\n{line}\n---\n")
    found = held_back(digest)
    assert found.with_topics == 3
    assert found.drafts + found.future + found.hidden == 1


def test_a_broken_page_and_the_front_page_are_not_held_back(digest: Digest) -> None:
    digest.write("content/index.md", "---\ndate: 2099-01-01\n---\n").post("bad", date="soon")
    assert held_back(digest) == HeldBack()


def test_the_summary_says_how_many_are_held_back_and_when_the_next_comes(holding: Digest) -> None:
    summary = summary_of(build_site(holding.root, now=NOW))
    assert summary.endswith(
        "; held back: 2 drafts, 2 dated in the future (next on 3 December 2027 at 00:00 UTC), "
        "1 hidden"
    )
    holding.remove("content/topics/craft/soon.md").remove("content/essays/draft.md")
    summary = summary_of(build_site(holding.root, now=NOW))
    assert "1 draft, 1 dated in the future (next on 1 January 2028 at 08:00 +09:00)" in summary


def test_a_build_names_the_pages_held_back_also_where_nothing_changed(
    holding: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(holding.root)
    named = "  content/essays/draft.md: draft\n"
    assert named in CliRunner().invoke(main, ["build"]).stdout
    time.sleep(SETTLED_SECONDS)
    CliRunner().invoke(main, ["build"])
    assert named in CliRunner().invoke(main, ["build"]).stdout
    for number in range(12):
        holding.post(f"more-{number}", draft="true")
    found = json.loads(CliRunner().invoke(main, ["build", "--json"]).stdout)["held_back_pages"]
    assert (len(found), found[0]) == (10, {"path": "essays/draft.md", "reason": "draft"})
    assert "  and " in CliRunner().invoke(main, ["build"]).stdout


def test_a_build_without_held_back_pages_does_not_mention_them(digest: Digest) -> None:
    assert "held back" not in summary_of(build_site(digest.post("one").root, now=NOW))


def test_an_up_to_date_build_reports_the_pages_held_back(holding: Digest) -> None:
    before = held_back(holding)
    time.sleep(SETTLED_SECONDS)
    build_site(holding.root, now=NOW)
    found = check_up_to_date(holding.root, drafts=False, now=NOW)
    assert found.artifacts is not None
    assert found.held_back == before
    later = datetime(2027, 12, 4, tzinfo=UTC)
    assert check_up_to_date(holding.root, drafts=False, now=later).artifacts is None
    assert build_site(holding.root, now=later).held_back.future == 1


def test_programs_get_the_same_as_an_object(
    holding: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(holding.write("content/topics/craft/later.md", "Now.\n").root)
    result = CliRunner().invoke(main, ["build", "--json"])
    expected = {"drafts": 2, "future": 1, "expired": 0, "hidden": 1, "with_topics": 0}
    assert json.loads(result.stdout)["held_back"] == {**expected, "next": "2027-12-03T00:00:00Z"}
