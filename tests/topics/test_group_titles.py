from sitegen.topics.embeddings import load_model
from sitegen.topics.group_titles import name_groups

OTHERS = ["The bread is late.", "A quiet walk.", "Two red doors.", "Cold soup again."]


def test_a_group_is_named_by_the_phrase_that_its_texts_share() -> None:
    group = ["The tide pool froze.", "A crab in the tide pool!", "Tide pools at dawn."]
    assert name_groups([group, OTHERS], load_model())[0] == "Tide pool"


def test_common_words_are_not_titles() -> None:
    group = ["A good house.", "That house is good.", "Good house, bad roof."]
    assert "house" not in name_groups([["A house.", "The house.", "House!"], OTHERS], load_model())
    assert name_groups([["It is red.", "He was blue.", "We go."], OTHERS], load_model())[0] == ""
    assert len(name_groups([group, OTHERS], load_model())) == 2


def test_a_word_that_all_groups_use_is_not_a_title() -> None:
    groups = [[f"Kestrel {n} {m}" for m in "ab"] for n in ("one", "two", "three")]
    assert name_groups(groups, load_model()) == ["", "", ""]


def test_function_words_of_other_languages_are_not_titles() -> None:
    group = ["El gato de la casa.", "La puerta de la torre.", "Una tarde de la semana."]
    assert name_groups([group, OTHERS], load_model())[0] == ""


def test_a_single_word_in_spanish_names_a_group_only_if_it_is_a_name() -> None:
    verbs = ["Estoy haciendo tiempo.", "¿Qué estás haciendo?", "Sigo haciendo lo mismo."]
    names = ["Vuelvo a Salamanca.", "Llueve en Salamanca.", "Salamanca y su plaza."]

    assert name_groups([verbs, names], load_model(), "es") == ["", "Salamanca"]


def test_a_verb_that_two_french_posts_share_names_no_topic() -> None:
    group = ["Ma main me fait mal, je peins la porte.", "Elle porte le pull de sa mère."]
    assert name_groups([group, OTHERS], load_model()) == ["", ""]
    assert name_groups([[*group, *group], OTHERS], load_model())[0] == "Porte"
