"""Acts are carried out completely or not at all, and can be undone to the byte."""

import random
from collections.abc import Callable
from contextlib import suppress

import pytest

from sitegen.curation.acts import (
    Act,
    AddPicture,
    AlsoIn,
    Delete,
    EditText,
    Join,
    MakeEssay,
    MakePost,
    MergeTopic,
    Move,
    NewPost,
    RenameTopic,
    SetKeys,
    SetTopicKeys,
    Split,
)
from sitegen.curation.changes import digest_of_content
from sitegen.curation.curator import ChangedMeanwhileError
from sitegen.curation.journal_folder import JOURNAL_FOLDER
from sitegen.engine.builder import build_site
from sitegen.errors import ContentError, SitegenError, UsageError
from tests.curation.acting import content_of, curator_of, fill, library_of, random_act
from tests.digest import NOW, Digest
from tests.effort import EFFORT


def test_a_text_is_not_emptied_by_editing_it(digest: Digest) -> None:
    before = content_of(fill(digest).root)
    with pytest.raises(UsageError, match="this page would be empty"):
        curator_of(digest).do(EditText("lamp", " \n"))
    assert content_of(digest.root) == before
    digest.post("link", "Words.", id="link", link="https://a.example/")
    assert curator_of(digest).do(EditText("link", "")).changes


@pytest.mark.parametrize("seed", range(3 * EFFORT))
def test_undoing_all_acts_gives_back_the_first_bytes(digest: Digest, seed: int) -> None:
    first = content_of(fill(digest).root)
    curator, chance = curator_of(digest), random.Random(seed)  # noqa: S311 -- repeatable
    done = 0
    while done < 25:
        with suppress(UsageError):
            done += bool(curator.do(random_act(library_of(digest), chance)).changes)
    last = content_of(digest.root)
    for _ in range(done):
        curator.undo()
    assert content_of(digest.root) == first
    with pytest.raises(UsageError, match="nothing to undo"):
        curator.undo()
    for _ in range(done):
        curator.redo()
    assert content_of(digest.root) == last


@pytest.mark.parametrize("seed", range(2 * EFFORT))
def test_a_digest_builds_after_every_act(digest: Digest, seed: int) -> None:
    chance = random.Random(seed + 100)  # noqa: S311 -- repeatable
    curator = curator_of(fill(digest))
    for _ in range(15):
        with suppress(UsageError):
            curator.do(random_act(library_of(digest), chance))
        assert build_site(digest.root, now=NOW).problems == ()


def test_acts_can_be_undone_by_another_process_without_the_cache(digest: Digest) -> None:
    curator_of(fill(digest)).do(SetKeys(("lamp",), {"pinned": True}))
    assert not (digest.root / ".sitegen/acts.jsonl").exists()
    assert curator_of(digest).undo().what == "Undo: Pin “On the lamp. It is here”"


@pytest.mark.parametrize(
    ("again", "away"),
    [
        (NewPost("craft", "The same words."), MakeEssay),
        (Split("lamp", 14), lambda id_: Move((id_,), "birds")),
    ],
    ids=["new post", "split"],
)
def test_a_page_made_of_the_same_words_as_another_has_an_id_of_its_own(
    digest: Digest, again: Act, away: Callable[[str], Act]
) -> None:
    curator = curator_of(fill(digest))
    known = set(library_of(digest).pages)
    curator.do(again)
    (made,) = set(library_of(digest).pages) - known
    curator.do(away(made))
    curator.do(EditText("lamp", "On the lamp.\n\nIt is here."))
    curator.do(again)
    assert len(library_of(digest).pages) == len(known) + 2


def test_a_picture_and_the_text_that_shows_it_are_one_act(digest: Digest) -> None:
    curator = curator_of(fill(digest))
    first = content_of(digest.root)
    curator.do(AddPicture("unused-1.png", b"unused"))
    with_unused = content_of(digest.root)
    curator.do(AddPicture("lamp-1.png", b"a picture"))
    curator.do(AddPicture("lamp-2.png", b"another"))
    curator.do(EditText("lamp", "![](/media/lamp-1.png)\n\n![](/media/lamp-2.png)"))
    last = content_of(digest.root)
    assert [entry.what for entry in curator.history().undoable] == [
        "Add picture unused-1.png",
        "Edit “On the lamp. It is here”",
    ]
    curator.undo()
    assert content_of(digest.root) == with_unused
    curator.redo()
    assert content_of(digest.root) == last
    curator.undo()
    curator.undo()
    assert content_of(digest.root) == first


def test_a_post_is_shown_also_in_a_new_topic_and_no_longer_in_one_act_each(digest: Digest) -> None:
    curator = curator_of(fill(digest))
    assert curator.do(AlsoIn("lamp", "Light")).what.endswith("” also in Light")
    assert library_of(digest).page("lamp").also == ("light",)
    assert curator.do(AlsoIn("lamp", "light")).what.startswith("Do not show “On the lamp")
    assert library_of(digest).page("lamp").also == ()
    with pytest.raises(UsageError, match="is in this topic already"):
        curator.do(AlsoIn("lamp", "Craft"))


def test_a_page_keeps_its_former_addresses_as_aliases(digest: Digest) -> None:
    curator = curator_of(fill(digest))

    def aliases_of(id_: str) -> tuple[str, ...]:
        return library_of(digest).page(id_).aliases

    curator.do(MakeEssay("lamp"))
    assert aliases_of("lamp") == ("posts/lamp/",)
    curator.do(MakePost("lamp", "craft"))
    assert aliases_of("lamp") == ("essays/lamp/",)
    curator.do(Join("lamp", "chair"))
    assert aliases_of("chair") == ("posts/lamp/", "essays/lamp/")
    curator.do(RenameTopic("birds", "Owls", new_address=True))
    curator.do(RenameTopic("owls", "Birds", new_address=True))
    (birds,) = (page for page in library_of(digest).pages.values() if page.slug == "birds")
    assert birds.aliases == ("topics/owls/",)


def test_two_topics_never_get_the_same_title(digest: Digest) -> None:
    curator = curator_of(fill(digest))
    for act in (RenameTopic("birds", "CRAFT"), SetTopicKeys("birds", {"title": "Craft "})):
        with pytest.raises(UsageError, match="there is a topic “Craft” already"):
            curator.do(act)
    curator.do(RenameTopic("birds", "BIRDS"))
    assert library_of(digest).topic("birds").title == "BIRDS"


def test_a_post_that_is_split_off_gets_back_the_address_it_had(digest: Digest) -> None:
    curator = curator_of(fill(digest).post("tram", "Tram", topic="trams", id="tram"))
    curator.do(Join("tram", "glue"))
    curator.do(Split("glue", 27))
    library = library_of(digest)
    assert [page.topic for page in library.pages.values() if page.slug == "tram"] == ["craft"]
    assert library.page("glue").aliases == ()


def test_an_act_is_not_undone_if_another_page_has_the_address_now(digest: Digest) -> None:
    curator = curator_of(fill(digest))
    deleted = curator.do(Delete(("lamp",)))
    curator.do(NewPost("birds", "Another lamp.", title="Lamp"))
    with pytest.raises(ChangedMeanwhileError, match="has the address /posts/lamp/ now"):
        curator.undo(deleted.number)
    curator.undo()
    assert curator.undo(deleted.number).changes
    assert "lamp" in library_of(digest).pages


def test_an_earlier_act_can_be_undone_if_its_files_did_not_change_since(digest: Digest) -> None:
    curator = curator_of(fill(digest))
    first = content_of(digest.root)["content/topics/craft/lamp.md"]
    pin = curator.do(SetKeys(("lamp",), {"pinned": True}))
    curator.do(SetKeys(("chair",), {"pinned": True}))
    curator.undo(pin.number)
    assert content_of(digest.root)["content/topics/craft/lamp.md"] == first
    assert [entry.what for entry in curator.history().undoable] == ["Pin “On the chair”"]


def test_an_act_on_a_file_that_changed_since_is_not_undone(digest: Digest) -> None:
    curator = curator_of(fill(digest))
    pin = curator.do(SetKeys(("lamp",), {"pinned": True}))
    curator.do(EditText("lamp", "Another text."))
    before = content_of(digest.root)
    with pytest.raises(ChangedMeanwhileError) as error:
        curator.undo(pin.number)
    assert error.value.path == digest.root / "content/topics/craft/lamp.md"
    assert content_of(digest.root) == before


def test_a_new_act_clears_what_could_be_redone(digest: Digest) -> None:
    curator = curator_of(fill(digest))
    curator.do(SetKeys(("lamp",), {"pinned": True}))
    curator.undo()
    curator.do(SetKeys(("chair",), {"pinned": True}))
    with pytest.raises(UsageError, match="nothing to redo"):
        curator.redo()


def test_an_act_without_effect_is_not_in_the_journal(digest: Digest) -> None:
    curator = curator_of(fill(digest))
    assert curator.do(Move(("lamp",), "craft")).changes == ()
    assert curator.history().entries == ()


def test_a_page_that_the_editor_saw_differently_is_not_changed(digest: Digest) -> None:
    name = "content/topics/craft/lamp.md"
    seen = {name: digest_of_content((fill(digest).root / name).read_bytes())}
    digest.post("lamp", "Edited elsewhere.", id="lamp")
    with pytest.raises(ChangedMeanwhileError, match="changed meanwhile"):
        curator_of(digest).do(EditText("lamp", "Mine."), seen)
    assert "Edited elsewhere." in (digest.root / name).read_text()


def test_an_impossible_act_changes_nothing(digest: Digest) -> None:
    before = content_of(fill(digest).root)
    for act in (
        Delete(("lamp", "no such post")),
        MergeTopic("craft", "no such topic"),
        SetKeys(("lamp",), {"id": "other"}),
        Move(("lamp", "long"), "birds"),
    ):
        with pytest.raises(SitegenError):
            curator_of(digest).do(act)
    assert content_of(digest.root) == before


def test_permissions_are_kept(digest: Digest) -> None:
    file = fill(digest).root / "content/topics/craft/lamp.md"
    file.chmod(0o600)
    curator = curator_of(digest)
    curator.do(Move(("lamp",), "birds"))
    assert (digest.root / "content/topics/birds/lamp.md").stat().st_mode & 0o777 == 0o600
    curator.undo()
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_journal_is_kept_out_of_git_and_of_the_output(digest: Digest) -> None:
    curator_of(fill(digest)).do(Delete(("lamp",)))
    assert (digest.root / JOURNAL_FOLDER / ".gitignore").read_text() == "*\n"
    files = digest.build().files()
    assert not any(b"On the lamp." in data for data in files.values())


def test_a_damaged_journal_is_named_with_its_line(digest: Digest) -> None:
    curator = curator_of(fill(digest))
    curator.do(Delete(("lamp",)))
    journal = digest.root / JOURNAL_FOLDER / "acts.jsonl"
    journal.write_bytes(journal.read_bytes() + b"{}\n")
    with pytest.raises(ContentError, match="not one of its acts") as error:
        curator.undo()
    assert (error.value.path, error.value.line) == (journal, 2)


def test_an_act_names_a_post_without_the_escapes_of_markdown(digest: Digest) -> None:
    digest.post("year", "1987\\. A year of \\*rain\\*.", id="year")
    assert curator_of(digest).do(SetKeys(("year",), {"pinned": True})).what == (
        "Pin “1987. A year of *rain*”"
    )


def test_acts_of_others_and_a_restored_journal_are_seen(digest: Digest) -> None:
    mine, theirs = curator_of(fill(digest)), curator_of(digest)
    journal = digest.root / JOURNAL_FOLDER / "acts.jsonl"
    mine.do(SetKeys(("lamp",), {"pinned": True}))
    earlier = journal.read_bytes()
    theirs.do(SetKeys(("chair",), {"pinned": True}))
    assert [entry.number for entry in mine.history().entries] == [1, 2]
    journal.with_name("restored").write_bytes(earlier)
    journal.with_name("restored").replace(journal)
    assert [entry.number for entry in mine.history().entries] == [1]


def test_an_act_after_a_torn_line_is_whole(digest: Digest) -> None:
    curator = curator_of(fill(digest))
    curator.do(SetKeys(("lamp",), {"pinned": True}))
    with (digest.root / JOURNAL_FOLDER / "acts.jsonl").open("ab") as file:
        file.write(b'{"number": 2, "ti')
    curator.do(SetKeys(("chair",), {"pinned": True}))
    assert [entry.number for entry in curator_of(digest).history().entries] == [1, 2]
