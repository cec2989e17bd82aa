"""An incremental build equals a clean one, byte for byte, whatever was done to the digest.

A machine of Hypothesis does to a digest what editors do. After each step it builds, now with a
process that stays and is told of the change, now with one that starts anew; and another process
builds a copy from nothing, elsewhere, with another hash seed, time zone and locale.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from sitegen.engine.builder import Builder, build_site
from sitegen.errors import SitegenError
from sitegen.views.tracking import Dependencies, Tracker
from tests.clean_build import digests
from tests.digest import NOW
from tests.effort import EFFORT
from tests.paths import ROOT

if TYPE_CHECKING:
    from sitegen.views.record_snapshot import Key


def picture_of(width: int) -> bytes:
    file = io.BytesIO()
    text = PngInfo()
    text.add_text("Place", "Canary Wharf")
    Image.new("RGB", (width, 30), (200, 30, 30)).save(file, "PNG", pnginfo=text)
    return file.getvalue()


TOPICS = ("craft", "play", "rest")
NAMES = ("a", "b", "B", "c", "d", "e")
BEES = ("The bees of this hive make honey.", "A beekeeper, a hive, no *honey*.")
PICTURES = tuple(picture_of(width) for width in (9, 600))
PARTS = ("It began. 1/3", "It went on. 2/3", "It ended. 3/3")
SHOWN = "![Dot](/media/dot.png)"
TEXTS = (
    SHOWN,
    "One.",
    "Two words.",
    "*Three* words here.",
    "[a link](/about/)",
    "Long. " * 90,
    *BEES,
    *PARTS,
)
LINES = (
    "",
    "pinned: true",
    "hidden: true",
    "title: New",
    "also: [play]",
    "mood: calm",
    "note: Why",
    "author: Ann",
    "author: ann",
    "tags: [Wood, glue]",
    "tags: [wood]",
    "updated: 2024-05-05",
    "updated: 2024-05-05T00:00:00+02:00",
)
DATES = ("", "2024-01-02", "2024-02-01T00:30+02:00", "2024-01-31T22:30Z", "2099-01-01")
BASE = """<title>{% block title %}{{ site.title }}{% endblock %}</title>
{% for topic in site.topics %}<a href="{{ url(topic) }}">{{ topic.title }} {{ topic.count }}</a>
{% endfor %}{% block main %}{% endblock %}
"""
POST = """{% extends "base.html" %}{% import "_macros.html" as macros %}
{% block main %}{{ macros.headline(page) }}{{ page.html }}{% include "_side.html" ignore missing %}
{{ topic.title }}{% if next %}<a href="{{ url(next) }}">{{ next.label }}</a>{% endif %}
{{ page.extra.mood if page.extra else "" }}
{% for other in related %}<a href="{{ url(other) }}">{{ other.label }}</a>{% endfor %}{% endblock %}
"""
MACROS = """{% import "_deeper.html" as deeper %}
{% macro headline(page) %}{{ deeper.wrap(page.title or page.label) }}{% endmacro %}
"""
DEEPER = "{% macro wrap(text) %}<h1>{{ text }}</h1>{% endmacro %}\n"


class Editing(RuleBasedStateMachine):
    """A digest, edited at random and built after every step."""

    cleaner: IO[str]
    answers: IO[str]

    def __init__(self) -> None:
        super().__init__()
        self.place = TemporaryDirectory()
        self.root = Path(self.place.name).resolve() / "digest"
        self.touched: list[Path] = []
        self.is_broken = False
        self.step = 0

    @initialize()
    def begin(self) -> None:
        self.write("sitegen.toml", 'title = "D"\nbase_url = "https://d.example/"\ntheme = "mine"\n')
        self.write("content/index.md", "Welcome.\n")
        self.write("content/about.md", "---\ntitle: About\n---\n\nWho.\n")
        self.write("content/essays/lamp.md", "---\ntitle: Lamp\n---\n\nA lamp.\n")
        self.write("content/topics/craft/_index.md", "---\ntitle: Craft\n---\n\nOn craft.\n")
        self.write("content/media/dot.svg", "<svg/>")
        for name, text in (
            ("base", BASE),
            ("post", POST),
            ("_macros", MACROS),
            ("_deeper", DEEPER),
        ):
            self.template(name, text)
        for name, text in (("a", "One."), ("b", SHOWN), ("c", "One.")):
            self.write_post("craft", name, text, "", "")
        self.builder = Builder(self.root)

    def teardown(self) -> None:
        if hasattr(self, "builder"):
            self.builder.close()
        self.place.cleanup()

    # What an editor does

    @rule(topic=st.sampled_from(TOPICS), name=st.sampled_from(NAMES), text=st.sampled_from(TEXTS))
    def write_a_post(self, topic: str, name: str, text: str) -> None:
        if not any((self.root / f"content/topics/{other}/{name}.md").exists() for other in TOPICS):
            self.write_post(topic, name, text, "", "")

    @rule(
        data=st.data(),
        text=st.sampled_from(TEXTS),
        line=st.sampled_from(LINES),
        date=st.sampled_from(DATES),
    )
    def edit_a_post(self, data: st.DataObject, text: str, line: str, date: str) -> None:
        path = self.some_post(data)
        if path:
            self.write_post(path.parent.name, path.stem, text, line, date)

    @rule(data=st.data())
    def edit_a_post_without_a_trace(self, data: st.DataObject) -> None:
        """The size stays, and so does the time of the last change."""
        path = self.some_post(data)
        if path:
            before = path.stat()
            header, mark, body = path.read_text().rpartition("---\n")
            path.write_text(header + mark + body.swapcase())
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
            self.touched.append(path)

    @rule(data=st.data())
    def delete_a_post(self, data: st.DataObject) -> None:
        if path := self.some_post(data):
            path.unlink()
            self.touched.append(path)

    @rule(data=st.data(), topic=st.sampled_from(TOPICS))
    def move_a_post(self, data: st.DataObject, topic: str) -> None:
        if path := self.some_post(data):
            self.rename(path, self.root / f"content/topics/{topic}/{path.name}")

    @rule(data=st.data())
    def rename_a_post_in_case_only(self, data: st.DataObject) -> None:
        if path := self.some_post(data):
            self.rename(path, path.with_name(path.name.swapcase().replace(".MD", ".md")))

    @rule(topic=st.sampled_from(TOPICS), title=st.sampled_from(("Craft", "Other", "Third")))
    def retitle_a_topic(self, topic: str, title: str) -> None:
        self.write(
            f"content/topics/{topic}/_index.md", f"---\ntitle: {title}\n---\n\nOn {title}.\n"
        )

    @rule(one=st.sampled_from(TOPICS), other=st.sampled_from(TOPICS))
    def rename_a_topic(self, one: str, other: str) -> None:
        folder, target = (self.root / "content/topics" / name for name in (one, other))
        if folder.exists() and not target.exists():
            self.rename(folder, target)

    @rule(name=st.sampled_from(("index", "about", "essays/lamp")), text=st.sampled_from(TEXTS))
    def edit_a_page(self, name: str, text: str) -> None:
        self.write(f"content/{name}.md", f"---\ntitle: T{len(text)}\n---\n\n{text}\n")

    @rule(
        size=st.sampled_from((2, 50)), title=st.sampled_from("DE"), url=st.sampled_from(("", "b"))
    )
    def configure(self, size: int, title: str, url: str) -> None:
        self.write(
            "sitegen.toml",
            f'title = "{title}"\npage_size = {size}\ntheme = "mine"\n'
            + (f'base_url = "https://d.example/{url}/"\n' if url else ""),
        )

    @rule(
        name=st.sampled_from(("base", "post", "_macros", "_deeper")),
        mark=st.sampled_from(("", "<i></i>", "<b></b>")),
    )
    def edit_a_template(self, name: str, mark: str) -> None:
        text = {"base": BASE, "post": POST, "_macros": MACROS, "_deeper": DEEPER}[name]
        self.template(
            name, text.replace("<h1>", f"{mark}<h1>").replace("<title>", f"{mark}<title>")
        )

    @rule(text=st.sampled_from(("aside", "other")))
    def add_a_partial(self, text: str) -> None:
        self.template("_side", f"<aside>{text}</aside>")

    @rule()
    def remove_the_partial(self) -> None:
        path = self.root / "themes/mine/templates/_side.html"
        path.unlink(missing_ok=True)
        self.touched.append(path)

    @rule()
    def break_a_template(self) -> None:
        self.template("topic", "{% for %}")

    @rule()
    def mend_the_template(self) -> None:
        self.template("topic", "{% for post in posts %}{{ post.html }}{{ post.note }}{% endfor %}")

    @rule(name=st.sampled_from(("mine.css", "style.css")), text=st.sampled_from(("a", "b")))
    def edit_a_static_file(self, name: str, text: str) -> None:
        self.write(f"themes/mine/static/{name}", text)

    @rule(text=st.sampled_from(("<svg/>", "<SVG/>")))
    def edit_a_media_file(self, text: str) -> None:
        self.write("content/media/dot.svg", text)

    @rule(data=st.sampled_from((*PICTURES, b"no picture", b"")))
    def edit_a_picture(self, data: bytes) -> None:
        path = self.root / "content/media/dot.png"
        if data:
            path.write_bytes(data)
        else:
            path.unlink(missing_ok=True)
        self.touched.append(path)

    @rule(data=st.data(), cut=st.booleans())
    def spoil_an_output_by_hand(self, data: st.DataObject, cut: bool) -> None:  # noqa: FBT001
        files = sorted((self.root / "output").rglob("*.*"))
        files = [path for path in files if path.is_file() and not path.name.startswith(".")]
        if files:
            path = data.draw(st.sampled_from(files))
            if cut:
                path.write_bytes(path.read_bytes()[:-1])
            else:
                path.unlink()
            self.touched.append(self.root / "content")  # nobody hears of it: all is looked at

    # What must hold

    @precondition(lambda self: hasattr(self, "builder"))
    @invariant()
    def the_output_is_what_a_clean_build_makes(self) -> None:
        self.step += 1
        expected = self.clean_build()
        try:
            if self.step % 3 == 0:
                self.builder.close()
                self.builder = Builder(self.root)  # one that was told of nothing yet
                build_site(self.root, now=NOW)
            else:
                self.builder.rebuild(self.touched, NOW)
            found = digests(self.root / "output")
        except SitegenError as error:
            found = {"error": type(error).__name__}
        self.touched.clear()
        assert found == expected

    def clean_build(self) -> dict[str, str]:
        self.cleaner.write(f"{self.root}\n")
        self.cleaner.flush()
        found: dict[str, str] = json.loads(self.answers.readline())
        return found

    # How it is done

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        self.touched.append(path)

    def template(self, name: str, text: str) -> None:
        self.write(f"themes/mine/templates/{name}.html", text)

    def write_post(self, topic: str, name: str, text: str, line: str, date: str) -> None:
        dated = f"date: {date}\n" if date else ""
        header = f"{line}\n{dated}" if line else dated
        self.write(f"content/topics/{topic}/{name}.md", f"---\n{header}---\n\n{text}\n")

    def rename(self, path: Path, target: Path) -> None:
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
            self.touched += [path, target]

    def some_post(self, data: st.DataObject) -> Path | None:
        posts = sorted((self.root / "content/topics").glob("*/[!_]*.md"))
        return data.draw(st.sampled_from(posts)) if posts else None


@pytest.fixture(scope="module")
def machine() -> Iterator[type[Editing]]:
    """The machine, with a process that builds from nothing.

    As with large digests, deltas are written, and blocks do not hold all there is.
    """
    command = [sys.executable, "-m", "tests.clean_build"]
    env = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"}
    root = ROOT
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env, cwd=root
    ) as cleaner:
        assert cleaner.stdin
        assert cleaner.stdout
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("sitegen.engine.cache._MAX_DELTA_SHARE", 100)
            patched.setattr("sitegen.engine.block_file.BLOCK", 2)
            yield type("Editing", (Editing,), {"cleaner": cleaner.stdin, "answers": cleaner.stdout})
        cleaner.stdin.close()


SETTINGS = settings(
    max_examples=4 * EFFORT,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.reuse, Phase.generate),  # to find a smaller case may take minutes
)


@pytest.mark.slow
def test_an_incremental_build_equals_a_clean_one(machine: type[Editing]) -> None:
    run_state_machine_as_test(machine, settings=SETTINGS)


@pytest.mark.parametrize(
    ("forgotten", "step"),
    [
        ("page", lambda digest: digest.write_post("craft", "a", "Other words.", "", "")),
        ("topic", lambda digest: digest.retitle_a_topic("craft", "Other")),
        ("site", lambda digest: digest.configure(50, "E", "")),
        ("template", lambda digest: digest.edit_a_template("_deeper", "<i></i>")),
    ],
)
def test_a_build_that_forgot_one_kind_of_dependency_would_be_caught(
    machine: type[Editing],
    monkeypatch: pytest.MonkeyPatch,
    forgotten: str,
    step: Callable[[Editing], None],
) -> None:
    dependencies = Tracker.dependencies

    def all_but_one(tracker: Tracker) -> Dependencies:
        kept: dict[Key, int] = {
            key: fields for key, fields in dependencies(tracker).items() if key[0] != forgotten
        }
        return kept

    monkeypatch.setattr(Tracker, "dependencies", all_but_one)
    digest = machine()
    digest.begin()
    try:
        digest.the_output_is_what_a_clean_build_makes()
        step(digest)
        with pytest.raises(AssertionError):
            digest.the_output_is_what_a_clean_build_makes()
    finally:
        digest.teardown()
