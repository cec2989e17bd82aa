"""Folders of texts: the files that the configuration of their website leaves out."""

from pathlib import Path

import pytest

from tests.files import Files
from tests.readers.formats.test_folder import read

SHOWN = "The mill is open."
_DENDRON = """workspace:
  vaults:
    - {fsPath: notes}
    - {fsPath: own, visibility: private}
publishing:
  siteHierarchies: [mill]
  hierarchy:
    mill.bills: {publishByDefault: false}
"""


@pytest.mark.parametrize(
    ("config", "shown", "ignored"),
    [
        (
            {".eleventyignore": "# later\nposts/wip-*.md\nattic/\n!attic/kept.md\n"},
            ["posts/mill.md", "attic/kept.md"],
            ["posts/wip-sail.md", "attic/sail.md", "old/attic/deep/sail.md"],
        ),
        (
            {
                "mkdocs.yml": "plugins: [blog]\nemoji: !!python/name:twemoji\n"
                "exclude_docs: |\n  attic/\ndraft_docs: |\n  wip-*.md\n"
            },
            ["docs/blog/posts/mill.md"],
            ["docs/attic/sail.md", "docs/blog/posts/wip-sail.md"],
        ),
        (
            {"config.toml": 'ignored_content = ["*.wip.md", "**/attic/**"]\n'},
            ["content/blog/mill.md"],
            ["content/blog/sail.wip.md", "content/blog/attic/sail.md"],
        ),
        (
            {"hugo.toml": "ignoreFiles = ['\\.wip\\.md$', '^content/attic/.*', '(a+)+$']\n"},
            ["content/blog/mill.md", "content/blog/aaa.md"],
            ["content/blog/sail.wip.md"],
        ),
        (
            {"quartz.config.ts": 'c = { ignorePatterns: ["attic", "shed/**"] }\n'},
            ["content/mill.md"],
            ["content/attic/sail.md", "content/shed/sail.md"],
        ),
        ({"_config.yml": 'exclude: ["wip-*"]\n'}, ["_posts/mill.md"], ["_posts/wip-sail.md"]),
        (
            {"dendron.yml": _DENDRON},
            ["notes/mill.md", "notes/mill.sail.md"],
            ["notes/trip.md", "notes/mill.bills.md", "notes/mill.bills.oil.md", "own/mill.md"],
        ),
    ],
)
def test_files_that_a_website_ignores_are_left_out(
    tmp_path: Path, config: Files, shown: list[str], ignored: list[str]
) -> None:
    texts = {name: f"{SHOWN} {name}" for name in shown}
    found = read(tmp_path, {**config, **texts, **dict.fromkeys(ignored, "Canary.")})
    assert sorted(document.text for document in found.documents) == sorted(texts.values())
    assert found.left_out == {"hidden": len(ignored)}


def test_a_configuration_that_cannot_be_read_ignores_nothing(tmp_path: Path) -> None:
    found = read(
        tmp_path, {"mkdocs.yml": "exclude_docs: [", "docs/mill.md": SHOWN, "docs/b.md": "B."}
    )
    assert {document.text for document in found.documents} == {SHOWN, "B."}
