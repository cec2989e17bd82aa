from sitegen.models import Topic
from sitegen.topics.corpus import read_corpus
from sitegen.topics.deciding_words import deciding_words
from sitegen.topics.embeddings import load_model
from sitegen.topics.grouping_types import Subject
from sitegen.topics.scoring_tables import listed_phrases
from sitegen.topics.subjects import built_in_subjects
from sitegen.topics.topic_scoring import Scores, score_texts


def subject(title: str, *words: str, in_passing: bool = False) -> Subject:
    topic = Topic(slug=title, title=title)
    return Subject(topic=topic, phrases=("harbour",), words=words, in_passing=in_passing)


def scores_of(text: str, *subjects: Subject) -> Scores:
    model = load_model()
    return score_texts(read_corpus([text], model, listed_phrases(subjects)), subjects, model)


def test_a_listed_phrase_counts_but_its_words_alone_do_not() -> None:
    comedy = subject("comedy", "open-mic")
    with_phrase, without = (
        float(scores_of(text, comedy).listed.sum())
        for text in ("Open mics on Monday", "The mic was open")
    )
    assert with_phrase > without == 0


def test_words_mentioned_in_passing_count_half() -> None:
    once, half = subject("a", "zamboni"), subject("b", "zamboni", in_passing=True)
    listed = scores_of("A zamboni!", once, half).listed[1]
    assert listed[0] == 2 * listed[1] > 0


def test_a_word_that_posts_on_anything_mention_counts_half_and_no_less() -> None:
    sea, half = subject("a", "octopus", "zooplankton"), subject("b", "octopus", in_passing=True)
    octopus, plankton = scores_of("An octopus merge. Zooplankton.", sea, half).listed[1:]
    assert 0 < octopus[0] == octopus[1]
    assert plankton[0] > 2 * octopus[0]  # it also has one owner


def test_a_post_about_nothing_fits_no_topic() -> None:
    subjects = built_in_subjects()
    text = "Nobody asked, and then nobody listened, and that was the end of it."
    assert scores_of(text, *subjects).table.max() < 0.4


def test_the_deciding_words_do_not_repeat() -> None:
    model, subjects = load_model(), (subject("comedy", "open-mic", "mic", "heckler"),)
    corpus = read_corpus(["A heckler at the open mic"], model, listed_phrases(subjects))
    (words,) = deciding_words(corpus, score_texts(corpus, subjects, model), model, [0])
    assert sorted(words) == ["heckler", "mic"]


def test_a_text_without_a_subject_has_no_deciding_words_and_its_neighbours_keep_theirs() -> None:
    model, subjects = load_model(), (subject("comedy", "open-mic", "mic", "heckler"),)
    corpus = read_corpus(["A heckler", "Another heckler", "The mic"], model)
    scores = score_texts(corpus, subjects, model)
    assert deciding_words(corpus, scores, model, [0, -1, 0]) == [("heckler",), (), ("mic",)]


def test_words_that_no_subject_lists_take_no_row() -> None:
    comedy = subject("comedy", "heckler")
    text = "a heckler and " + " ".join(f"word{number}" for number in range(500))
    assert scores_of(text, comedy).listed.shape == (2, 1)
