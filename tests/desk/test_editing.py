"""Editing a text in place: its result beside it, pictures in it, and the details of a post."""

import base64
import re
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, FrameLocator, Page, expect

from tests.desk.bars import file_of, press, press_topic, save
from tests.desk.served import served
from tests.digest import Digest
from tests.gates import violations

MARKED = 'Before <img src="x" onerror="parent.hasRun = 1"><script>parent.hasRun = 1</script> after.'
SEND_PICTURE = """(text, [event, data]) => {
  const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], "Old lamp.png", { type: "image/png" }));
  const [kind, key] = event === "paste"
    ? [ClipboardEvent, "clipboardData"] : [DragEvent, "dataTransfer"];
  text.dispatchEvent(new kind(event, { [key]: transfer, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    digest = Digest(tmp_path_factory.mktemp("editing"))
    for name in ("typed", "safe", "dropped", "detailed"):
        digest.post(name, f"The {name} post.")
    return digest.build()


@pytest.fixture(scope="module")
def address(digest: Digest) -> Iterator[str]:
    with served(digest.root) as address:
        yield address


@pytest.fixture
def page(shared_page: Page, address: str) -> Iterator[Page]:
    """A new tab: what was typed in another test is kept in its own."""
    with closing(shared_page.context.new_page()) as page:
        page.set_default_timeout(20_000)
        page.goto(f"{address}topics/craft/")
        yield page


def result(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[title=Result]")


def png(colour: str = "red") -> bytes:
    file = BytesIO()
    Image.new("RGB", (3, 3), colour).save(file, "PNG")
    return file.getvalue()


def test_the_result_follows_what_is_typed_in_the_style_of_the_page(page: Page) -> None:
    style = "element => getComputedStyle(element).font"
    font = page.locator(".h-entry .e-content").first.evaluate(style)
    press(page, "typed", "Edit")
    expect(result(page).locator("p")).to_have_text("The typed post.")
    page.get_by_role("textbox", name="Text").fill("Now with *weight*.\n\n- a list")
    expect(result(page).locator("em")).to_have_text("weight")
    expect(result(page).locator("li")).to_have_text("a list")
    assert result(page).locator(".e-content").evaluate(style) == font
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    # The toolbar follows the new width in the next frame.
    page.evaluate("new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.set_viewport_size({"width": 1280, "height": 720})


def test_no_script_runs_in_the_result_and_its_links_lead_nowhere(page: Page) -> None:
    press(page, "safe", "Edit")
    link = '<a href="/posts/typed/">Typed</a> <a href="javascript:parent.hasRun=1">Bad</a>'
    page.get_by_role("textbox", name="Text").fill(f"{MARKED} {link}")
    expect(result(page).locator("p")).to_contain_text("Before")
    for name in ("Typed", "Bad"):
        result(page).get_by_role("link", name=name).click()
    expect(result(page).locator("p")).to_contain_text("Before")
    assert page.evaluate("window.hasRun") is None


@pytest.mark.parametrize("event", ["drop", "paste"])
def test_a_picture_is_put_into_the_text_with_its_words(
    digest: Digest, page: Page, event: str
) -> None:
    press(page, "dropped", "Edit")
    text = page.get_by_role("textbox", name="Text")
    text.press("Control+End")
    text.evaluate(SEND_PICTURE, [event, base64.b64encode(png()).decode()])
    words = page.get_by_role("textbox", name="What the picture shows")
    expect(words).to_be_focused()
    words.fill("A [lamp]")
    words.press("Enter")
    expect(words).to_have_count(0)
    count = 2 if event == "paste" else 1  # beside the one that was dropped
    expect(result(page).get_by_role("img", name="A [lamp]")).to_have_count(count)
    save(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    written = file_of(digest, "dropped").read_text()
    assert written.count("\n\n![A \\[lamp\\]](/media/old-lamp-") == count
    assert len(list((digest.root / "content/media").glob("old-lamp-*.png"))) == 1


def test_a_picture_is_chosen_for_a_new_post_and_what_is_none_is_refused(
    digest: Digest, page: Page
) -> None:
    press_topic(page, "New post")
    page.get_by_role("textbox", name="Text").fill("A *new* post.")
    expect(result(page).locator("em")).to_have_text("new")
    chooser = page.get_by_label("Add a picture, or drop or paste it into the text")
    chooser.set_input_files(FilePayload(name="a.png", mimeType="image/png", buffer=b"no picture"))
    page.get_by_role("button", name="Add picture").click()
    expect(page.get_by_role("alert")).to_contain_text("this is not a picture")
    page.get_by_role("button", name="Leave it out").click()
    chooser.set_input_files(FilePayload(name="blue.png", mimeType="image/png", buffer=png("blue")))
    page.get_by_role("button", name="Add picture").click()
    text = page.get_by_role("textbox", name="Text")
    expect(text).to_have_value(re.compile(r"^A \*new\* post\.\n\n!\[\]\(/media/blue-\w+\.png\)$"))
    save(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert "![](/media/blue-" in file_of(digest, "a-new-post").read_text()


def test_a_wrong_date_is_told_and_right_details_are_written(digest: Digest, page: Page) -> None:
    before = file_of(digest, "detailed").read_bytes()
    press(page, "detailed", "Details")
    save(page, Date="yesterday", Author="Ann")
    expect(page.get_by_role("alert")).to_contain_text("“date” must be a date, such as 2023-03-29")
    assert file_of(digest, "detailed").read_bytes() == before
    save(page, Date="2023-03-29", Source="https://a.example/1")
    expect(page.get_by_role("dialog")).to_have_count(0)
    header = "---\ndate: 2023-03-29\nauthor: Ann\nsource: https://a.example/1\n---\n"
    assert file_of(digest, "detailed").read_text().startswith(header)
