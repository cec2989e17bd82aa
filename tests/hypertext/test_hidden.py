"""What a browser does not show, which is removed from HTML."""

import pytest

from sitegen.hypertext.hidden import without_hidden


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Oil</p><p hidden>Gas <b>and</b> wax</p><p>Wick</p>", "<p>Oil</p><p>Wick</p>"),
        ("<div hidden><div>Gas</div>Wax</div>Oil", "Oil"),
        ('<p style="Display : None">Gas</p>Oil<dialog>Wax</dialog>', "Oil"),
        ("<script hidden>'</p>'</script>Oil", "Oil"),
        ("<dialog open>Oil</dialog><p hidden=until-found>Wick</p>", None),
        ("<br hidden>Oil<p>hidden</p>", None),
        ("<p hidden>Oil<p>Wick</p>", None),
    ],
)
def test_elements_that_are_not_shown_are_removed(html: str, shown: str | None) -> None:
    assert without_hidden(html) == (html if shown is None else shown)


def test_tens_of_thousands_of_elements_without_an_end_tag_stay() -> None:
    html = "<p hidden>Oil" * 20_000  # each compared with all after it, they took minutes
    assert without_hidden(html) == html
