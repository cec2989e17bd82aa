"""An output that is incomplete or out of date is refused, and no file is changed."""

import shutil
import time

import pytest

from sitegen.check import check_site
from sitegen.engine.executors import SerialExecutor
from sitegen.engine.uptodate import check_up_to_date
from sitegen.errors import GroupedError, OutputError
from sitegen.filesystem.fingerprints import SETTLED_SECONDS
from tests.checking import THEME, check, themed, told, warned
from tests.digest import NOW, Digest, files_of


def refusal(digest: Digest) -> str:
    """The error for an output that is refused."""
    with pytest.raises((OutputError, GroupedError)) as caught:
        check(digest)
    assert caught.value.exit_code == OutputError.exit_code
    return told(digest, caught.value)


def test_an_output_fresh_from_a_build_passes(digest: Digest) -> None:
    result = check(digest.post("one", "See [home](/).").build())
    assert (result.problems, result.warnings) == ((), ())
    assert result.files == len([name for name in digest.files() if name != ".sitegen.json"])


def test_without_an_output_the_hint_is_to_build_one(digest: Digest) -> None:
    assert "output: there is no output yet\nhelp: build it: sitegen build" in refusal(digest)


@pytest.mark.parametrize("folder", [".sitegen-commit", ".sitegen-stage"])
def test_an_interrupted_build_is_refused_until_another_completes(
    digest: Digest, folder: str
) -> None:
    (digest.build().root / "output" / folder / "site").mkdir(parents=True)
    assert "a build has not ended" in refusal(digest)
    assert check(digest.build()).problems == ()


def test_a_file_that_was_changed_by_hand_is_refused(digest: Digest) -> None:
    digest.post("one").build().write("output/posts/one/index.html", "Mine.")
    assert refusal(digest).startswith("output/posts/one/index.html: this file was changed")


def test_a_file_that_was_removed_by_hand_is_refused(digest: Digest) -> None:
    digest.post("one").build().remove("output/posts/one/index.html")
    assert refusal(digest).startswith("output/posts/one/index.html: this file was removed")


def test_of_many_files_changed_by_hand_a_few_are_named_and_the_rest_counted(
    digest: Digest,
) -> None:
    for number in range(9):
        digest.post(f"post-{number}")
    digest.build()
    for number in range(9):
        digest.remove(f"output/posts/post-{number}/index.html")
    said = refusal(digest)
    assert said.count("this file was removed") == 5
    assert "4 more files of the output are not as they were built" in said


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("content/topics/craft/one.md", "Edited.", "this page was changed since the last build"),
        ("content/topics/craft/two.md", "New.", "this page is new since the last build"),
        ("content/media/dot.svg", "<svg> </svg>", "content/media/dot.svg changed"),
        ("themes/mine/templates/base.html", THEME + " ", "the template base.html changed"),
        ("sitegen.toml", 'theme = "mine"\ntitle = "Other"\n', "the configuration changed"),
        (
            "sitegen.toml",
            'theme = "mine"\npage_size = 1\nbase_url = "https://b.example"',
            "not make",
        ),
    ],
)
def test_an_output_that_is_older_than_its_sources_is_refused(
    digest: Digest, name: str, text: str, said: str
) -> None:
    themed(digest, "").post("one").write("content/media/dot.svg", "<svg/>").build()
    assert check(digest).problems == ()
    assert said in refusal(digest.write(name, text))
    assert check(digest.build()).problems == ()


def test_a_removed_page_is_refused(digest: Digest) -> None:
    digest.post("one").post("two").build().remove("content/topics/craft/two.md")
    assert "two.md: this page was removed since the last build" in refusal(digest)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [("draft", "true", "this draft is in the output"), ("date", "2099-01-01", "in the future")],
)
def test_an_output_with_drafts_is_refused(digest: Digest, key: str, value: str, said: str) -> None:
    digest.post("one").post("early", **{key: value}).build(drafts=True)
    assert said in refusal(digest)
    assert "sitegen build, without --drafts" in refusal(digest)
    assert check(digest.build()).problems == ()


def test_an_output_with_posts_of_a_topic_that_is_a_draft_is_refused(digest: Digest) -> None:
    digest.write("content/topics/craft/_index.md", "---\ndraft: true\n---\n").post("one")
    said = refusal(digest.build(drafts=True))
    assert "this draft is in the output" in said
    assert "this page is in a topic held back, and is in the output" in said


def test_a_page_whose_date_is_reached_makes_an_output_outdated(digest: Digest) -> None:
    digest.post("one").post("early", date="2024-07-01").build()
    later = NOW.replace(month=8)
    with pytest.raises(OutputError, match="a build would not make this output now"):
        check_site(digest.root, now=later, executor=SerialExecutor())


def test_an_output_without_build_state_is_refused(digest: Digest) -> None:
    shutil.rmtree(digest.build().root / ".sitegen")
    assert "the state of the build that made this output is missing" in refusal(digest)


def test_a_build_state_that_is_damaged_counts_as_missing(digest: Digest) -> None:
    state = digest.post("one", mood="calm").build().root / ".sitegen/state"
    state.write_bytes(state.read_bytes().replace(b"calm", b"mild"))
    digest.post("two")
    assert "the state of the build that made this output is missing" in refusal(digest)
    assert check(digest.build()).problems == ()


def test_a_page_that_a_build_had_to_leave_out_is_a_problem(digest: Digest) -> None:
    digest.post("one").build().write("content/topics/craft/one.md", "---\npinned: maybe\n---\n")
    (problem,) = check(digest.build()).other_problems
    assert "“pinned” must be true or false" in problem.message


def test_links_on_and_to_a_page_that_was_left_out_are_no_further_problems(digest: Digest) -> None:
    digest.post("one", tags="[wood]", author="Ada", topic="alone").post("two").build()
    digest.post("one", tags="[wood]", author="Ada", topic="alone", pinned="maybe")
    digest.post("two", "[new](/posts/new/), [old](/posts/one/#part)").post("new", draft="maybe")
    result = check(digest.build())
    assert result.broken_links == ()
    assert [problem.line for problem in result.problems] == [4, 2]


def test_the_warnings_of_the_build_are_repeated(digest: Digest) -> None:
    assert "did you mean “title”" in warned(digest.page("about.md", "About.", titel="About"))


@pytest.mark.parametrize("state", [None, b"", b"none of ours"])
def test_a_check_changes_no_file_except_its_own_in_the_cache(
    digest: Digest, state: bytes | None
) -> None:
    digest.post("one", "[Gone](/gone/)").build()
    if state is not None:
        (digest.root / ".sitegen/state").write_bytes(state)
    before = files_of(digest.root)
    try:
        check(digest)
    except OutputError:
        assert state is not None
    (digest.root / ".sitegen/check").unlink(missing_ok=True)
    assert files_of(digest.root) == before


def test_an_output_with_an_up_to_date_record_is_checked_as_well(digest: Digest) -> None:
    digest.post("one", "[Gone](/gone/)").build()
    time.sleep(SETTLED_SECONDS)
    digest.build()
    assert check_up_to_date(digest.root, drafts=False, now=NOW).artifacts
    assert len(check(digest).broken_links) == 1
