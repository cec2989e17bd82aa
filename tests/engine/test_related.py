"""Which posts a theme may show under a post."""

import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryFile

import numpy as np
import pytest

from sitegen.check.freshness import refuse_unfinished
from sitegen.configuration.file import load_config
from sitegen.engine import early_comparison
from sitegen.engine.builder import Builder
from sitegen.engine.cache import load_build_state
from sitegen.engine.executors import Executors, ProcessExecutor, SerialExecutor
from sitegen.engine.post_comparison import release_comparison
from sitegen.engine.related import (
    UNRELATED,
    ComparedPost,
    NewPosts,
    Posts,
    PostSketches,
    find_related,
)
from sitegen.engine.row_file import RowFile
from sitegen.errors import ConfigError, OutputError
from sitegen.topics.embeddings import load_model
from sitegen.topics.profile_file import format_profiles
from sitegen.topics.profiles import format_profile
from sitegen.topics.scoring_tables import background
from tests.digest import BODIES, CONFIG, NOW, Digest, collect
from tests.processes.programs import needs_a_core
from tests.topics.test_embeddings import write_model

POST = "{% for post in related %}[{{ post.label }}]{% else %}none{% endfor %}"
BEES = (
    "The hive swarmed at noon and the queen was gone, honey everywhere",
    "A beekeeper smokes the hive before he lifts the honey frames",
    "Bees on the clover again, and the first jar of honey from the hive",
)
CHESS = (
    "Checkmate in nine moves, with a rook and a knight",
    "The chess club lost another bishop ending to the grandmaster",
)


@pytest.fixture
def bees(digest: Digest) -> Digest:
    """Posts on two subjects, across two topics, in a theme that shows what goes with each."""
    digest.write("sitegen.toml", f'{CONFIG}theme = "mine"\n')
    digest.write("themes/mine/templates/post.html", POST)
    digest.post("bee-1", BEES[0]).post("bee-2", BEES[1], topic="play").post("bee-3", BEES[2])
    return digest.post("chess-1", CHESS[0], topic="play").post("chess-2", CHESS[1])


def related(digest: Digest, post: str) -> list[str]:
    html = digest.html(f"posts/{post}/")
    return [] if html == "none" else html.strip("[]").split("][")


def starts(*texts: str) -> list[str]:
    return [text[:12] for text in texts]


def test_a_post_has_the_posts_on_its_subject_wherever_they_stand(bees: Digest) -> None:
    bees.build()
    assert sorted(starts(*related(bees, "bee-1"))) == sorted(starts(BEES[1], BEES[2]))
    assert sorted(starts(*related(bees, "bee-2"))) == sorted(starts(BEES[0], BEES[2]))
    assert starts(*related(bees, "chess-1")) == starts(CHESS[1])


def test_a_post_has_at_most_three_and_none_that_says_the_same(bees: Digest) -> None:
    for number in range(4, 9):
        bees.post(f"bee-{number}", f"{number} jars of honey, the hive is heavy, the bees are slow")
    bees.post("again", f"{BEES[0]} #bees").build()
    for post in ("bee-1", "bee-5", "again"):
        assert len(related(bees, post)) == 3
    assert BEES[0][:12] not in starts(*related(bees, "again"))
    assert BEES[0][:12] not in starts(*related(bees, "bee-1"))


def test_posts_that_say_nothing_or_in_another_language_have_none(bees: Digest) -> None:
    bees.post("hm", "Well. That happened.").post("empty", "")
    bees.post("de-1", "Der Bienenstock ist wieder voll und der Honig ist so gut wie nie zuvor")
    bees.post("de-2", "Die Bienen sind da und der Honig aus dem Bienenstock ist schon verkauft")
    bees.build()
    for post in ("hm", "empty", "de-1", "de-2"):
        assert related(bees, post) == []


def test_a_hidden_post_goes_with_none(bees: Digest) -> None:
    bees.post("chess-2", CHESS[1], hidden="true").build()
    assert related(bees, "chess-1") == []


def test_the_title_counts_as_text_of_the_post(bees: Digest) -> None:
    bees.post("plain", "Never again, I said.").post("titled", "Never again!", title=BEES[0]).build()
    assert related(bees, "plain") == []
    assert related(bees, "titled")


def test_an_edit_renders_only_the_posts_that_it_is_or_was_related_to(bees: Digest) -> None:
    bees.build().post("chess-2", "Rye bread and sourdough, out of the oven").build()
    assert related(bees, "chess-1") == related(bees, "chess-2") == []
    written = bees.result.reasons if bees.result else {}
    assert written["posts/chess-1/index.html"] == "its related changed"
    assert not any("bee-" in name for name in written)
    bees.build().wrote()


def test_a_preview_shows_at_once_what_an_edit_changes(bees: Digest) -> None:
    with closing(Builder(bees.root)) as builder:
        builder.rebuild([], NOW)
        for text, others in (("The hive is heavy with honey and bees", 0), (CHESS[1], 1)):
            bees.post("chess-2", text)
            builder.rebuild([bees.root / "content/topics/craft/chess-2.md"], NOW)
            assert len(related(bees, "chess-1")) == others
            assert len(related(bees, "bee-1")) == 3 - others


def test_a_text_that_comes_back_has_its_relations_again(bees: Digest) -> None:
    before = bees.build().files()
    bees.post("bee-1", CHESS[0] + " again").build().post("bee-1", BEES[0]).build()
    assert bees.files() == before


@pytest.mark.parametrize("largest", [1000, 2])
def test_findings_do_not_depend_on_earlier_builds(
    bees: Digest, monkeypatch: pytest.MonkeyPatch, largest: int
) -> None:
    monkeypatch.setattr("sitegen.topics.subject_groups._LARGEST", largest)
    bees.build().post("bee-4", BEES[0].replace("noon", "dawn")).remove(
        "content/topics/craft/bee-3.md"
    ).build()
    found = bees.files()
    for path in (bees.root / ".sitegen").iterdir():
        path.unlink()
    assert bees.build().files() == found


def test_a_theme_that_does_not_ask_gets_none_and_one_that_asks_again_does(bees: Digest) -> None:
    bees.build().write("themes/mine/templates/post.html", "{{ page.label }}").build()
    bees.write("themes/mine/templates/post.html", POST).build()
    assert related(bees, "chess-1")


def test_another_list_of_topics_relates_posts_anew(bees: Digest) -> None:
    bees.build()
    section = '[all]\ntitle = "All"\n[all.topics]\n'
    bees.write("mine.toml", f'{section}"Rooks" = "rook, grandmaster"\n')
    bees.write("sitegen.toml", f'{CONFIG}theme = "mine"\n[grouping]\nsections = "mine.toml"\n')
    time.sleep(0.2)  # a file that has just changed is read in any case
    bees.build()
    assert related(bees, "bee-1") == []
    assert related(bees, "chess-1")
    bees.write("mine.toml", f'{section}"Rye" = "rye bread"\n')
    time.sleep(0.2)
    bees.build()
    assert related(bees, "chess-1") == []


def test_a_model_that_was_replaced_relates_posts_anew(bees: Digest, tmp_path: Path) -> None:
    bees.write("mine.toml", '[all]\ntitle = "All"\n[all.topics]\n"Bees" = "bee, hive"\n')
    settings = '[grouping]\nmodel = "vectors"\nsections = "mine.toml"\n'
    bees.write("sitegen.toml", f'{CONFIG}theme = "mine"\n{settings}')
    rows = np.eye(5, 8, dtype=np.float32)
    with closing(Builder(bees.root)) as builder:
        for vectors in (rows, np.roll(rows, 2, axis=1)):
            write_model(bees.root / "vectors", {"embeddings": vectors})
            builder.prepare_edit()
            builder.rebuild([], NOW)
    copy = Digest(tmp_path / "copy")
    shutil.copytree(bees.root, copy.root, dirs_exist_ok=True, ignore=lambda *_: {".sitegen"})
    copy.build()
    found, clean = (load_build_state(each.root).related_posts for each in (bees, copy))
    assert dict(found.sketches) == dict(clean.sketches)


def test_a_list_of_topics_that_is_not_there_is_an_error_with_its_name(bees: Digest) -> None:
    bees.write("sitegen.toml", f'{CONFIG}theme = "mine"\n[grouping]\nsections = "none.toml"\n')
    with pytest.raises(ConfigError, match="cannot be read"):
        bees.build()


def test_a_site_without_posts_builds(digest: Digest) -> None:
    digest.write("sitegen.toml", f'{CONFIG}theme = "mine"\n')
    digest.write("themes/mine/templates/post.html", POST).build().has("index.html")


def test_what_texts_are_scored_with_is_made_once(
    bees: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    bees.build()

    def refuse(**_: object) -> None:
        raise AssertionError

    with monkeypatch.context() as patched:
        patched.setattr("sitegen.topics.related_texts.make_tables", refuse)
        bees.post("chess-3", CHESS[1].replace("bishop", "rook")).build()
    assert related(bees, "chess-3")
    path = bees.root / ".sitegen/tables"
    path.write_bytes(path.read_bytes()[:-1])
    bees.post("chess-3", CHESS[0].replace("rook", "queen")).build()
    assert related(bees, "chess-3")


QUIET = ("The loaf collapsed as I was proud of it", "Fed the starter before I fed the children")
BREAD = format_profiles({str(n): format_profile(QUIET[n], [("Baking", 60)]) for n in range(2)})
"""The profiles of these two posts, which words alone do not relate."""


@pytest.fixture
def quiet(bees: Digest) -> Digest:
    """Two posts whose profiles are at hand, among others."""
    bees.post("quiet-0", QUIET[0], id="'0'").post("quiet-1", QUIET[1], "play", id="'1'")
    return bees.write("content/.profiles.tsv", BREAD)


def test_posts_are_related_by_the_profiles_that_an_import_kept(quiet: Digest) -> None:
    quiet.post("rye", "Rye bread and sourdough, out of the oven").build()
    assert related(quiet, "quiet-0") == [QUIET[1], "Rye bread and sourdough, out of the oven"]
    assert related(quiet, "rye")
    assert sorted(starts(*related(quiet, "bee-1"))) == sorted(starts(BEES[1], BEES[2]))


@pytest.mark.parametrize(
    "damaged", [b"", BREAD[:9], b"\xff\x00\n" * 9, BREAD.replace(b"60", b"six")]
)
def test_without_a_valid_profile_posts_are_related_by_their_words(
    quiet: Digest, damaged: bytes
) -> None:
    quiet.write("content/.profiles.tsv", damaged).build()
    assert related(quiet, "quiet-0") == []
    assert related(quiet, "chess-1")


def test_a_profile_stays_with_a_post_that_moves_or_is_edited_until_it_says_something_else(
    quiet: Digest,
) -> None:
    quiet.remove("content/topics/craft/quiet-0.md")
    quiet.post("moved", QUIET[0].replace("proud", "so proud"), "play", id="'0'").build()
    assert related(quiet, "moved") == [QUIET[1]]
    quiet.post("moved", CHESS[1].replace("bishop", "rook"), "play", id="'0'").build()
    assert related(quiet, "quiet-1") == []
    assert CHESS[0] in related(quiet, "moved")


def test_without_the_encoder_no_profiles_are_used(quiet: Digest) -> None:
    quiet.build()
    assert related(quiet, "quiet-0")
    off = '[grouping]\nencoder = "off"\n'
    quiet.write("sitegen.toml", f'{CONFIG}theme = "mine"\n{off}').build()
    assert related(quiet, "quiet-0") == []


def test_profiles_that_come_or_go_make_an_output_outdated(quiet: Digest) -> None:
    config = load_config(quiet.root)
    with_profiles = quiet.build().files()
    quiet.remove("content/.profiles.tsv")
    with pytest.raises(OutputError, match="profiles"):
        refuse_unfinished(config, SerialExecutor(), NOW)
    quiet.build().wrote("posts/quiet-0/index.html", "posts/quiet-1/index.html")
    refuse_unfinished(config, SerialExecutor(), NOW)
    with closing(Builder(quiet.root)) as builder:
        builder.rebuild([], NOW)
        quiet.write("content/.profiles.tsv", BREAD)
        builder.rebuild([], NOW)
    assert quiet.files() == with_profiles


LOADED = """
import os, sys
from pathlib import Path
from tempfile import TemporaryFile
from sitegen.engine import early_comparison
from sitegen.engine.builder import build_site

early_comparison._THOUSANDS = int(sys.argv[3])
if sys.argv[2] == "one core" and hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
build_site(Path(sys.argv[1]))
print("numpy" in sys.modules)
"""


def loads_numpy(digest: Digest, cores: str = "one core", few: int = 3000) -> bool:
    """Whether a build in a new process loads numpy into that process."""
    command = [sys.executable, "-c", LOADED, str(digest.root), cores, str(few)]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout == "True\n"


def test_numpy_is_loaded_only_if_a_text_changed_or_the_order_of_posts_on_a_subject(
    quiet: Digest,
) -> None:
    bees = quiet
    bees.post("hm", "Well. That happened.", date="2020-01-01")
    bees.post("chess-1", CHESS[0], "play", date="2020-02-01")
    bees.post("chess-3", CHESS[1], "play", date="2020-03-01")
    assert loads_numpy(bees)
    assert not loads_numpy(bees.post("hm", "Well. That happened.", date="2020-04-01", tags="[a]"))
    assert loads_numpy(bees.post("chess-1", CHESS[0], "play", date="2020-05-01"))
    assert not loads_numpy(bees)


@needs_a_core
def test_another_process_loads_numpy_if_few_texts_changed(bees: Digest) -> None:
    assert loads_numpy(bees, "all cores")
    assert not loads_numpy(bees.post("chess-3", CHESS[1].replace("bishop", "rook")), "all cores")
    found = related(bees, "chess-1")
    assert starts(*found) == starts(CHESS[1])
    shutil.rmtree(bees.root / ".sitegen")
    bees.build()
    assert related(bees, "chess-1") == found


@needs_a_core
def test_another_process_loads_numpy_if_a_first_build_compares_many_posts(bees: Digest) -> None:
    bees.post("bee-0", f"{BEES[0]}, again", draft="true")
    assert not loads_numpy(bees, "all cores", few=3)
    assert sorted(starts(*related(bees, "bee-1"))) == sorted(starts(BEES[1], BEES[2]))
    found = bees.files()
    shutil.rmtree(bees.root / ".sitegen")
    assert loads_numpy(bees, "all cores")
    assert bees.files() == found


@needs_a_core
def test_an_edit_in_the_process_of_a_first_build_of_many_posts_finds_their_sketches(
    bees: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(early_comparison, "_THOUSANDS", 3)
    with closing(Builder(bees.root, executor=ProcessExecutor())) as builder:
        builder.build(NOW)
        bees.post("chess-3", CHESS[1].replace("bishop", "rook"))
        builder.build(NOW)
    found = bees.files()
    assert starts(*related(bees, "chess-1")) == starts(CHESS[1])
    shutil.rmtree(bees.root / ".sitegen")
    bees.build()
    assert bees.files() == found


def test_posts_sketched_one_by_one_have_the_same_relations(bees: Digest) -> None:
    pages = collect(bees.root).snapshot.pages.values()
    views = {page.id: ComparedPost(page.title, page.text) for page in pages if page.kind == "post"}
    config, serial = load_config(bees.root), Executors(SerialExecutor())
    shown = Posts([post for post in reversed(views) if post != "bee-2"], views, BODIES)
    expected = find_related(shown, config, UNRELATED, {}, serial)
    with TemporaryFile() as file:
        sketches = PostSketches(config, BODIES, serial, None, file)
        for post, view in views.items():
            sketches.add(NewPosts({post: view}, {}))
        assert sketches.find(shown.ids) == expected._replace(sketches={})
        assert RowFile(file, shown.ids) == expected.sketches


def test_what_posts_were_compared_with_is_freed_with_its_model() -> None:
    background(load_model())
    release_comparison()
    assert not background.cache_info().currsize, "it keeps the model"


def test_what_an_edit_is_compared_with_may_be_loaded_before(bees: Digest) -> None:
    with closing(Builder(bees.root)) as builder:
        builder.build(NOW)
        for prepares in (True, False):
            release_comparison()
            if prepares:
                builder.prepare_edit()
            loaded = load_model.cache_info().misses
            bees.post("bee-1", f"{BEES[0]}, {prepares}")
            builder.rebuild([bees.root / "content/topics/craft/bee-1.md"], NOW)
            assert load_model.cache_info().misses == (loaded if prepares else loaded + 1)
