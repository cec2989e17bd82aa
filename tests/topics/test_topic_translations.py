"""The built-in topics in other languages."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest

from benchmarks.topics import measure_languages
from sitegen.models import Topic
from sitegen.topics import propose_topics
from sitegen.topics.everything_else import EVERYTHING_ELSE
from sitegen.topics.subjects import built_in_subjects
from sitegen.topics.topic_names import everything_else
from sitegen.topics.topic_translations import english_slug, load_translation, translated
from tests.importer.test_grouping import DigestFolder
from tests.topics.test_grouping import make_documents

GERMAN = (
    "Der Zug nach Kassel hatte 84 Minuten Verspätung, dafür war der Kaffee kalt.",
    "Am Bahnsteig steht ein Mann mit einer Zimmerpflanze und wartet auf den Nachtzug.",
    "Sauerteig ist wie ein Haustier, das man essen kann.",
    "Ich habe zum ersten Mal Brötchen gebacken. Die Steine im Garten sind weicher.",
    "Der Hund hat heute wieder den Postboten angebellt.",
    "Unser Dackel weigert sich, bei Regen vor die Tür zu gehen.",
)
SPANISH = (
    "El tren salió del andén sin mí, y el maquinista me saludó.",
    "La locomotora llegó con dos horas de retraso y sin vagones.",
    "La masa madre ha desbordado el tarro y casi la cocina.",
    "He quemado el pan otra vez, pero la harina era buena.",
)
ENGLISH = (
    "The sourdough starter came back from the neighbours with a name.",
    "Rye bread wants a hot oven, good flour and patience.",
)


def titles_of(
    texts: Sequence[str],
    language: str,
    names: str | None = None,
    encoder: Literal["auto", "off"] = "auto",
) -> dict[str, str]:
    documents = make_documents(texts)
    grouping = propose_topics(documents, language=language, names=names, encoder=encoder)
    titles = {topic.slug: topic.title for topic in grouping.topics}
    return {f"d{n}": titles[a.topic] for n, a in enumerate(grouping.assignments)}


@pytest.mark.parametrize("language", ["ar", "de", "es", "fr", "it", "ja", "nl", "pt"])
def test_every_topic_and_section_has_a_title_in_each_language(
    language: str,
) -> None:
    translation = load_translation(language)
    assert translation
    sections = {subject.section.title for subject in built_in_subjects() if subject.section}
    topics = {subject.topic.title for subject in built_in_subjects()}
    last = {EVERYTHING_ELSE.title}
    assert translation.titles.keys() - last == sections | topics
    assert translation.descriptions.keys() - last == sections
    assert translation.words.keys() in (topics, set())
    assert len({*translation.titles.values()}) == len(translation.titles)


def test_german_posts_get_german_topics_by_german_words() -> None:
    found = titles_of(GERMAN, "de")
    assert [found[f"d{n}"] for n in range(6)] == [
        *["Züge und Bahn"] * 2,
        *["Backen"] * 2,
        *["Hunde"] * 2,
    ]


def test_a_german_compound_is_known_by_its_last_part() -> None:
    texts = ("Die Linsensuppe dampft.", "Ein Teller voll Zwiebelsuppen.", "Mein Taschenrechner.")
    assert [*titles_of(texts, "de").values()] == ["Kochen", "Kochen", "Alles andere"]


def test_a_word_that_ends_others_by_chance_is_no_last_part() -> None:
    texts = ("Eine entfernte Ahnung.", "Der entfernte Deckel.", "Das Entfernte kommt zurück.")
    assert {*titles_of(texts, "de").values()} == {"Alles andere"}


def test_a_local_word_is_not_what_an_english_one_that_looks_like_it_means() -> None:
    """“Fiesta” is a car in English."""
    found = titles_of(("Las fiestas duran tres noches.", "Otra fiesta, y otra."), "es")
    assert {*found.values()} == {"Fiestas y celebraciones"}


@pytest.mark.parametrize("encoder", ["auto", "off"])
def test_a_foreign_post_without_a_word_of_its_topic_is_left_over(
    encoder: Literal["auto", "off"],
) -> None:
    """Two posts that share a word may be on anything."""
    texts = (
        "Tulpen gesteckt, zum neunzehnten Mal in diesem Garten.",
        "Zum neunzehnten Mal vergessen, und der Bagger wartet.",
        "Der Kompost im Garten dampft.",
        "Hagel im Garten, und die Tulpen liegen.",
        "So war das, und mehr kam nicht.",
        "Keiner hat gefragt, und keiner hat geantwortet.",
        "Ach, wirklich?",
    )
    found = titles_of(texts, "de", encoder=encoder)
    assert found["d0"] == found["d2"] == "Gärten"
    assert found["d1"] == "Alles andere"


def test_spanish_posts_get_spanish_topics_by_spanish_words() -> None:
    found = titles_of(SPANISH, "es")
    assert [*found.values()] == [*["Trenes y ferrocarril"] * 2, *["Pan y repostería"] * 2]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "fr",
            (
                "Correspondance ratée, trois heures sur le quai.",
                "Le contrôleur a annoncé vingt minutes de plus.",
                "Le chat a dormi dans le tiroir.",
                "La chatte miaule, et personne ne vient.",
            ),
        ),
        (
            "it",
            (
                "Il treno è in ritardo, come la coincidenza.",
                "Il capotreno ha chiesto scusa.",
                "Il gatto dorme nel cassetto.",
                "La gatta miagola, e nessuno viene.",
            ),
        ),
        (
            "nl",
            (
                "Overstap gemist, drie kwartier op het perron.",
                "De conducteur vroeg om geduld.",
                "De kat slaapt in de la.",
                "De poes wil naar binnen, en weer naar buiten.",
            ),
        ),
        (
            "pt",
            (
                "O comboio parou, e ninguém sabe porquê.",
                "O revisor pediu paciência aos passageiros.",
                "O gato dorme na gaveta.",
                "A gata quer entrar, e depois sair.",
            ),
        ),
    ],
)
def test_posts_in_other_languages_get_topics_by_words_of_these(
    language: str, texts: tuple[str, ...]
) -> None:
    found = [*titles_of(texts, language).values()]
    translation = load_translation(language)
    assert translation
    trains, cats = translation.titles["Trains and railways"], translation.titles["Cats"]
    assert found == [trains, trains, cats, cats]


@pytest.mark.parametrize(
    "text", ["Meine Nichte kocht.", "Sie hat es nicht gesagt.", "Er kommt nicht."]
)
def test_a_word_of_a_topic_counts_but_no_function_word_with_its_stem(text: str) -> None:
    """“Nicht” has the stem of “Nichte”, as if it were English."""
    texts = ("Die Tante kommt.", "Der Onkel geht.", text)
    expected = "Familie und Verwandte" if "Nichte" in text else "Alles andere"
    assert titles_of(texts, "de")["d2"] == expected


def test_english_posts_have_names_in_the_language_of_the_digest() -> None:
    assert {*titles_of(ENGLISH, "en", "de").values()} == {"Backen"}
    assert {*titles_of(ENGLISH, "en", "fr").values()} == {"Pain et pâtisserie"}
    assert {*titles_of(ENGLISH, "en", "pl").values()} == {"Baking"}


def test_a_topic_of_german_posts_has_no_english_name_in_an_english_digest() -> None:
    """Words of other languages are in the lexicon, too: “Waldbrand”, “Feuerwehr”."""
    fires = (
        "Der Waldbrand kommt näher, und die Feuerwehr hat kein Wasser mehr.",
        "Die Feuerwehr war schneller als der Waldbrand, zum Glück.",
    )
    found = titles_of((*ENGLISH, *fires), "en")
    assert found["d0"] == "Baking"
    assert {found["d2"], found["d3"]} == {"Waldbrände"}


def test_an_english_word_that_is_a_function_word_there_says_nothing() -> None:
    texts = ("Sie hat es schon wieder getan.", "Er hat davon gehört.", "Wer hat das gesagt?")
    assert "Mode" not in titles_of(texts, "de").values()


def test_a_false_friend_says_nothing_of_what_it_means_in_english() -> None:
    texts = (
        "Der Chef hat schon wieder eine Besprechung angesetzt.",
        "Die Chefin kam zu spät in die Besprechung, wie immer.",
        "Das Kind sitzt an der Wand und liest, bald ist Schluss.",
    )
    found = titles_of(texts, "de")
    assert found["d0"] == found["d1"] == "Das Büro"
    french = ("Encore une fois, mon ami.", "Il est encore là.", "Toujours pas, encore raté.")
    assert not {*titles_of(french, "en").values()} & {"Livres et arts", "Music"}


@pytest.mark.parametrize(
    "text",
    [
        "Il a mis des raisins et une prune dans son sac pour la route.",
        "Con questo tempo non si corre, e il tempo non passa.",
    ],
)
def test_a_false_friend_in_an_english_dump_says_nothing_either(text: str) -> None:
    english = (
        "The roses have blackspot, and I weeded the garden.",
        "Slugs ate every lettuce in the garden.",
        "Parkrun in the rain, and a long run at marathon pace.",
        "Intervals and a tempo run before breakfast.",
    )
    *_, found = titles_of((*english, text), "en").values()
    assert found == "Everything else"


@pytest.mark.parametrize(
    ("language", "word", "texts"),
    [
        ("de", "Wand", ("Die Wand ist schief, sagt er.", "Noch eine Wand, die nicht hält.")),
        ("en", "chat", ("Le chat dort sur le clavier.", "Un chat noir dans la rue.")),
    ],
)
def test_a_false_friend_that_the_editor_declared_counts(
    language: str, word: str, texts: tuple[str, ...]
) -> None:
    declared = Topic(slug="own", title=word, keywords=(word,))
    grouping = propose_topics(make_documents(texts), [declared], language=language)
    assert [topic.slug for topic in grouping.topics] == ["own"]


def test_a_weekday_is_no_moon() -> None:
    """“Lune” is in the lexicon, and “lunes” a form of it in English only."""
    found = titles_of(("Pues eso, que ya es lunes.", "Otra vez lunes, ya ves."), "es")
    assert {*found.values()} == {"Todo lo demás"}


def test_the_deciding_words_are_whole_words() -> None:
    grouping = propose_topics(make_documents(GERMAN), language="de")
    words = [word for place in grouping.assignments for word in place.words]
    assert "verspätung" in words
    assert not any(word.startswith("~") for word in words)


def test_a_topic_of_an_earlier_import_is_known_by_its_translated_name() -> None:
    trains = Topic(slug="zuge-und-bahn", title="Züge und Bahn", members=("old",))
    topics = propose_topics(make_documents(GERMAN), [trains], language="de").topics
    assert topics[0].slug == "zuge-und-bahn"
    assert topics[0].members == ("d0", "d1")
    assert "trains-and-railways" not in {topic.slug for topic in topics}


def test_slugs_are_made_from_titles_in_latin_letters_only() -> None:
    dogs = Topic(slug="dogs", title="Dogs")
    assert translated(dogs, "de-AT") == Topic(slug="hunde", title="Hunde")
    assert translated(dogs, "ja") == Topic(slug="dogs", title="犬")
    assert english_slug("hunde") == "dogs"
    birds = Topic(slug="birds", title="Birds")
    assert translated(birds, "de").slug == "voegel"
    assert english_slug("voegel") == english_slug("vogel") == "birds"
    assert english_slug("chess") == "chess"


def test_the_digest_in_german_names_its_topics_in_german(tmp_path: Path) -> None:
    digest = DigestFolder(tmp_path, 'language = "de"\n')
    digest.run()
    names = {path.name for path in (tmp_path / "content/topics").iterdir()}
    assert "backen" in names
    assert "baking" not in names


def test_german_posts_in_an_english_digest_make_german_topics(tmp_path: Path) -> None:
    digest = DigestFolder(tmp_path, "").write("dump.txt", "\n---\n".join(GERMAN))
    titles = {topic.title for topic in digest.plan().topics}
    assert {"Hunde", "Backen"} <= titles


def test_digests_in_another_language_are_measured_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trains, bread, dogs = (list(GERMAN[n : n + 2]) for n in (0, 2, 4))
    digest = {"Züge": trains, "Brot": bread, "Tiere": dogs, "Nichts": ["Na gut.", "Ach so."]}
    lines = [f'"{topic}" = {posts}' for topic, posts in digest.items()]
    (tmp_path / "digests.toml").write_text("\n".join(["[de-1]", *lines]), encoding="utf-8")

    measure_languages(tmp_path / "digests.toml", "auto")

    name, *figures = capsys.readouterr().out.splitlines()[-1].split()
    assert name == "de-1"
    assert figures == ["8", "1.000", "1.000", "1.000", "0.750", "0.000"]


@pytest.mark.parametrize("language", ["de", "es", "fr", "fr-CA", "it", "nl", "pt", "pt-BR"])
def test_the_topic_for_what_fits_no_other_is_named_in_the_language(language: str) -> None:
    topic = everything_else((), language)
    assert topic.slug == EVERYTHING_ELSE.slug
    assert topic.title not in ("", EVERYTHING_ELSE.title)
    assert topic.description not in ("", EVERYTHING_ELSE.description)
