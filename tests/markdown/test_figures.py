import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import Flavour, escape_essay, escape_post, render_markdown

LINKS = LinkConfig()


def html_of(source: str, flavour: Flavour = "page") -> str:
    return render_markdown(source, flavour, LINKS).html


def test_tildes_strike_text_out() -> None:
    assert html_of("a ~~b *c*~~ d") == "<p>a <del>b <em>c</em></del> d</p>"


@pytest.mark.parametrize("text", ["a ~~ b ~~ c", r"\~~a\~~", "`~~a~~`", "~~~a~~~ b", "~~a"])
def test_other_tildes_stay(text: str) -> None:
    assert "<del>" not in html_of(text)


def test_the_title_of_a_picture_alone_is_its_caption() -> None:
    assert html_of('![A lamp](/l.jpg "The *old* lamp")') == (
        '<figure><img alt="A lamp" src="/l.jpg"><figcaption>The *old* lamp</figcaption></figure>'
    )


def test_a_linked_picture_has_a_caption_too() -> None:
    html = html_of('[![A lamp](/l.jpg "Old")](/big.jpg)')
    assert html.startswith('<figure><a href="/big.jpg"><img')
    assert html.endswith("<figcaption>Old</figcaption></figure>")


@pytest.mark.parametrize("text", ['See ![A](/a.jpg "T")', "![A](/a.jpg)", '![A](/a "T") ![B](/b)'])
def test_other_pictures_are_no_figures(text: str) -> None:
    assert "<figure" not in html_of(text)


def test_tasks_are_check_boxes_with_labels() -> None:
    html = html_of("- [ ] to *do*\n- [x] done\n- [X] done too\n- [y] none\n- [ ]none")
    assert html.count("<input") == 3
    assert html.count("checked") == 2
    assert '<label><input disabled type="checkbox"> to <em>do</em></label>' in html
    assert "<li>[y] none</li>" in html


def test_numbered_and_loose_tasks_are_check_boxes_too() -> None:
    html = html_of("1. [ ] one\n\n2. [x] two\n\n   more")
    assert '<p><label><input disabled type="checkbox"> one</label></p>' in html
    assert "<p>more</p>" in html


@pytest.mark.parametrize("text", ["~~a~~ b", "- [ ] a\n- [x] b", '![a](b "c")'])
def test_imported_text_shows_these_signs(text: str) -> None:
    assert render_markdown(escape_post(text), "post", LINKS).text == text
    assert render_markdown(escape_essay(text), "essay", LINKS).text.replace("\n\n", "\n") == text
