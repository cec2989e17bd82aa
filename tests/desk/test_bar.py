"""What the buttons of the bar do with pages, in real Chromium."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.desk.bars import bar, choose, file_of, post, press, press_topic, save, told
from tests.desk.served import served
from tests.digest import Digest
from tests.gates import violations

POSTS = (
    *(
        "moved",
        "dragged",
        "begun",
        "shown",
        "pinned",
        "led",
        "titled",
        "tagged",
        "noted",
        "edited",
        "kept",
    ),
    *("taken", "split", "first", "joined", "grown", "opened", "deleted", "spared", "kept-typed"),
)

FORGET = """() => {
  sessionStorage.clear();
  for (const host of document.querySelectorAll("sitegen-toolbar, sitegen-corner")) {
    for (const dialog of host.shadowRoot.querySelectorAll("dialog")) dialog.remove();
    for (const told of host.shadowRoot.querySelectorAll("[role=status], [role=alert]"))
      told.textContent = "";
  }
}"""
"""Takes away what a test left open or was told."""


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    """A digest with a post for each test."""
    digest = Digest(tmp_path_factory.mktemp("bar"))
    digest.write("sitegen.toml", 'title = "Bars"\npage_size = 100\n')
    for number, name in enumerate(POSTS, 1):
        digest.post(name, f"The {name} post.\n\nIts second part.", order=str(number))
    digest.page("topics/craft/_index.md", "", title="Craft")
    for topic in ("trains", "ships", "islands"):
        digest.page(f"topics/{topic}/_index.md", "", title=topic.title())
        digest.post(topic[:-1], f"The {topic[:-1]} post.", topic=topic)
    for number, name in enumerate(("first-lamp", "second-lamp"), 1):
        digest.post(name, f"The {name} post.", topic="lamps", order=str(number))
    digest.page("essays/long.md", "The long post.", title="Long", also="[craft]")
    return digest.build()


@pytest.fixture(scope="module")
def address(digest: Digest) -> Iterator[str]:
    with served(digest.root) as address:
        yield address


@pytest.fixture
def page(shared_page: Page, address: str) -> Page:
    """The page of a topic, without a dialog or a message of the test before.

    It stays as it was built, so that no test waits for a build.
    """
    shared_page.set_default_timeout(20_000)
    topic = f"{address}topics/craft/"
    if shared_page.url != topic:
        shared_page.goto(topic)
        expect(post(shared_page, "spared").get_by_role("toolbar")).to_be_attached()
    shared_page.evaluate(FORGET)
    shared_page.mouse.move(0, 0)
    return shared_page


def done(page: Page, what: str) -> None:
    expect(told(page)).to_have_text(what, timeout=20_000)


def test_moves_a_post_to_a_new_topic(digest: Digest, page: Page) -> None:
    press(page, "moved", "Move")
    choose(page, "Bright lamps")
    done(page, "Move “The moved post” to Bright lamps")
    assert file_of(digest, "moved", "bright-lamps").exists()


def test_moves_a_post_that_is_dragged_to_a_topic(digest: Digest, page: Page) -> None:
    others = page.get_by_role("navigation", name="All topics")
    post(page, "dragged").locator("a.u-url").drag_to(others.get_by_role("link", name="Islands"))
    done(page, "Move “The dragged post” to Islands")
    assert file_of(digest, "dragged", "islands").exists()


def test_a_menu_offers_first_the_topics_that_begin_as_it_is_typed(page: Page) -> None:
    press(page, "spared", "Move")
    page.get_by_role("combobox", name="Topic").press_sequentially("s")
    expect(page.get_by_role("option").first).to_have_text("Ships")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(bar(page, "spared").get_by_role("button", name="Move", exact=True)).to_be_focused()


def test_shows_a_post_also_in_another_topic(digest: Digest, page: Page) -> None:
    press(page, "shown", "Also in")
    choose(page, "ship")
    done(page, "Show “The shown post” also in Ships")
    assert "also: [ships]\n" in file_of(digest, "shown").read_text()


@pytest.mark.parametrize(
    ("button", "name", "line"), [("Pin", "pinned", "pinned: true"), ("Lead", "led", "lead: true")]
)
def test_a_button_is_pressed_while_its_key_is_set(
    digest: Digest, page: Page, button: str, name: str, line: str
) -> None:
    before = file_of(digest, name).read_bytes()
    pressed = bar(page, name).get_by_role("button", name=button, exact=True)
    expect(pressed).to_have_attribute("aria-pressed", "false")
    pressed.click()
    expect(pressed).to_have_attribute("aria-pressed", "true")
    assert line in file_of(digest, name).read_text()
    pressed.click()
    expect(pressed).to_have_attribute("aria-pressed", "false")
    assert file_of(digest, name).read_bytes() == before


def test_a_title_is_text_and_never_markup(digest: Digest, page: Page) -> None:
    press(page, "titled", "Title")
    save(page, Title="A <b>title</b>")
    done(page, "Change title of “The titled post”")
    assert "title: A <b>title</b>" in file_of(digest, "titled").read_text()
    page.reload()
    toolbar = bar(page, "titled")
    expect(toolbar).to_have_accessible_description("A <b>title</b>")


def test_changes_the_tags_and_the_note(digest: Digest, page: Page) -> None:
    press(page, "tagged", "Tags")
    save(page, Tags="#glue, wood , glue")
    done(page, "Change tags of “The tagged post”")
    assert "tags: [glue, wood]\n" in file_of(digest, "tagged").read_text()
    press(page, "noted", "Note")
    save(page, Note="It *lasts*.")
    done(page, "Change note of “The noted post”")
    assert "note: It *lasts*." in file_of(digest, "noted").read_text()


def test_edits_the_text(digest: Digest, page: Page) -> None:
    press(page, "edited", "Edit")
    save(page, Text="The edited post.\n\nAnother part.\n")
    done(page, "Edit “The edited post”")
    assert file_of(digest, "edited").read_text().endswith("The edited post.\n\nAnother part.\n")


@pytest.mark.parametrize(
    ("name", "button", "expected"),
    [("kept", "Keep my text", "Mine."), ("taken", "Take the saved text", "T.")],
)
def test_the_editor_chooses_between_two_texts(
    digest: Digest, page: Page, name: str, button: str, expected: str
) -> None:
    file = file_of(digest, name)
    press(page, name, "Edit")
    page.get_by_role("textbox", name="Text").fill("Mine.\n")
    file.write_text(file.read_text().replace(f"The {name} post.\n\nIts second part.", "T."))
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_have_text("This page has changed meanwhile.")
    expect(page.get_by_role("textbox", name="The saved text")).to_have_value("T.")
    expect(page.get_by_role("button", name="Save", exact=True)).to_have_count(0)
    assert violations(page) == []
    page.get_by_role("button", name=button).click()
    if button == "Take the saved text":
        expect(page.get_by_role("textbox", name="Text", exact=True)).to_have_value("T.")
        page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert file.read_text().endswith(f"---\n\n{expected}\n")


def test_what_is_typed_is_kept_until_it_is_saved_or_cancelled(page: Page) -> None:
    text = page.get_by_role("textbox", name="Text")
    press(page, "kept-typed", "Edit")
    text.fill("Typed.")
    page.reload()
    expect(text).to_have_value("Typed.")
    page.keyboard.press("Escape")
    expect(text).to_have_count(0)
    page.reload()
    press(page, "kept-typed", "Edit")
    expect(text).to_have_value("Typed.")
    expect(page.get_by_role("dialog")).to_contain_text("This is not saved yet.")
    page.get_by_role("button", name="Cancel").click()
    press(page, "kept-typed", "Edit")
    expect(text).to_have_value("The kept-typed post.\n\nIts second part.")


def test_moves_a_post_earlier_and_later_in_its_topic(
    digest: Digest, page: Page, address: str
) -> None:
    page.goto(f"{address}topics/lamps/")
    press(page, "second-lamp", "Earlier")
    done(page, "Move “The second-lamp post” earlier")
    assert "order: 1\n" in file_of(digest, "second-lamp", "lamps").read_text()
    press(page, "second-lamp", "Later")
    done(page, "Move “The second-lamp post” later")
    assert "order: 2\n" in file_of(digest, "second-lamp", "lamps").read_text()


def test_splits_a_post_before_a_line(digest: Digest, page: Page) -> None:
    press(page, "split", "Split")
    page.get_by_role("dialog").get_by_role("button", name="Its second part.").click()
    done(page, "Split “The split post”")
    assert file_of(digest, "its-second-part").read_text().endswith("Its second part.\n")
    assert file_of(digest, "split").read_text().endswith("The split post.\n")
    press(page, "split", "Split")
    dialog = page.get_by_role("dialog", name="It has one sentence: nothing to split.")
    expect(dialog.get_by_role("button")).to_have_text("Cancel")


def test_splits_a_post_of_one_line_before_a_sentence(digest: Digest, page: Page) -> None:
    press(page, "split", "Edit")
    page.get_by_role("dialog").get_by_label("Text", exact=True).fill("A 🛶 is here. So is a lamp.")
    page.keyboard.press("Control+Enter")
    done(page, "Edit “The split post”")
    press(page, "split", "Split")
    page.get_by_role("dialog").get_by_role("button", name="So is a lamp.").click()
    done(page, "Split “A 🛶 is here. So is a lamp”")
    assert file_of(digest, "so-is-a-lamp").read_text().endswith("\nSo is a lamp.\n")
    assert file_of(digest, "split").read_text().endswith("\nA 🛶 is here.\n")


def test_joins_a_post_with_the_one_before(digest: Digest, page: Page) -> None:
    press(page, "joined", "Join with previous")
    page.get_by_role("dialog", name="Join with “The first post”?").get_by_role(
        "button"
    ).first.click()
    done(page, "Join “The joined post” with “The first post”")
    assert "The joined post." in file_of(digest, "first").read_text()
    assert not file_of(digest, "joined").exists()


def test_makes_a_post_an_essay_and_an_essay_a_post(digest: Digest, page: Page) -> None:
    press(page, "grown", "Make an essay")
    done(page, "Make “The grown post” an essay")
    assert (digest.root / "content/essays/grown.md").exists()
    page.goto(page.url.replace("topics/craft/", "essays/long/"))
    press(page, "long", "Make a post")
    done(page, "Make “Long” a post")
    assert file_of(digest, "long").exists()


def test_copies_the_path_of_a_post_for_an_editor_in_the_terminal(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "vim")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page, "opened", "Open file")
    path = "content/topics/craft/opened.md"
    done(page, f"The path is in the clipboard: {path}")
    assert page.evaluate("navigator.clipboard.readText()") == path


def test_deletes_a_post_only_after_a_question(digest: Digest, page: Page) -> None:
    press(page, "spared", "Delete")
    question = page.get_by_role("dialog", name="Delete “The spared post”?")
    question.get_by_role("button", name="Cancel").click()
    press(page, "deleted", "Delete")
    page.keyboard.press("Enter")
    done(page, "Delete “The deleted post”")
    assert file_of(digest, "spared").exists()
    assert not file_of(digest, "deleted").exists()


def test_a_failure_is_told_and_keeps_what_was_typed(page: Page) -> None:
    page.route("**/_sitegen/desk/act", lambda route: route.abort())
    press(page, "spared", "Title")
    save(page, Title="A title")
    expect(page.get_by_role("alert")).to_contain_text("The preview does not answer.")
    expect(page.get_by_role("textbox", name="Title")).to_have_value("A title")
    page.unroute("**/_sitegen/desk/act")


def test_describes_locks_and_renames_a_topic(digest: Digest, page: Page, address: str) -> None:
    file = digest.root / "content/topics/trains/_index.md"
    page.goto(f"{address}topics/trains/")
    press_topic(page, "Describe")
    save(page, Description="On rails.")
    done(page, "Change description of topic Trains")
    press_topic(page, "Lock")
    done(page, "Lock topic Trains")
    lock = page.get_by_role("button", name="Lock")
    expect(lock).to_have_attribute("aria-pressed", "true")
    press_topic(page, "Rename")
    save(page, Title="Railways")
    done(page, "Rename Trains to Railways")
    header = "---\ntitle: Railways\ndescription: On rails.\nlocked: true\n---\n"
    assert file.read_text().startswith(header)


def test_writes_a_post_in_a_topic_and_merges_it(digest: Digest, page: Page, address: str) -> None:
    page.goto(f"{address}topics/ships/")
    press_topic(page, "New post")
    save(page, Title="A boat", Text="It floats.")
    done(page, "New post in Ships")
    press_topic(page, "Merge into")
    choose(page, "isl")
    done(page, "Merge Ships into Islands")
    assert "It floats." in file_of(digest, "a-boat", "islands").read_text()


def test_the_arrow_keys_move_within_a_toolbar(page: Page) -> None:
    toolbar = post(page, "spared").get_by_role("toolbar", name="Edit post")
    toolbar.get_by_role("button", name="Move").focus()
    for key, name in (("ArrowRight", "Also in"), ("End", "Delete"), ("ArrowRight", "Move")):
        page.keyboard.press(key)
        expect(toolbar.get_by_role("button", name=name, exact=True)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Delete “The spared post”?")).to_be_visible()


def test_escape_hides_the_toolbar_under_the_pointer(page: Page) -> None:
    toolbar = bar(page, "spared")
    expect(toolbar).to_contain_class("shown")
    page.keyboard.press("Escape")
    expect(toolbar).not_to_contain_class("shown")
    post(page, "spared").dispatch_event("pointerenter", {"pointerType": "mouse"})  # by scrolling
    expect(toolbar).not_to_contain_class("shown")
    page.mouse.move(0, 0)
    expect(bar(page, "spared")).to_contain_class("shown")


def test_a_post_gets_its_toolbar_though_the_pointer_was_there_before(
    page: Page, address: str
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/_sitegen/desk/entries", hold)
    with page.expect_request("**/_sitegen/desk/entries"):
        page.goto(f"{address}posts/spared/")
    post(page, "spared").hover()
    held[0].continue_()
    expect(page.get_by_role("toolbar", name="Edit post")).to_contain_class("shown")
    page.unroute("**/_sitegen/desk/entries")


def test_a_tap_shows_the_toolbar_and_a_tap_elsewhere_hides_it(
    browser: Browser, address: str
) -> None:
    with browser.new_context(has_touch=True) as context, context.new_page() as page:
        page.goto(f"{address}topics/craft/")
        toolbar = post(page, "spared").get_by_role("toolbar", name="Edit post")
        expect(toolbar).to_be_attached()
        text = post(page, "spared").get_by_text("The spared post.")
        text.tap(position={"x": 90, "y": 15})  # two quick taps near each other would zoom
        expect(toolbar).to_contain_class("shown")
        expect(page.get_by_role("dialog")).to_have_count(0)
        page.wait_for_timeout(300)  # a finger is not quicker, and two quick taps are one gesture
        toolbar.get_by_role("button", name="Delete").tap()
        expect(page.get_by_role("dialog", name="Delete “The spared post”?")).to_be_visible()
        page.get_by_role("button", name="Cancel").tap()
        page.get_by_role("heading", level=1).tap()
        expect(toolbar).not_to_contain_class("shown")
