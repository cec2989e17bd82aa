from sitegen.topics.learning import learnt_words


def test_words_that_examples_repeat_are_learnt() -> None:
    assert learnt_words({"x": ["A swarm!", "The swarm left.", "Plums."]}) == {"x": ("swarm",)}


def test_words_that_other_topics_repeat_too_are_not() -> None:
    bees = ["A swarm on Sunday.", "The swarm left on Sunday."]
    trains = ["The Sunday train.", "A train, a Sunday."]
    assert learnt_words({"bees": bees, "trains": trains}) == {
        "bees": ("swarm",),
        "trains": ("train",),
    }


def test_a_word_in_few_of_many_examples_is_not_learnt() -> None:
    examples = [f"Report {number}" for number in range(30)] + ["A swarm", "The swarm"]
    assert learnt_words({"x": examples}) == {"x": ("report",)}


def test_no_examples_teach_nothing() -> None:
    assert learnt_words({}) == {}
