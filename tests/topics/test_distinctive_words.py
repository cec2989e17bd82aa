from sitegen.topics.distinctive_words import distinctive_words


def test_words_that_examples_repeat_are_distinctive() -> None:
    assert distinctive_words({"x": ["A swarm!", "The swarm left.", "Plums."]}) == {"x": ("swarm",)}


def test_words_that_other_topics_repeat_are_not_distinctive() -> None:
    bees = ["A swarm on Sunday.", "The swarm left on Sunday."]
    trains = ["The Sunday train.", "A train, a Sunday."]
    assert distinctive_words({"bees": bees, "trains": trains}) == {
        "bees": ("swarm",),
        "trains": ("train",),
    }


def test_a_word_in_few_of_many_examples_is_not_distinctive() -> None:
    examples = [f"Report {number}" for number in range(30)] + ["A swarm", "The swarm"]
    assert distinctive_words({"x": examples}) == {"x": ("report",)}


def test_no_examples_give_no_words() -> None:
    assert distinctive_words({}) == {}
