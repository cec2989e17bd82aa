import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import render_markdown


def html_of(source: str) -> str:
    return render_markdown(source, "page", LinkConfig()).html


@pytest.mark.parametrize(
    "opening",
    [
        "<details>\n<summary>More</summary>",
        "<details open><summary>More</summary>",
        '<div align="center">',
        "<section>\n<div>",
    ],
)
@pytest.mark.parametrize("before", ["", "Text.\n\n", "## Head\n", "<div>a</div>\n\n"])
def test_markdown_is_read_within_an_element_that_a_blank_line_follows(
    opening: str, before: str
) -> None:
    html = html_of(f"{before}{opening}\n\n- *one*\n\n</details></div></section>\n")
    assert "<li><em>one</em></li>" in html
    assert "markdown=" not in html


def test_elements_may_stand_within_and_below_each_other() -> None:
    one = "<details>\n<summary>A</summary>\n\n*a*\n\n</details>\n"
    assert html_of(one + one).count("<em>a</em>") == 2
    assert "<em>a</em>" in html_of(f"<details>\n<summary>B</summary>\n\n{one}\n</details>\n")
    assert "<em>a</em>" in html_of("- item\n\n  <div>\n\n  *a*\n\n  </div>\n- next")


@pytest.mark.parametrize(
    "source",
    [
        "<div>\n*a*\n</div>",
        "<div>*a*</div>",
        "<pre>\n\n*a*\n\n</pre>",
        "```\n<div>\n\n*a*\n```",
        '<div markdown="0">\n\n*a*\n\n</div>',
    ],
)
def test_other_html_is_unchanged(source: str) -> None:
    assert "*a*" in html_of(source)
