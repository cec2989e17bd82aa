"""The ``themes`` commands, run as a person runs them."""

import subprocess

import pytest

from tests.command_line import sitegen
from tests.digest import Digest


@pytest.fixture
def post(digest: Digest) -> Digest:
    return digest.post("one", "First.")


def run(digest: Digest, *words: str) -> subprocess.CompletedProcess[str]:
    return sitegen(digest.root, "themes", *words)


def test_the_themes_there_are_are_listed_and_the_one_in_use_is_marked(post: Digest) -> None:
    post.write("themes/ours/theme.toml", 'description = "For Sundays."\n')
    base, default, ours, wire = run(post).stdout.splitlines()
    assert base.startswith("  base     comes with sitegen; What the others share")
    assert default.startswith("* default  comes with sitegen; extends base; ")
    assert ours == "  ours     your own; extends default; For Sundays."
    assert wire.startswith("  wire     comes with sitegen; extends base; ")


def test_a_copy_is_named_with_the_line_that_the_configuration_needs(post: Digest) -> None:
    assert run(post, "override", "topic.html").stdout == (
        "Copied topic.html of the theme “base”. Change it here:\n"
        "themes/mine/templates/topic.html\n"
        'It shows once sitegen.toml says: theme = "mine"\n'
    )


def test_a_mistake_ends_with_what_to_do_and_the_exit_code_for_themes(post: Digest) -> None:
    done = run(post, "override", "topik.html")
    assert (done.returncode, done.stdout) == (5, "")
    assert "did you mean “topic.html”?" in done.stderr


def test_changes_of_an_upgrade_are_shown_until_marked_as_seen(post: Digest) -> None:
    post.write("sitegen.toml", 'theme = "mine"\n')
    post.write("themes/mine/theme.toml", 'extends = "bought"\n')
    post.write("themes/bought/templates/_note.html", "before\n")
    run(post, "override", "_note.html")
    assert "Nothing changed" in run(post, "diff").stderr
    post.write("themes/bought/templates/_note.html", "after\n")
    assert run(post, "diff").stdout.endswith("-before\n+after\n")
    assert run(post, "diff", "--seen").stdout.endswith("-before\n+after\n")
    assert run(post, "diff").stdout == ""
