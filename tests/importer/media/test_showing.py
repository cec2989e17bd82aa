import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.importer.composing import compose_page
from sitegen.importer.media import show_media
from sitegen.markdown import Flavour, render_markdown
from sitegen.models import Document, DumpPlace, LinkTarget, Medium

LAMP = Medium("img/lamp 1.jpg", "A lamp", "n/img/lamp 1.jpg", is_in_text=True, file="lamp-1.jpg")
CLIP = Medium("clip.mp4", "", "clip.mp4", is_in_text=True, file="clip-2.mp4")
GONE = Medium("https://far.example/a.png", "Gone", is_in_text=True)
LOCAL = Medium("gone.png", "Gone", is_in_text=True)
LOST_CLIP = Medium("lost.mp4", "", is_in_text=True)


def document(text: str, *media: Medium, markdown: bool = True, link: str = "") -> Document:
    return Document(
        id="1",
        kind="post",
        text=text,
        place=DumpPlace("dump"),
        is_markdown=markdown,
        media=media,
        link=LinkTarget(link) if link else None,
    )


def shown(text: str, *media: Medium) -> str:
    return show_media(document(text, *media), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![A lamp](img/lamp%201.jpg)", "![A lamp](/media/lamp-1.jpg)"),
        ("![A](<img/lamp 1.jpg> 'Title')", "![A](/media/lamp-1.jpg 'Title')"),
        ("![A][l]\n\n[l]: <img/lamp 1.jpg>", "![A][l]\n\n[l]: /media/lamp-1.jpg"),
        (
            "[![A](img/lamp%201.jpg)](https://a.example)",
            "[![A](/media/lamp-1.jpg)](https://a.example)",
        ),
        ("[the file](img/lamp%201.jpg)", "[the file](/media/lamp-1.jpg)"),
        ("`![A](img/lamp%201.jpg)`", "`![A](img/lamp%201.jpg)`"),
        ("```\n![A](img/lamp%201.jpg)\n```", "```\n![A](img/lamp%201.jpg)\n```"),
        (r"\![A](img/lamp%201.jpg)", r"\![A](/media/lamp-1.jpg)"),
    ],
)
def test_a_picture_of_the_dump_is_shown_from_the_site(text: str, expected: str) -> None:
    assert shown(text, LAMP) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![clip.mp4](clip.mp4)", "[clip.mp4](/media/clip-2.mp4)"),
        ("![](clip.mp4)", "[clip.mp4](/media/clip-2.mp4)"),
        ("[watch *it*](clip.mp4)", "[watch *it*](/media/clip-2.mp4)"),
        ("[clip.mp4](clip.mp4)", "[clip.mp4](/media/clip-2.mp4)"),
    ],
)
def test_a_film_of_the_dump_becomes_a_link(text: str, expected: str) -> None:
    assert shown(text, CLIP) == expected


@pytest.mark.parametrize("form", ["<{}>", "{}", "[{}]({})"])
def test_a_film_whose_address_stands_alone_leads_to_the_file(form: str) -> None:
    address = "https://far.example/clip.mp4"
    text = f"Look\n\n{form.format(address, address)}\n\nand see"
    film = Medium(address, "", "clip.mp4", is_in_text=True, file="clip-2.mp4")

    assert shown(text, film) == "Look\n\n[clip.mp4](/media/clip-2.mp4)\n\nand see"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![A *b*](https://far.example/a.png)", r"[A \*b\*](https://far.example/a.png)"),
        ("![](https://far.example/a.png)", "<https://far.example/a.png>"),
        ("![](//far.example/a.png)", "<https://far.example/a.png>"),
        ('![A](https://far.example/a.png "T")', '[A](https://far.example/a.png "T")'),
        ('![](https://far.example/a.png "T")', "[T](https://far.example/a.png)"),
        (
            "![A][l]\n\n[l]: https://far.example/a.png",
            "[A](https://far.example/a.png)\n\n[l]: https://far.example/a.png",
        ),
        (
            "![L]\n\n[l]: https://far.example/a.png",
            "[L](https://far.example/a.png)\n\n[l]: https://far.example/a.png",
        ),
        ("oh![A](https://far.example/a.png)", "oh[A](https://far.example/a.png)"),
        ("oh!![A](https://far.example/a.png)", r"oh\![A](https://far.example/a.png)"),
        ("[![A](https://far.example/a.png)](https://b.example)", "[A](https://b.example)"),
        ("[![](https://far.example/a.png)](https://b.example)", "<https://b.example>"),
        (
            "[![](https://far.example/a.png) words](https://b.example)",
            "[ words](https://b.example)",
        ),
        (
            "| a |\n| - |\n| ![x\\|y](https://far.example/a.png) |",
            "| a |\n| - |\n| [x\\|y](https://far.example/a.png) |",
        ),
        ("> - ![A](https://far.example/a.png)", "> - [A](https://far.example/a.png)"),
    ],
)
def test_a_picture_that_the_dump_lacks_becomes_one_link(text: str, expected: str) -> None:
    assert shown(text, GONE) == expected
    assert "<img" not in render_markdown(shown(text, GONE), "imported", LinkConfig()).html


def test_a_picture_without_an_address_leaves_its_words() -> None:
    assert shown("![Gone](gone.png) and [play](lost.mp4)", LOCAL, LOST_CLIP) == "Gone and play"
    assert shown("a ![](gone.png) b", LOCAL) == "a  b"


def test_media_outside_the_text_follow_it() -> None:
    below = (
        Medium("1.jpg", "A [lamp]", "1.jpg", file="1-a.jpg"),
        Medium("2.mp4", "", "2.mp4", file="2-b.mp4"),
        Medium("https://far.example/3.png", "Far"),
        Medium("https://far.example/4.png"),
        Medium("5.png", "Without *address*"),
        Medium("6.png"),
    )
    body = show_media(document("2 * 3", *below, markdown=False), "2 * 3")

    assert body.split("\n\n") == [
        "2 * 3",
        r"![A \[lamp\]](/media/1-a.jpg)",
        "[2.mp4](/media/2-b.mp4)",
        "[Far](https://far.example/3.png)",
        "<https://far.example/4.png>",
        r"*Without \*address\**",
    ]
    html = render_markdown(body, "post", LinkConfig()).html
    assert '<img alt="A [lamp]" src="/media/1-a.jpg">' in html
    assert html.count("<a ") == 3
    assert "<em>Without *address*</em>" in html


def test_a_link_post_does_not_lead_to_the_cover_of_the_page_that_it_links_to() -> None:
    linked = document("Mine", Medium("https://far.example/cover.png"), link="https://far.example")

    assert show_media(linked, "Mine") == "Mine"


def test_a_text_without_media_stays_as_it_is() -> None:
    text = "A [link](https://a.example) and ![^1] [x] ![ ]( and\n\n- [ ] a task\n"

    assert shown(text) == text


def test_many_brackets_are_read_once() -> None:
    text = "[" * 20_000 + "![a](https://far.example/a.png)" + '[a](b "' * 2_000 + " " * 50_000

    assert "<https" not in shown(text, GONE)
    assert "[a](https://far.example/a.png)" in shown(text, GONE)


@pytest.mark.parametrize(
    ("warning", "html"),
    [("Food", "<em>Food</em>"), ("a * b_c* `d`", "<em>a * b_c* `d`</em>")],
)
@pytest.mark.parametrize("markdown", [True, False])
def test_a_content_warning_is_the_first_line_of_the_page(
    warning: str, html: str, *, markdown: bool
) -> None:
    warned = Document(
        id="1",
        kind="post",
        text="Soup",
        place=DumpPlace("d"),
        is_markdown=markdown,
        warning=warning,
    )
    body = compose_page(warned, "post").decode().split("---\n")[-1]
    flavour: Flavour = "imported" if markdown else "post"

    assert html in render_markdown(body, flavour, LinkConfig()).html.split("\n")[0]
    assert body.rstrip("\n").endswith("\n\nSoup")
