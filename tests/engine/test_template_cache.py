"""Compiled templates that a later process finds in the cache folder."""

from pathlib import Path

import pytest

from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.render_task import RenderFunction, compile_templates
from sitegen.engine.template_cache import load_templates, save_templates
from sitegen.themes.environment import CompiledTemplates, make_environment
from sitegen.views.record_snapshot import TemplateSource
from tests.digest import Digest, collect


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    folder = CacheFolder(tmp_path)
    folder.create()
    return folder


def rendered(text: str, compiled: CompiledTemplates) -> str:
    templates = {"post.html": TemplateSource(Path("post.html"), text)}
    environment = make_environment(templates, lambda _name, _parent: None, compiled)
    return environment.get_template("post.html").render(title="Berth")


def keep(text: str, cache: CacheFolder) -> None:
    """Renders a template and keeps it in the cache folder."""
    compiled = load_templates(cache)
    rendered(text, compiled)
    save_templates(compiled, cache)


def test_a_later_process_compiles_no_template_again(cache: CacheFolder) -> None:
    keep("<h1>{{ title }}</h1>", cache)
    later = load_templates(cache)
    assert rendered("<h1>{{ title }}</h1>", later) == "<h1>Berth</h1>"
    assert not later.has_new


def test_a_template_that_was_edited_is_compiled_again(cache: CacheFolder) -> None:
    keep("<h1>{{ title }}</h1>", cache)
    later = load_templates(cache)
    assert rendered("<h2>{{ title }}</h2>", later) == "<h2>Berth</h2>"
    assert later.has_new


def test_damaged_templates_are_compiled_again(cache: CacheFolder) -> None:
    keep("<h1>{{ title }}</h1>", cache)
    path = cache.path / "templates"
    data = bytearray(path.read_bytes())
    data[-5] ^= 1
    path.write_bytes(data)
    later = load_templates(cache)
    assert rendered("<h1>{{ title }}</h1>", later) == "<h1>Berth</h1>"
    assert later.has_new


def test_templates_of_other_code_are_compiled_again(cache: CacheFolder) -> None:
    keep("<h1>{{ title }}</h1>", cache)
    path = cache.path / "templates"
    path.write_bytes(bytes(len(cache.key)) + path.read_bytes()[len(cache.key) :])
    assert not load_templates(cache).codes


def test_without_a_cache_nothing_is_kept(tmp_path: Path) -> None:
    assert not load_templates(None).codes
    compiled = CompiledTemplates()
    rendered("{{ title }}", compiled)
    save_templates(compiled, CacheFolder(tmp_path / "absent"))
    assert not (tmp_path / "absent").exists()


def test_templates_are_compiled_ahead_of_rendering_and_their_errors_left_to_it(
    digest: Digest,
) -> None:
    templates = "themes/mine/templates"
    digest.write("sitegen.toml", 'title = "Test digest"\ntheme = "mine"\n').post("one")
    digest.write("themes/mine/theme.toml", 'extends = ""\n')
    digest.write(f"{templates}/post.html", '{{ page.label }} {% include "_more.html" %}')
    digest.write(f"{templates}/_more.html", "{{ page.topic.title }}")
    digest.write(f"{templates}/front.html", "{{ site.")
    collected = collect(digest.root)
    snapshot, plan, compiled = collected.snapshot, collected.site_plan, CompiledTemplates()
    compile_templates(snapshot, plan, compiled)
    assert len(compiled.codes) == 2
    compiled.has_new = False
    (post,) = RenderFunction(snapshot, plan, None, compiled)(["posts/one/index.html"])
    assert post.data
    assert not compiled.has_new
