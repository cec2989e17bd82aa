import pytest

from sitegen.topics.embeddings import load_model
from sitegen.topics.group_titles import name_groups
from sitegen.topics.title_words import is_telling_title, is_telling_word

OTHERS = ["The bread is late.", "A quiet walk.", "Two red doors.", "Cold soup again."]


@pytest.mark.parametrize(
    "word",
    [
        *("dans", "nicht", "ikke", "jest", "olan", "nagyon", "pentru", "yang", "được", "että"),
        *("что", "для", "και", "هذا", "את", "است", "में", "これ", "今日", "我们", "그리고"),
        *("km", "kg", "Minutes", "percent", "kWh", "Prozent", "euros", "°C"),
        *("nbsp", "href", "div", "jpg", "https", "PDF", "utm"),
        *("2023", "1990s", "10k", "4th", "1.2", "½", "twelve", "iii", "hundert"),
        *("Tuesday", "martes", "Juli", "noviembre", "today"),
        *("demandé", "vroeg", "powiedział", "sade", "znowu", "сказала"),
        *("أخرى", "повече", "također", "vedno", "ktoré", "tačiau", "nekas", "siiski"),
        *("لیکن", "แล้ว", "কিন্তু", "gehiago", "moito", "kwamba", "ankoraŭ", "jeszcze"),
        *("rt", "thread", "Edit", "lol", "things", "Leute", "cosas"),
    ],
)
def test_a_word_that_names_nothing_is_not_telling(word: str) -> None:
    assert not is_telling_word(word)
    assert not is_telling_title(word)


@pytest.mark.parametrize(
    "word", ["Sauerteig", "cello", "ajedrez", "C3PO", "Nachtzüge", "собака", "ゲーム", "ekmek"]
)
def test_a_word_with_a_subject_is_telling(word: str) -> None:
    assert is_telling_word(word)


def test_function_words_of_other_languages_are_words_in_english() -> None:
    assert is_telling_word("hat", english=True)
    assert not is_telling_word("hat")


def test_a_title_needs_one_telling_word() -> None:
    assert is_telling_title("Ten days on the canal")
    assert not is_telling_title("Ten days of this")


@pytest.mark.parametrize(
    ("group", "word"),
    [
        (["Vi fikk ikkje sove.", "Det er ikkje sant.", "Ikkje i dag heller."], "ikkje"),
        (["Nagyon fáj a lábam.", "Nagyon szép volt.", "Ez nagyon hideg."], "nagyon"),
        (["Ran 12 km uphill.", "The km felt long.", "One km, then home."], "km"),
        (["Fixed &nbsp; again.", "An nbsp in the title.", "More nbsp, less sense."], "nbsp"),
        (["Back in 1987 we sang.", "It was 1987.", "Nobody knew in 1987."], "1987"),
    ],
)
def test_no_group_is_named_by_a_word_that_names_nothing(group: list[str], word: str) -> None:
    assert word not in name_groups([group, OTHERS], load_model())[0].lower()
