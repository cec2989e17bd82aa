"""The desk, driven in real Chromium by the names that a screen reader says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from sitegen.importer.ledger import Ledger, LedgerEntry, format_ledger
from sitegen.server import PreviewServer, State
from tests.desk.serving import serve
from tests.digest import Digest
from tests.gates import COLOUR_RULES, violations

POSTS = ("moved", "pinned", "hidden", "bulk", "second", "undone", "split", "joined", "deleted")
NARROW: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 800}


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    """A digest with a post or two for each test."""
    digest = Digest(tmp_path_factory.mktemp("desk"))
    for name in POSTS:
        digest.post(f"{name}-a", f"The {name} lamp.\n\nIts other half.", date="2024-01-01")
        digest.post(f"{name}-b", f"The {name} chair.", date="2024-01-01", author="Ada")
    digest.page("topics/trains/_index.md", "", title="Old trains")
    digest.post("engine", "An engine of 1830 that still runs.", topic="trains", date="2024-01-01")
    digest.post("again", "Again an engine of 1830 that still runs.", topic="trains")
    for number in range(60):
        digest.post(f"stone-{number:03}", f"Stone {number}.", topic="stones")
    digest.page("essays/boards.md", "A long text.", id="boards", title="On boards")
    digest.page("topics/plants/doubted.md", "A doubted oak.", id="doubted")
    digest.page("topics/plants/cut.md", "A cut hedge.", id="cut")
    doubted = {"topic_confidence": 0.4, "runner_up": "trains"}
    entries = {"doubted": doubted, "cut": {"confidence": 0.35}}
    pages = {
        id_: LedgerEntry(
            path=f"topics/plants/{id_}.md",
            page="",
            text="",
            words="",
            document=id_,
            dump="d",
            **values,  # type: ignore[arg-type]
        )
        for id_, values in entries.items()
    }
    digest.write("content/.imports.json", format_ledger(Ledger(pages=pages)))
    return digest


@pytest.fixture(scope="module")
def server(digest: Digest) -> Iterator[PreviewServer]:
    with serve(digest) as server:
        yield server


@pytest.fixture
def page(shared_page: Page, server: PreviewServer) -> Page:
    shared_page.set_default_timeout(20_000)
    shared_page.set_viewport_size(WIDE)
    shared_page.emulate_media(color_scheme="light")
    shared_page.goto(f"{server.address}_desk/")
    expect(rows(shared_page).first).to_be_focused()
    return shared_page


def rows(page: Page) -> Locator:
    """The rows of the documents that are in the page."""
    return page.get_by_role("table", name="Documents").locator("[role=row][data-id]")


def find(page: Page, words: str) -> Locator:
    """The rows that a filter leaves, with the focus on the first."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(rows(page).first).to_be_focused()
    return rows(page)


def file_of(digest: Digest, name: str, topic: str = "craft") -> Path:
    return digest.root / "content" / "topics" / topic / f"{name}.md"


def expect_done(page: Page, what: str) -> None:
    expect(page.get_by_role("status")).to_contain_text(what)


def test_moves_the_current_document_to_the_topic_whose_name_is_begun(
    digest: Digest, page: Page
) -> None:
    row = find(page, "moved lamp")
    page.keyboard.press("t")
    page.keyboard.type("old")
    page.keyboard.press("Enter")
    expect(row).to_contain_text("Old trains")
    expect_done(page, "to Old trains")
    assert file_of(digest, "moved-a", "trains").exists()


def test_pins_and_unpins_the_current_document(digest: Digest, page: Page) -> None:
    row = find(page, "pinned lamp")
    page.keyboard.press("p")
    expect(row).to_contain_text("Pinned")
    expect_done(page, "Pin “The pinned lamp")
    assert "pinned: true" in file_of(digest, "pinned-a").read_text()
    page.keyboard.press("p")
    expect(row).not_to_contain_text("Pinned")
    expect_done(page, "Unpin")
    assert "pinned:" not in file_of(digest, "pinned-a").read_text()


def test_hides_a_document_with_its_button(digest: Digest, page: Page) -> None:
    row = find(page, "hidden lamp")
    hide = page.get_by_role("button", name="Hide")
    expect(hide).to_have_attribute("aria-pressed", "false")
    hide.click()
    expect(row).to_contain_text("Hidden")
    expect(hide).to_have_attribute("aria-pressed", "true")
    expect_done(page, "Hide")
    assert "hidden: true" in file_of(digest, "hidden-a").read_text()


def test_does_one_thing_to_all_selected_documents_in_one_act(digest: Digest, page: Page) -> None:
    found = find(page, "bulk")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(found.and_(page.locator("[aria-selected=true]"))).to_have_count(2)
    page.keyboard.press("d")
    expect(page.get_by_role("dialog", name="Delete 2 documents?")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("h")
    expect_done(page, "and 1 more")
    for name in ("bulk-a", "bulk-b"):
        assert "hidden: true" in file_of(digest, name).read_text()
    page.keyboard.press("u")
    expect_done(page, "Undo: Hide")
    for name in ("bulk-a", "bulk-b"):
        assert "hidden: true" not in file_of(digest, name).read_text()


def test_takes_back_an_act_that_is_not_the_latest(digest: Digest, page: Page) -> None:
    find(page, "undone")
    page.keyboard.press("p")
    expect_done(page, "Pin")
    page.keyboard.press("j")
    page.keyboard.press("p")
    expect_done(page, "chair")
    page.keyboard.press("l")
    acts = page.get_by_role("dialog", name="Acts")
    acts.get_by_role("button", name="Undo: Pin “The undone lamp").click()
    expect_done(page, "Undo: Pin “The undone lamp")
    assert "pinned" not in file_of(digest, "undone-a").read_text()
    assert "pinned: true" in file_of(digest, "undone-b").read_text()


def test_splits_a_document_at_the_chosen_line(digest: Digest, page: Page) -> None:
    find(page, "split lamp")
    page.keyboard.press("s")
    page.get_by_role("dialog").get_by_role("button", name="Its other half.").click()
    expect_done(page, "Split")
    assert "other half" not in file_of(digest, "split-a").read_text()


def test_joins_a_document_with_the_one_before(digest: Digest, page: Page) -> None:
    find(page, "joined chair")
    page.keyboard.press("m")
    expect(page.get_by_role("dialog", name="The joined lamp")).to_be_visible()
    page.keyboard.press("Enter")
    expect_done(page, "Join")
    assert not file_of(digest, "joined-b").exists()
    assert "joined chair" in file_of(digest, "joined-a").read_text()


def test_deletes_after_a_question(digest: Digest, page: Page) -> None:
    find(page, "deleted lamp")
    page.keyboard.press("d")
    page.keyboard.press("Escape")
    assert file_of(digest, "deleted-a").exists()
    page.keyboard.press("d")
    page.keyboard.press("Enter")
    expect_done(page, "Delete")
    expect(rows(page)).to_have_count(0)
    assert not file_of(digest, "deleted-a").exists()
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    expect(rows(page).filter(has_text="deleted lamp")).to_be_focused()


def test_filters_by_words_topic_author_and_state(page: Page) -> None:
    for words, label in (
        ("topic:trains engine -", None),
        ("engine 1830", "engine"),
        ("TOPIC:old again", "Again an engine"),
        ("author:ada second", "The second chair"),
        ("is:pinned nothing", None),
    ):
        page.get_by_label("Filter").fill(words)
        if label:
            expect(rows(page).first).to_contain_text(label)
        else:
            expect(rows(page)).to_have_count(0)


def test_shows_first_what_needs_an_eye_and_why(page: Page) -> None:
    expect(rows(page).first).to_contain_text("Doubtful cut: 35 %")
    expect(rows(page).nth(1)).to_contain_text("Or Old trains?")
    expect(rows(page).nth(2)).to_contain_text("Repeats “")


def test_a_key_moves_to_the_topic_in_question(digest: Digest, page: Page) -> None:
    row = find(page, "doubted confidence:<50%")
    expect(row).to_have_count(1)
    page.keyboard.press("r")
    expect_done(page, "to Old trains")
    assert file_of(digest, "doubted", "trains").exists()


def test_keeps_only_the_rows_that_can_be_seen(page: Page) -> None:
    assert rows(page).count() < 40
    for _ in range(45):
        page.keyboard.press("j")
    focused = page.locator("[role=row]:focus")
    expect(focused).to_be_in_viewport()
    assert int(focused.get_attribute("aria-rowindex") or 0) == 47


def test_shows_the_acts_of_others(digest: Digest, server: PreviewServer, page: Page) -> None:
    row = find(page, "second lamp")
    expect(row).to_have_count(1)
    digest.post("second-a", "The second lamp.", date="2024-01-01", pinned="true")
    server.publish(State(2, is_built=True))
    expect(row).to_contain_text("Pinned")


def test_the_board_has_a_column_for_each_topic(digest: Digest, page: Page) -> None:
    find(page, "second chair")
    page.keyboard.press("b")
    column = page.get_by_role("region", name="Old trains")
    page.get_by_role("listitem").filter(has_text="second chair").drag_to(column)
    expect(column).to_contain_text("The second chair")
    expect_done(page, "to Old trains")
    assert file_of(digest, "second-b", "trains").exists()


def test_the_board_shows_essays_before_the_topics(digest: Digest, page: Page) -> None:
    page.get_by_role("button", name="Board").click()
    first = page.get_by_role("group", name="Board").get_by_role("region").first
    expect(first).to_have_accessible_name("Essay (1)")
    expect(first).to_contain_text("On boards")


def test_says_what_went_wrong_and_shows_the_row_as_it_is(digest: Digest, page: Page) -> None:
    row = find(page, "stone 59")
    file = file_of(digest, "stone-059", "stones")
    page.route("**/desk/act", lambda route: route.fulfill(status=422, json={"message": "No."}))
    try:
        page.keyboard.press("p")
        expect(page.get_by_role("alert")).to_have_text("No.")
        expect(row).not_to_contain_text("Pinned")
    finally:
        page.unroute("**/desk/act")
    assert "pinned" not in file.read_text()


def test_a_filter_that_shows_nothing_says_so_and_what_it_takes_and_escape_empties_it(
    page: Page,
) -> None:
    page.keyboard.press("/")
    page.keyboard.type("colour:blue")
    expect(page.get_by_role("table", name="Documents")).to_contain_text(
        "No document matches the filter. The filter takes words, and: topic:trains"
    )
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_label("Filter")).to_have_value("")
    expect(rows(page).first).to_be_focused()


def test_lists_the_keys(page: Page) -> None:
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text("Join with previous")
    expect(keys).to_contain_text("Escape")
    expect(keys).to_contain_text("is:essay")
    page.keyboard.press("Escape")
    expect(keys).to_have_count(0)


def test_keys_of_one_character_can_be_turned_off(page: Page) -> None:
    page.keyboard.press("?")
    page.get_by_label("Letters and signs are keys").uncheck()
    page.keyboard.press("Escape")
    try:
        page.keyboard.press("x")
        expect(page.locator("[aria-selected=true]")).to_have_count(0)
        page.get_by_role("button", name="Keys").click()
    finally:
        page.evaluate("localStorage.clear()")
    expect(page.get_by_label("Letters and signs are keys")).not_to_be_checked()


def views(page: Page) -> Iterator[str]:
    """Opens the dialogs one after the other, then the board; yields the key of each."""
    yield "none"
    for key in ("?", "l", "t"):
        page.keyboard.press(key)
        expect(page.get_by_role("dialog")).to_be_visible()
        yield key
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("b")
    expect(page.get_by_role("region", name="Old trains")).to_be_visible()
    yield "b"


def test_a_key_counts_as_soon_as_a_dialog_is_closed(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.evaluate(
        """() => {
            const dialog = document.querySelector('dialog');
            dialog.close(); // its event comes later, and the focus stays in it until then
            dialog.dispatchEvent(new KeyboardEvent('keydown', {key: 'b', bubbles: true}));
        }"""
    )
    expect(page.get_by_role("region", name="Old trains")).to_be_visible()


def test_axe_finds_nothing_wrong_in_the_light_and_in_the_dark(page: Page) -> None:
    for key in views(page):
        page.emulate_media(color_scheme="light")
        assert violations(page) == [], key
        page.emulate_media(color_scheme="dark")
        assert violations(page, *COLOUR_RULES) == [], key


def test_fits_a_phone_with_targets_of_24_pixels(page: Page) -> None:
    page.set_viewport_size(NARROW)
    for key in views(page):
        page.evaluate(
            "new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))"
        )
        assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"], key
        small = page.evaluate(
            """() => [...document.querySelectorAll('a, button, input')].map(target => {
                const {width, height} = target.getBoundingClientRect();
                return [target.textContent, width, height];
            }).filter(([, width, height]) => width && (width < 24 || height < 24))"""
        )
        assert small == [], key


def test_is_reached_by_tab_alone(page: Page) -> None:
    page.get_by_label("Filter").focus()
    names = []
    for _ in range(16):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.textContent"))
        if page.evaluate("document.activeElement.matches('[role=row]')"):
            break
    assert {"Move", "Pin", "Hide", "Split", "Delete", "Acts"} <= set(names)
    assert page.evaluate("document.activeElement.matches('[role=row]:focus-visible')")


def test_speaks_the_language_of_the_digest(digest: Digest, page: Page) -> None:
    config = (digest.root / "sitegen.toml").read_text()
    digest.write("sitegen.toml", f'{config}language = "de-AT"\n')
    try:
        page.reload()
        expect(page.get_by_role("table", name="Dokumente")).to_be_visible()
        expect(page.get_by_role("button", name="Ausblenden")).to_be_visible()
        assert page.evaluate("document.documentElement.lang") == "de"
    finally:
        digest.write("sitegen.toml", config)
