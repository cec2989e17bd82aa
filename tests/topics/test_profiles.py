import pytest

from sitegen.topics.profiles import format_profile, parse_profile

RYE = "Rye bread wants a hot oven, good flour, and a whole day of patience, says the baker"
SCORES = {"Baking": 81, "Food & drink, slowly": 30}
LINE = format_profile(RYE, SCORES.items())


@pytest.mark.parametrize("scores", [SCORES, {}])
def test_a_line_holds_a_profile(scores: dict[str, int]) -> None:
    profile = parse_profile(format_profile(RYE, scores.items()))
    assert profile
    assert profile.scores == scores
    assert profile.fits(RYE)


@pytest.mark.parametrize("line", ["0123\tBaking", "0123\t81", "0123\t81 ", "0\t8.1 Baking", "0\t"])
def test_a_line_in_another_form_has_none(line: str) -> None:
    assert parse_profile(line) is None


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        (RYE.replace("hot", "very hot").replace("baker", "miller"), True),
        (f"{RYE}. {'And so do we, every single morning of the week. ' * 9}", True),
        ("A grandmaster wants a whole day of patience, and a rook in good time", False),
        ("", False),
    ],
)
def test_a_profile_fits_as_long_as_half_of_its_words_stay(text: str, *, fits: bool) -> None:
    profile = parse_profile(LINE)
    assert profile
    assert profile.fits(text) is fits


def test_a_profile_of_no_words_fits_texts_of_none() -> None:
    profile = parse_profile(format_profile("Hm. So it is.", ()))
    assert profile
    assert profile.fits("So it is!")
    assert not profile.fits(RYE)


def test_the_addresses_of_links_do_not_matter_as_a_build_reads_the_text_without_them() -> None:
    linked = RYE.replace(
        "bread", "[bread](https://a.example/some/very-long/path/of-many/words/here)"
    )
    assert format_profile(linked, SCORES.items()) == LINE
