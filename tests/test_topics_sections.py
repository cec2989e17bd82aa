from sitegen.models import Topic
from sitegen.text import slugify
from sitegen.topics.sections import subjects_for


def test_every_section_has_a_title_a_description_and_words_of_its_own() -> None:
    subjects = subjects_for([])

    assert len(subjects) in range(12, 16)
    assert len({subject.topic.slug for subject in subjects}) == len(subjects)
    for subject in subjects:
        assert slugify(subject.topic.title, fallback="") == subject.topic.slug
        assert subject.topic.description.endswith(".")
        assert len(subject.weights) >= 40


def test_a_word_that_two_sections_claim_counts_for_less_in_each() -> None:
    weights = {subject.topic.slug: subject.weights for subject in subjects_for([])}

    assert weights["music-audio"]["cello"] == 1
    assert weights["music-audio"]["speaker"] < weights["music-audio"]["volume"]


def test_offered_topics_come_first_and_are_not_built_in_as_well() -> None:
    subjects = subjects_for([Topic(slug="food-cooking", title="Kitchen")])

    assert subjects[0].offered
    assert subjects[0].topic.title == "Kitchen"
    assert [subject.topic.slug for subject in subjects].count("food-cooking") == 1


def test_an_offered_topic_with_a_sections_slug_takes_on_its_words() -> None:
    kitchen = subjects_for([Topic(slug="food-cooking", title="Kitchen")])[0]

    assert "sourdough" in kitchen.weights


def test_the_title_of_an_offered_topic_speaks_for_it_without_its_common_words() -> None:
    topic = subjects_for([Topic(slug="tides", title="Life with the Tides")])[0]

    assert topic.weights.keys() == {"tide"}


def test_a_declared_keyword_outweighs_everything_else() -> None:
    topic = Topic(slug="tides", title="Tides", keywords=("Harbour walls", "#swell"))
    weights = subjects_for([topic])[0].weights

    assert weights["harbour wall"] == weights["#swell"] > 10 * weights["tide"]
