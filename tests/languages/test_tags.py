"""Language tags: which are known, and which way they are written."""

import pytest

from sitegen.languages import are_same_language, checked_tag, direction_of, text_direction


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("EN-gb", "en-GB"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("de-CH-1996", "de-CH-1996"),
        ("iw", "he"),
        ("tlh", "tlh"),
        ("lif", "lif"),
        ("en-x-mine", "en-x-mine"),
    ],
)
def test_a_tag_is_written_in_its_usual_case(written: str, tag: str) -> None:
    assert checked_tag(written) == tag


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("german", "did you mean “de”?"),
        ("Englisch", "did you mean “en”?"),
        ("pt_BR", "did you mean “pt-BR”?"),
        ("en-", "did you mean “en”?"),
        ("", "it must be a tag such as en, de or pt-BR"),
        ("9", "it must be a tag such as en, de or pt-BR"),
    ],
)
def test_an_unknown_language_is_refused_with_the_nearest_one(written: str, near: str) -> None:
    with pytest.raises(ValueError, match=f"there is no language “{written}”; ") as caught:
        checked_tag(written)
    assert near in str(caught.value)


@pytest.mark.parametrize("tag", ["xx", "en-Xxxx", "en-XX", "qqq"])
def test_a_language_script_or_region_that_does_not_exist_is_refused(tag: str) -> None:
    with pytest.raises(ValueError, match="there is no language"):
        checked_tag(tag)


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("en", "ltr"),
        ("ja", "ltr"),
        ("ar", "rtl"),
        ("he", "rtl"),
        ("fa-AF", "rtl"),
        ("ur", "rtl"),
        ("az-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("de-Hebr", "rtl"),
        ("ars", "rtl"),
        ("en-x-arab", "ltr"),
        ("pa-PK", "rtl"),
        ("pa", "ltr"),
    ],
)
def test_a_language_is_written_the_way_its_script_is(tag: str, direction: str) -> None:
    assert direction_of(tag) == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("12: one", "ltr"),
        ("… «سلام»", "rtl"),
        ("!! שלום all", "rtl"),
        ("12:30 …", None),
        ("", None),
    ],
)
def test_a_text_runs_the_way_of_its_first_letter(text: str, direction: str | None) -> None:
    assert text_direction(text) == direction


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("en", "en-GB", True),
        ("zh-Hant", "zh-TW", True),
        ("zh", "zh-TW", False),
        ("sr", "sr-Latn", False),
        ("nb", "da", False),
    ],
)
def test_two_tags_can_be_the_same_language_in_different_regions(
    one: str, other: str, *, same: bool
) -> None:
    assert are_same_language(one, other) == are_same_language(other, one) == same


@pytest.mark.parametrize(
    ("tag", "current"),
    [
        ("iw", "he"),
        ("IW-il", "he-IL"),
        ("iw-Hebr-x-mine", "he-Hebr-x-mine"),
        ("in", "id"),
        ("ji", "yi"),
        ("mo", "ro"),
        ("jw", "jv"),
        ("cmn-hant", "zh-Hant"),
        ("zh-cmn-Hans-CN", "zh-Hans-CN"),
        ("zh-yue", "yue"),
        ("deu-AT", "de-AT"),
        ("sh", "sr-Latn"),
        ("sh-Cyrl", "sr-Cyrl"),
        ("en-UK", "en-GB"),
        ("de-DD", "de-DE"),
    ],
)
def test_a_withdrawn_code_becomes_the_one_that_replaced_it(tag: str, current: str) -> None:
    assert checked_tag(tag) == current
