"""The documentation: what it shows works, and everything is in it."""

import ast
import json
import os
import pkgutil
import re
import shlex
import shutil
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.cli.publishing import summary_of
from sitegen.configuration.colours import Accent
from sitegen.configuration.file import load_config
from sitegen.configuration.settings import (
    AppearanceConfig,
    Config,
    EmailConfig,
    GroupingConfig,
    LinkConfig,
    PublishConfig,
    SendConfig,
    TopicConfig,
)
from sitegen.importer import ImportPlan, ImportRequest, apply_import, plan_as_json, plan_import
from sitegen.markdown import Heading
from sitegen.models import Page
from sitegen.publish.delivery import Delivery
from sitegen.themes.manifest import CONTRACT
from sitegen.views.field_sets import fields_of
from sitegen.views.template_records import (
    Appearance,
    Dump,
    FeedLink,
    Group,
    Listed,
    Pager,
    PageView,
    SiteView,
    TopicView,
    Year,
)
from tests.command_line import sitegen
from tests.digest import CONFIG, NOW, Digest
from tests.paths import ROOT
from tests.publishing import Repository, forget_own_git_settings, publish

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTENT = (ROOT / "docs/content.md").read_text(encoding="utf-8")
CONFIGURATION = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
TOPICS = (ROOT / "docs/topics.md").read_text(encoding="utf-8")
PUBLISHING = (ROOT / "docs/publishing.md").read_text(encoding="utf-8")
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


def test_the_readmes_configuration_is_right(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "sitegen.toml").write_text(example, encoding="utf-8")
    assert load_config(tmp_path).topics


def test_every_key_of_the_front_matter_is_documented() -> None:
    place = {"path", "kind", "slug", "address", "body", "body_line", "topic", "extra"}
    told_by_the_text = {"part", "parts"}
    keys = set(Page._fields) - place - told_by_the_text
    assert keys == set(re.findall(r"^\| `(\w+)` \|", CONTENT, re.MULTILINE))


@pytest.mark.parametrize(
    "table",
    [
        Config,
        AppearanceConfig,
        EmailConfig,
        GroupingConfig,
        LinkConfig,
        PublishConfig,
        SendConfig,
        TopicConfig,
    ],
)
def test_every_setting_is_documented(table: type) -> None:
    settings = {field.name for field in fields(table)} - {
        "root",
        "text",
        "makes_cards",
        "appearance",
        "links",
        "topics",
        "grouping",
        "publish",
        "editions",
        "email",
        "send",
    }
    assert settings <= set(re.findall(r"^\| `(\w+)` \|", CONFIGURATION, re.MULTILINE))


@pytest.mark.parametrize(
    "view",
    [
        Accent,
        Appearance,
        Dump,
        FeedLink,
        Group,
        Heading,
        Listed,
        PageView,
        Pager,
        SiteView,
        TopicView,
        Year,
    ],
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


def test_the_examples_of_words_work(digest: Digest) -> None:
    _, examples = THEMES.split("## Words")
    says = re.findall(r"^    (.*(?:say|set link).*)$", examples, re.MULTILINE)
    (words,) = re.findall(r"```toml\n(.*?)```", examples, re.DOTALL)
    digest.write("sitegen.toml", 'theme = "mine"\nlanguage = "de"\n').post("one")
    digest.write("themes/mine/templates/topic.html", "\n".join(says))
    digest.write("themes/mine/words/de.toml", words).build()
    digest.shows("topics/craft/", "Alles\n", "Alles zu Craft", "1 Beitrag")
    digest.shows("topics/craft/", 'Siehe auch: <a href="../../archive/index.html">Alles</a>')


def test_no_link_of_the_documentation_leads_nowhere() -> None:
    for file in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#:]+)\)", file.read_text(encoding="utf-8")):
            assert (file.parent / link).exists() or link.startswith("/"), f"{file}: {link}"


def test_the_sample_digest_is_what_its_dump_and_its_editor_made_of_it(tmp_path: Path) -> None:
    """Importing the sample again, as ``make site`` does, leaves the checkout as it is."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "sitegen.toml").touch()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    plan = plan_import(
        ImportRequest(dumps=(ROOT / "docs/sample-dump.txt",), now=NOW), load_config(tmp_path)
    )
    apply_import(plan, load_config(tmp_path))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_every_block_of_the_frame_is_documented() -> None:
    base = (ROOT / "themes/base/templates/base.html").read_text(encoding="utf-8")
    code = base.partition("-#}")[2]
    for block in re.findall(r"{% block (\w+) %}", code):
        assert f"| `{block}` |" in THEMES, block


def test_the_example_of_a_digests_own_topics_works(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", TOPICS, re.DOTALL)
    (tmp_path / "sections.toml").write_text(example, encoding="utf-8")
    settings = '[grouping]\nsections = "sections.toml"\n'
    assert settings.replace("\n", "\n    ").strip() in TOPICS
    texts = ("The tiller came off at the mooring", "A new hull", "A pike took the bait", "The weir")
    plan = plan_texts(tmp_path, settings, texts)
    topics = ["narrowboats", "narrowboats", "anglers", "locks-and-weirs"]
    assert [page.topic for page in plan.pages] == topics


def test_the_example_of_another_mind_works(tmp_path: Path) -> None:
    script, _ = re.findall(r"```python\n(.*?)```", TOPICS, re.DOTALL)
    (tmp_path / "sort.py").write_text(script, encoding="utf-8")
    command = f"{shlex.quote(sys.executable)} sort.py"
    settings = f"[grouping]\ncommand = {json.dumps(command)}\n[[topics]]\ntitle = 'Tea'\n"
    plan = plan_texts(tmp_path, settings, ("Tea again", "The locomotive left the station"))
    assert plan.warnings == ()
    assert [page.topic for page in plan.pages] == ["tea", "trains-and-railways"]
    assert [p.by for p in plan.assignments.values()] == ["command", "meaning"]


def test_the_example_of_a_language_models_tool_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, script = re.findall(r"```python\n(.*?)```", TOPICS, re.DOTALL)
    (tmp_path / "sort.py").write_text(script, encoding="utf-8")
    tool = (
        f"#!{sys.executable}\nimport json, sys\n"
        "topic = sys.argv[sys.argv.index('--system') + 1].split()[-1]\n"
        "posts = json.load(sys.stdin)\n"
        "print(json.dumps({'answers': [{'post': 1, 'topic': topic}]}))\n"
    )
    (tmp_path / "llm").write_text(tool, encoding="utf-8")
    (tmp_path / "llm").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    command = json.dumps(f"{shlex.quote(sys.executable)} sort.py")
    settings = f"[grouping]\ncommand = {command}\n[[topics]]\ntitle = 'Tea'\n"
    plan = plan_texts(tmp_path, settings, ("The locomotive left the station", "Something else"))
    assert plan.warnings == ()
    assert [page.topic for page in plan.pages] == ["trains-and-railways", "tea"]


def plan_texts(folder: Path, settings: str, texts: Sequence[str]) -> ImportPlan:
    (folder / "sitegen.toml").write_text(settings, encoding="utf-8")
    (folder / "dump.txt").write_text("\n---\n".join(texts), encoding="utf-8")
    return plan_import(ImportRequest(dumps=(folder / "dump.txt",), now=NOW), load_config(folder))


def test_documented_code_examples_run() -> None:
    code = TOPICS.partition("## From a program")[2].partition("## How well")[0]
    lines = [line.strip() for line in code.splitlines() if line.startswith("    ")]
    names: dict[str, object] = {"texts": ["The hive swarmed.", "Checkmate in nine."] * 5}
    exec("\n".join(lines), names)  # noqa: S102 - what the documentation shows


def test_every_field_of_the_plan_that_is_documented_is_there(tmp_path: Path) -> None:
    plan = plan_texts(tmp_path, "", ("Tea again",))
    documents = plan_as_json(plan)["documents"]
    assert isinstance(documents, list)
    told = TOPICS.partition("With `--json`")[2].partition("##")[0]
    fields_told = set(re.findall(r"`(\w+)`", told)) - {"meaning", "command", "llm", "content"}
    assert fields_told <= documents[0].keys()


def test_the_documented_output_of_check_is_its_real_output() -> None:
    """``test_cli_checking`` holds the text of the fixture against a real check."""
    text = (ROOT / "docs/checking.md").read_text(encoding="utf-8")
    shown = re.findall(r"^    (.*)$", text, re.MULTILINE)
    said = (ROOT / "tests/sites_unfit/broken-links/check.txt").read_text(encoding="utf-8")
    assert shown
    assert "\n".join(shown) in said


def test_the_examples_of_publishing_work(
    digest: Digest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("elsewhere")
    forget_own_git_settings(monkeypatch, folder)
    repository = Repository(digest, folder)
    (folder / "Sites").mkdir()
    for example in re.findall(r"```toml\n(.*?)```", PUBLISHING, re.DOTALL):
        publish(digest.write("sitegen.toml", CONFIG + example).build())
    assert repository.published()["index.html"] == digest.html("").encode()
    assert (folder / "Sites/digest/index.html").read_text(encoding="utf-8") == digest.html("")


def test_the_documented_output_of_publish_is_its_real_output() -> None:
    delivery = Delivery(
        target="the branch gh-pages of origin",
        files=73,
        changed=("a",) * 5,
        removed=("b",),
        is_new=True,
    )
    assert f"    {summary_of(delivery)}\n" in PUBLISHING


def test_every_field_that_a_program_gets_of_publishing_is_documented(digest: Digest) -> None:
    told = PUBLISHING.partition("`--json`")[2].partition("##")[0]
    digest.write("sitegen.toml", f'{CONFIG}[publish]\nfolder = "www"\n')
    sitegen(digest.root, "build")
    printed = json.loads(sitegen(digest.root, "publish", "--json").stdout)
    assert re.findall(r"`(\w+)`", told) == list(printed)


@pytest.mark.parametrize(
    ("container", "heading"),
    [
        ("sitegen", "Data flows one way"),
        ("sitegen.engine", "In `engine`, from the top down"),
        ("sitegen.readers", "In `readers`, from the top down"),
    ],
)
def test_contributing_lists_the_layers_from_the_top_down(container: str, heading: str) -> None:
    listed = list(_names_listed_after(heading))
    layers = _layers_of(container)
    assert sorted(listed) == sorted(layers)
    assert [layers[name] for name in listed] == sorted(layers.values())


def test_the_docstring_of_a_package_names_its_modules() -> None:
    in_contributing = {"sitegen", "sitegen/engine", "sitegen/readers", "sitegen/readers/formats"}
    for file in (ROOT / "sitegen").rglob("__init__.py"):
        package = file.parent.relative_to(ROOT).as_posix()
        modules = {module.name for module in pkgutil.iter_modules([str(file.parent)])}
        if package not in in_contributing and len(modules) > 1:
            named = re.findall(r"\w+", ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "")
            assert modules <= set(named), f"{package}: {modules - set(named)}"


def test_every_name_of_the_code_in_contributing_exists() -> None:
    named = re.findall(r"`(\w+(?:\.\w+)+)`", CONTRIBUTING)
    packages = _layers_of("sitegen")
    names = [name for name in named if name.partition(".")[0] in packages]
    assert len(names) > 30
    for name in names:
        assert pkgutil.resolve_name(f"sitegen.{name}"), name


def _names_listed_after(heading: str) -> Iterator[str]:
    block = CONTRIBUTING.partition(heading)[2].split("\n\n")[1]
    for line in block.splitlines():
        yield from re.split(r"  +", line.strip())[0].split(", ")


def _layers_of(container: str) -> dict[str, int]:
    """The number of the layer of each package or module, from the top, without ``__main__``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (layers,) = [each["layers"] for each in contracts if each.get("containers") == [container]]
    return {
        name: number
        for number, layer in enumerate(layers)
        for name in layer.split(" | ")
        if name != "__main__"
    }
