"""A post or a topic as Markdown with its source: by the command, and by the button of its page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from sitegen.cli import main
from tests.digest import Digest
from tests.gates import Host, hosted

HERE = Path(__file__).parent
HOME = "https://digest.example/sub/"
CONFIG = f'title = "Small Repairs"\nbase_url = "{HOME}"\n'


def copied(digest: Digest, name: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(digest.root)
        result = CliRunner().invoke(main, ["copy", name])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    digest = Digest(tmp_path_factory.mktemp("rich")).write("sitegen.toml", CONFIG)
    digest.page("topics/craft/_index.md", "An *introduction*.", title="'Craft & *more*'")
    header = {"author": "Ann Lee", "date": "2024-03-29", "source": "https://origin.example/1"}
    digest.post("one", (HERE / "markup.md").read_text("utf-8"), title="One", **header)
    digest.post("two", (HERE / "more_markup.md").read_text("utf-8"), title="'Two *[x]* <b>'")
    digest.post("three", "Just *words*.[^1]\n\n[^1]: A note.", date="2024-01-02")
    link = '{address: "https://news.example/a", title: "The *news*"}'
    digest.post("four", "A comment.", link=link, author="bo")
    digest.post("five", "1. not a list, *nor* [this]\n#tag @bo_b", dump="{file: x.txt}", lang="de")
    digest.post("six", "Not yet.", draft="true")
    return digest.build()


def test_a_post_is_copied_with_its_title_author_date_and_source(rich: Digest) -> None:
    text = copied(rich, "one")
    assert text.startswith("# One\n\nA *soft* and **loud** line")
    assert text.endswith("\n\n— Ann Lee, 29 March 2024, <https://origin.example/1>\n")
    assert f"[another post]({HOME}posts/plain/)" in text


def test_a_post_without_a_source_elsewhere_names_its_own_address(rich: Digest) -> None:
    assert copied(rich, "posts/three/") == (
        f"Just *words*.[^1]\n\n[^1]: A note.\n\n— 2 January 2024, <{HOME}posts/three/>\n"
    )


def test_a_link_post_is_copied_with_what_it_is_about(rich: Digest) -> None:
    assert copied(rich, "four").startswith(
        "# [The \\*news\\*](https://news.example/a)\n\nA comment"
    )


def test_a_topic_is_copied_with_its_published_posts_and_each_note_once(rich: Digest) -> None:
    text = copied(rich, "Craft & *more*")
    assert text == copied(rich, "craft")
    assert text.startswith("# Craft & \\*more\\*\n\nAn *introduction*.\n\n")
    assert text.endswith(f"\n\n***\n\n— Small Repairs, <{HOME}topics/craft/>\n")
    assert "Not yet" not in text
    notes = [line.partition("]:")[0] for line in text.splitlines() if line.startswith("[^")]
    assert len(notes) == len({*notes}) == 4


def test_without_an_address_of_the_site_no_address_is_made_up(digest: Digest) -> None:
    digest.write("sitegen.toml", 'title = "Small Repairs"\n').post("one", "A [link](/about/).")
    assert copied(digest, "one") == "A link.\n"
    assert copied(digest, "craft").endswith("***\n\n— Small Repairs\n")


def test_what_cannot_be_copied_is_explained(digest: Digest) -> None:
    digest.post("one", title="Same").post("two", title="Same")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(digest.root)
        for name, problem in (
            ("nothing", "there is no topic and no post"),
            ("same", "may be 2 posts"),
        ):
            result = CliRunner().invoke(main, ["copy", name])
            assert (result.exit_code, result.stdout) == (2, "")
            assert problem in result.stderr


@pytest.fixture(scope="module")
def host(rich: Digest) -> Iterator[Host]:
    with hosted(rich.root / "output") as host:
        yield host


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    permissions = ["clipboard-read", "clipboard-write"]
    with browser.new_context(permissions=permissions) as context:
        yield context.new_page()


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("topics/craft/", "craft"),
        *((f"posts/{n}/", n) for n in ("one", "two", "three", "four", "five")),
    ],
)
def test_the_button_of_a_page_copies_what_the_command_prints(
    rich: Digest, host: Host, page: Page, address: str, name: str
) -> None:
    page.goto(f"{host.address}{address}")
    page.click(".copy button")
    page.wait_for_selector(".copy [role=status]:not(:empty)")
    assert page.inner_text(".copy [role=status]") == "Copied"
    assert page.evaluate("navigator.clipboard.readText()") == copied(rich, name)


def test_the_button_copies_from_the_disk(rich: Digest, page: Page) -> None:
    page.goto(f"file://{rich.root}/output/posts/four/index.html")
    page.click(".copy button")
    page.wait_for_selector(".copy [role=status]:not(:empty)")
    assert page.evaluate("navigator.clipboard.readText()") == copied(rich, "four")


def test_without_an_address_of_the_site_no_path_of_the_disk_is_copied(
    digest: Digest, page: Page
) -> None:
    digest.write("sitegen.toml", 'title = "Small Repairs"\n')
    digest.page("about.md", "Who.", title="About")
    digest.post("one", "A [link](/about/) and [one](https://a.example/b).", author="Ann").build()
    page.goto(f"file://{digest.root}/output/posts/one/index.html")
    page.click(".copy button")
    page.wait_for_selector(".copy [role=status]:not(:empty)")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == copied(digest, "one") == "A link and [one](https://a.example/b).\n\n— Ann\n"


def test_there_is_no_button_without_a_script_or_a_clipboard(
    rich: Digest, host: Host, browser: Browser
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{host.address}posts/one/")
        assert not page.is_visible(".copy")
    with browser.new_context() as context:
        context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page = context.new_page()
        page.goto(f"{host.address}posts/one/")
        assert not page.is_visible(".copy")
        assert page.locator(".copy button").count() == 0
