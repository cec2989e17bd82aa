"""Digests at the edges of what there can be, in every look, in real Chromium."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.digest import Digest
from tests.gates import (
    ARABIC,
    LOOKS,
    Host,
    direction_of,
    hosted,
    open_page,
    violations,
    wider_than_the_screen,
)

pytestmark = pytest.mark.slow

LANGUAGES = {
    "ar": ARABIC,
    "de": "Eine alte Lampe zu reparieren ist besser, als eine neue zu kaufen.",
    "el": "Είναι καλύτερο να επισκευάζεις μια παλιά λάμπα παρά να αγοράζεις καινούργια.",
    "en": "It is better to mend an old lamp than to buy a new one.",
    "es": "Es mejor arreglar una lámpara vieja que comprar una nueva en la tienda.",
    "fa": "تعمیر کردن یک چراغ قدیمی بهتر از خریدن یک چراغ نو است، این را همه می‌دانند.",
    "he": "לתקן מנורה ישנה עדיף על לקנות חדשה, וזה מה שלמדנו מהשכנים שלנו ברחוב.",
    "hi": "पुराने दीपक की मरम्मत करना नया खरीदने से बेहतर है, यह सब लोग जानते हैं।",
    "ja": "古いランプを直すほうが、新しいものを買うよりもよいと私たちは思います。",
    "ru": "Починить старую лампу лучше, чем купить новую, это знает каждый.",
    "th": "การซ่อมตะเกียงเก่าดีกว่าการซื้อตะเกียงใหม่เสมอสำหรับทุกคน",
    "zh": "修理一盏旧灯比买一盏新灯要好得多，大家都知道这个道理。",
}
FROM_THE_RIGHT = {"ar", "fa", "he"}
WORD = "W" * 10_000


@pytest.fixture
def page(shared_page: Page) -> Page:
    shared_page.set_viewport_size({"width": 1280, "height": 720})
    return shared_page


@pytest.fixture(params=LOOKS)
def digest(request: pytest.FixtureRequest, tmp_path: Path) -> Digest:
    """A digest in one of the looks, with a front page and nothing else."""
    return in_look(Digest(tmp_path), str(request.param))


def in_look(digest: Digest, theme: str, language: str = "en", title: str = "Mending") -> Digest:
    return digest.write(
        "sitegen.toml",
        f'title = "{title}"\nlanguage = "{language}"\ntheme = "{theme}"\n'
        'base_url = "https://digest.example/"\n',
    )


@contextmanager
def built(digest: Digest) -> Iterator[Host]:
    with hosted(digest.build().root / "output") as host:
        yield host


def holds(host: Host, page: Page, *addresses: str, axe: bool = True) -> None:
    """What must be so on every page: it fits the narrow and the wide, and axe is content."""
    for address in addresses:
        open_page(page, host, address)
        for width in (1280, 640, 320):
            page.set_viewport_size({"width": width, "height": 720})
            assert wider_than_the_screen(page) == [], f"/{address} at {width} pixels"
        assert not axe or violations(page) == [], f"/{address}"


def test_a_digest_without_posts_says_so(digest: Digest, page: Page) -> None:
    with built(digest) as host:
        holds(host, page, "archive/", "404.html", "")
        assert "There is nothing in this digest yet." in page.locator("main").inner_text()


def test_a_digest_of_one_post_is_complete(digest: Digest, page: Page) -> None:
    digest.post("only", "The only post.")
    with built(digest) as host:
        holds(host, page, "archive/")
        for address in ("", "topics/craft/", "posts/only/"):
            holds(host, page, address)
            assert "The only post." in page.locator("main").inner_text()
            assert "1 posts" not in page.locator("body").inner_text()


def test_a_word_of_ten_thousand_letters_breaks_nothing(digest: Digest, page: Page) -> None:
    digest.post("word", WORD, title=WORD, author=WORD, tags=f"[{WORD}]", note=WORD)
    digest.page("topics/craft/_index.md", WORD, title=WORD)
    digest.page("essays/word.md", f"## {WORD}\n\n{WORD}\n\n## {WORD}", title=WORD)
    digest.page("about.md", f"`{WORD}`\n\n```\n{WORD}\n```\n\n| {WORD} |\n|---|", title=WORD)
    in_look(digest, theme_of(digest), title=WORD)
    addresses = ("", "topics/craft/", "posts/word/", "essays/word/", "about/", "archive/")
    with built(digest) as host:
        holds(host, page, *addresses, axe=False)


def theme_of(digest: Digest) -> str:
    settings = (digest.root / "sitegen.toml").read_text(encoding="utf-8")
    return next(theme for theme in LOOKS if f'theme = "{theme}"' in settings)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    """A digest with a topic of more posts than a page of the archive has."""
    digest = Digest(tmp_path_factory.mktemp("many"))
    for number in range(520):
        digest.post(f"post-{number:04}", f"The post of number {number}.")
    return digest


@pytest.mark.parametrize("theme", LOOKS)
def test_a_topic_of_hundreds_of_posts_is_walked_page_by_page(
    many: Digest, page: Page, theme: str
) -> None:
    with built(in_look(many, theme)) as host:
        holds(host, page, "", "topics/craft/5/")
        holds(host, page, "archive/undated/", axe=False)
        assert page.locator("main .entries li").count() == 500
        open_page(page, host, "topics/craft/10/")
        page.locator("nav.pager a[rel=next]").click()
        assert page.url == f"{host.address}topics/craft/11/index.html"
        assert page.locator("article.post").count() == 20
        assert page.locator("nav.pager a[rel=next]").count() == 0
        page.get_by_role("link", name="First page").click()
        assert page.url == f"{host.address}topics/craft/index.html"


def test_a_digest_can_have_twelve_languages(digest: Digest, page: Page) -> None:
    for language, text in LANGUAGES.items():
        digest.post(language, text, topic="lamps", lang=language, author=text.split()[0])
    with built(digest) as host:
        holds(host, page, "topics/lamps/")
        holds(host, page, "", "archive/", "posts/ar/", "posts/th/", axe=False)
        page.set_viewport_size({"width": 1280, "height": 720})
        open_page(page, host, "topics/lamps/")
        for language, text in LANGUAGES.items():
            way = "rtl" if language in FROM_THE_RIGHT else "ltr"
            assert direction_of(page, text) == way, language


def test_every_text_names_its_language(digest: Digest, page: Page) -> None:
    for language, text in LANGUAGES.items():
        digest.post(language, text, topic="lamps", lang=language)
    with built(digest) as host:
        open_page(page, host, "topics/lamps/")
        for language, text in LANGUAGES.items():
            marked = page.locator(f":lang({language}) > p").filter(has_text=text)
            assert marked.count() == 1, language


def test_a_digest_in_arabic_is_laid_out_from_right_to_left(digest: Digest, page: Page) -> None:
    in_look(digest, theme_of(digest), language="ar", title="إصلاح")
    digest.page("essays/lamps.md", f"## جزء\n\n{ARABIC}\n\n## جزء آخر", title="مصابيح")
    digest.post("lamp", ARABIC, title="مصباح", author="ليلى", date="2024-05-01")
    digest.post("english", "A post in English among the others, which runs its own way.")
    digest.post("other", ARABIC, topic="words")
    addresses = ("", "topics/craft/", "posts/lamp/", "essays/lamps/", "archive/", "404.html")
    with built(digest) as host:
        for address in addresses:
            holds(host, page, address)
            page.set_viewport_size({"width": 1280, "height": 720})
            assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
            assert page.evaluate(STARTS) == ["rtl"] * 2, address
        open_page(page, host, "topics/craft/")
        assert direction_of(page, "A post in English") == "ltr"
        assert direction_of(page, "المصباح") == "rtl"


STARTS = """() => [".masthead li a", ".colophon .facts span"].map(part => {
  const box = document.querySelector(part).getBoundingClientRect();
  const around = document.querySelector(part).closest("ul, p").getBoundingClientRect();
  return around.right - box.right <= box.left - around.left ? "rtl" : "ltr";
})"""
