"""Properties of the importer under arbitrary changes by the editor and in the dump."""

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from sitegen.importer.ledger import LEDGER_NAME
from tests.effort import EFFORT
from tests.importing import BREAD, CELLO, CODE, ESSAY, RYE, Workspace

TEXTS = (ESSAY, BREAD, CODE, CELLO, RYE, "Hm.", "The swifts are back, eleven birds of them")
PICKS = st.integers(min_value=0, max_value=1000)


class ImportAndEdit(RuleBasedStateMachine):
    """Changes pages, the dump or neither between imports, in random order.

    ``edited`` maps the pages that the editor saved to their bytes; ``gone`` has the ids of pages
    that the editor deleted after they were imported.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.workspace = Workspace(Path(self._folder.name))
        self.texts = list(TEXTS[:4])
        self.edited: dict[Path, bytes] = {}
        self.gone: set[str] = set()

    def teardown(self) -> None:
        self._folder.cleanup()

    @rule()
    def import_the_dump(self) -> None:
        self.workspace.put(*self.texts).run()

    @precondition(lambda self: len(self.texts) > 0)
    @rule(pick=PICKS, word=st.sampled_from(["again", "Otto", "twice", "1987."]))
    def a_text_in_the_dump_is_edited(self, pick: int, word: str) -> None:
        self.texts[pick % len(self.texts)] += f" {word}"

    @rule(pick=PICKS, text=st.sampled_from(TEXTS))
    def a_text_is_added_to_the_dump(self, pick: int, text: str) -> None:
        self.texts.insert(pick % (len(self.texts) + 1), text)

    @precondition(lambda self: len(self.texts) > 1)
    @rule(pick=PICKS)
    def a_text_is_taken_out_of_the_dump(self, pick: int) -> None:
        del self.texts[pick % len(self.texts)]

    @precondition(lambda self: self.workspace.pages())
    @rule(pick=PICKS, word=st.sampled_from(["My word.", "Noted."]))
    def the_editor_changes_a_page(self, pick: int, word: str) -> None:
        page = self._page(pick)
        page.write_bytes(page.read_bytes() + word.encode())
        self.edited[page] = page.read_bytes()

    @precondition(lambda self: self.workspace.pages())
    @rule(pick=PICKS)
    def the_editor_deletes_a_page(self, pick: int) -> None:
        page = self._page(pick)
        ledger = self.workspace.content / LEDGER_NAME
        if ledger.exists() and f'"{self._id_of(page)}": {{' in ledger.read_text(encoding="utf-8"):
            self.gone.add(self._id_of(page))
        self.edited.pop(page, None)
        page.unlink()

    @precondition(lambda self: self.workspace.pages())
    @rule(pick=PICKS, topic=st.sampled_from(["baking", "cellar", "everything-else"]))
    def the_editor_moves_a_page(self, pick: int, topic: str) -> None:
        page = self._page(pick)
        target = self.workspace.content / "topics" / topic / page.name
        posts = [other for other in self.workspace.pages() if other.parent.name != "essays"]
        if not any(other.name == page.name for other in posts if other != page):
            target.parent.mkdir(parents=True, exist_ok=True)
            page.rename(target)
            if page in self.edited:
                self.edited[target] = self.edited.pop(page)

    @precondition(lambda self: (self.workspace.content / LEDGER_NAME).exists() and not self.gone)
    @rule()
    def the_ledger_is_lost(self) -> None:
        (self.workspace.content / LEDGER_NAME).unlink()

    @rule()
    def the_dump_is_imported_twice(self) -> None:
        self.workspace.put(*self.texts).run()
        before = self.workspace.files()
        report = self.workspace.run()

        assert self.workspace.files() == before
        assert report.created == report.updated == report.new_topics == ()

    @invariant()
    def what_the_editor_saved_is_there(self) -> None:
        for page, data in self.edited.items():
            assert page.read_bytes() == data

    @invariant()
    def what_the_editor_deleted_is_not(self) -> None:
        assert not self.gone & {self._id_of(page) for page in self.workspace.pages()}

    @invariant()
    def no_two_pages_share_an_id_or_an_address(self) -> None:
        pages = self.workspace.pages()
        ids = Counter(self._id_of(page) for page in pages)
        posts = Counter(page.name for page in pages if page.parent.name != "essays")

        assert all(number == 1 for number in (*ids.values(), *posts.values()))

    def _page(self, pick: int) -> Path:
        pages = self.workspace.pages()
        return pages[pick % len(pages)]

    def _id_of(self, page: Path) -> str:
        header = page.read_text(encoding="utf-8").splitlines()
        return header[1].removeprefix("id: ").strip("'")


TestImportAndEdit = pytest.mark.slow(ImportAndEdit.TestCase)
TestImportAndEdit.settings = settings(
    max_examples=4 * EFFORT,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


_NOTES = """\
- {title: Noid uno, date: 2024-01-01, text: Boats and bread one}
- {title: Noid two, date: 2024-01-02, text: Boats and bread two}
"""


@pytest.mark.parametrize(
    ("old", "new"), [("bread two", "bread two EDITED"), ("Noid two", "Another name")]
)
def test_a_short_record_whose_text_or_title_is_edited_keeps_its_page(
    tmp_path: Path, old: str, new: str
) -> None:
    workspace = Workspace(tmp_path)
    workspace.put(_NOTES, name="notes.yaml").run()
    pages = workspace.pages()
    workspace.dump.write_text(_NOTES.replace(old, new))
    report = workspace.run()
    assert len(report.updated) == 1
    assert (report.created, report.removed, report.vanished) == ((), (), ())
    assert workspace.pages() == pages
    assert new in workspace.page_with(new).read_text()


def test_records_of_one_date_and_title_stay_apart_if_they_are_edited(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    same = _NOTES.replace("uno", "two").replace("01-01", "01-02")
    workspace.put(same, name="notes.yaml").run()
    workspace.dump.write_text(same.replace("one", "of five").replace("bread two", "oars"))
    assert len(workspace.run().created) == 2


def test_a_deleted_short_record_stays_deleted_if_it_is_edited(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.put(_NOTES, name="notes.yaml").run()
    workspace.page_with("Noid two").unlink()
    workspace.dump.write_text(_NOTES.replace("bread two", "bread two EDITED"))
    report = workspace.run()
    assert (report.created, len(report.deleted)) == ((), 1)
