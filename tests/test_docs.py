"""The documentation: what it shows works, and everything is in it."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from sitegen.cli import main
from sitegen.colours import Accent
from sitegen.config import (
    AppearanceConfig,
    Config,
    GroupingConfig,
    LinkConfig,
    TopicConfig,
    load_config,
)
from sitegen.importer import apply_import, plan_import
from sitegen.markdown import Heading
from sitegen.models import Page
from sitegen.snapshots import fields_of
from sitegen.themes import CONTRACT
from sitegen.views import Appearance, FeedLink, Group, Pager, PageView, SiteView, TopicView
from tests.digest import Digest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTENT = (ROOT / "docs/content.md").read_text(encoding="utf-8")
CONFIGURATION = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
THEMES = (ROOT / "docs/themes.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"sitegen {command}" in README


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_option_has_a_help_text(command: str) -> None:
    for parameter in main.commands[command].params:
        if option := next((name for name in parameter.opts if name.startswith("--")), None):
            assert getattr(parameter, "help", None), option


@pytest.mark.parametrize("word", sorted(set(re.findall(r"sitegen ([a-z]+)\b", README))))
def test_every_command_of_the_readme_exists(word: str) -> None:
    assert word in main.commands


def test_the_readmes_configuration_is_right() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    config = Config(root=ROOT, **tomllib.loads(example))
    assert isinstance(config.topics[0], TopicConfig)


def test_every_key_of_the_front_matter_is_documented() -> None:
    place = {"path", "kind", "slug", "address", "body", "body_line", "topic", "extra"}
    keys = set(Page._fields) - place
    assert keys == set(re.findall(r"^\| `(\w+)` \|", CONTENT, re.MULTILINE))


@pytest.mark.parametrize(
    "table", [Config, AppearanceConfig, LinkConfig, TopicConfig, GroupingConfig]
)
def test_every_setting_is_documented(table: type[BaseModel]) -> None:
    settings = set(table.model_fields) - {"root", "appearance", "links", "topics", "grouping"}
    assert settings <= set(re.findall(r"^\| `(\w+)` \|", CONFIGURATION, re.MULTILINE))


@pytest.mark.parametrize(
    "view", [Accent, Appearance, FeedLink, Group, Heading, PageView, Pager, SiteView, TopicView]
)
def test_every_field_that_templates_receive_is_documented(view: type) -> None:
    for name in fields_of(view) - {"front"}:
        assert f"`{name}`" in THEMES, name


def test_every_template_that_the_themes_share_is_documented() -> None:
    for path in (ROOT / "themes/base/templates").iterdir():
        assert f"`{path.name}`" in THEMES, path.name


def test_every_contract_is_documented() -> None:
    assert f"\n- {CONTRACT}: " in THEMES


def test_the_example_of_a_replaced_block_works(digest: Digest) -> None:
    (example,) = re.findall(r"```jinja\n(.*?)```", THEMES, re.DOTALL)
    digest.write("sitegen.toml", 'theme = "mine"\n')
    digest.write("themes/mine/templates/base.html", example).build()
    digest.shows("", "Made by hand in Leith.").shows("archive/", "Made by hand in Leith.")


def test_no_link_of_the_documentation_leads_nowhere() -> None:
    for file in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#:]+)\)", file.read_text(encoding="utf-8")):
            assert (file.parent / link).exists() or link.startswith("/media/"), f"{file}: {link}"


def test_the_sample_digest_is_what_its_dump_and_its_editor_made_of_it(tmp_path: Path) -> None:
    """Importing the sample again, as ``make site`` does, leaves the checkout as it is."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "sitegen.toml").touch()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    plan = plan_import(ROOT / "docs/sample-dump.txt", load_config(tmp_path))
    apply_import(plan, load_config(tmp_path))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_every_block_of_the_frame_is_documented() -> None:
    base = (ROOT / "themes/base/templates/base.html").read_text(encoding="utf-8")
    code = base.partition("-#}")[2]
    for block in re.findall(r"{% block (\w+) %}", code):
        assert f"| `{block}` |" in THEMES, block
