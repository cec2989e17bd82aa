import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.models import Document, DocumentKind, DumpPlace, Topic
from sitegen.topics import EVERYTHING_ELSE, group_documents, group_texts, propose_topics
from tests.effort import EFFORT
from tests.paths import ROOT

SAMPLE = ROOT / "docs" / "sample-dump.txt"

POSTS = (
    "The sourdough starter came back from the neighbours with a name",
    "Rye bread needs a hot oven and flour, and patience",
    "My new laptop runs Linux, the old one runs the printer",
    "Deleted four thousand lines of code and the software still works",
    "Took up the cello at 58, the orchestra is kind about it",
    "Second clarinet again, the concert is on Sunday",
)


def make_documents(
    texts: Sequence[str], kind: DocumentKind = "post", prefix: str = "d"
) -> list[Document]:
    return [
        Document(
            id=f"{prefix}{index}",
            kind=kind,
            text=text,
            place=DumpPlace("dump.txt", (index + 1, index + 1)),
            confidence=1.0,
        )
        for index, text in enumerate(texts)
    ]


def members_of(topics: Sequence[Topic]) -> dict[str, tuple[str, ...]]:
    return {topic.slug: topic.members for topic in topics}


def test_posts_on_one_subject_share_a_topic() -> None:
    assert members_of(group_documents(make_documents(POSTS))) == {
        "computers-and-operating-systems": ("d2", "d3"),
        "baking": ("d0", "d1"),
        "classical-music-and-choirs": ("d4", "d5"),
    }


def test_topics_of_one_post_each_share_their_section() -> None:
    texts = ["The goalkeeper saved two penalties", "A backhand at Wimbledon", *POSTS[:2]]

    assert members_of(group_documents(make_documents(texts)))["sport"] == ("d0", "d1")


def test_posts_in_other_languages_join_the_topics_of_english_ones() -> None:
    texts = [*POSTS, "Stromausfall, und die ganze Straße ist dunkel", "El apagón de toda la noche"]
    topics = members_of(group_documents(make_documents([*texts, "The blackout took the grid"])))

    assert topics["energy-and-power-cuts"] == ("d6", "d7", "d8")


def test_no_documents_make_no_topics() -> None:
    assert group_documents([]) == ()


def test_a_post_that_fits_no_topic_is_under_everything_else_at_the_end() -> None:
    topics = group_documents(make_documents(["Hm.", *POSTS, "Well, well.", "Oh."]))

    assert topics[-1].slug == "everything-else"
    assert topics[-1].members == ("d0", "d7", "d8")


def test_everything_else_is_last_even_when_it_is_offered_first_and_keeps_its_title() -> None:
    existing = Topic(slug=EVERYTHING_ELSE.slug, title="Odds and ends", members=("d0",))
    topics = group_documents(make_documents(["Hm.", *POSTS]), [existing])

    assert topics[-1].title == "Odds and ends"
    assert topics[-1].members == ("d0",)


def test_a_declared_topic_is_filled_before_any_other() -> None:
    strings = Topic(slug="strings", title="Strings", keywords=("cello", "laptop"))
    topics = group_documents(make_documents(POSTS), [strings])

    assert topics[0].slug == "strings"
    assert topics[0].members == ("d2", "d4", "d5")


def test_an_offered_topic_gets_documents_by_the_words_of_its_title() -> None:
    topics = group_documents(
        make_documents(POSTS), [Topic(slug="bread", title="The bread and the sourdough")]
    )

    assert members_of(topics)["bread"] == ("d0", "d1")


def test_an_offered_topic_gets_no_document_without_its_words() -> None:
    garden = Topic(slug="garden", title="In the garden", keywords=("garden", "compost", "slugs"))
    texts = ["The coffee machine's privacy policy is long", "Well. That happened.", *POSTS]
    topics = group_documents(make_documents([*texts, "The compost is warm"]), [garden])

    assert members_of(topics)["garden"] == ("d8",)


def test_empty_offered_topics_do_not_count_towards_the_limit() -> None:
    own = [Topic(slug=f"own-{n}", title=title) for n, title in enumerate(("Chess", "Bees") * 5)]
    topics = members_of(group_documents(make_documents(POSTS), own))

    assert topics.keys() == {
        "baking",
        "computers-and-operating-systems",
        "classical-music-and-choirs",
    }


def test_members_of_everything_else_stay_there() -> None:
    last = Topic(slug=EVERYTHING_ELSE.slug, title="Odds and ends", members=("d0", "d1"))
    topics = members_of(group_documents(make_documents(POSTS), [last]))

    assert topics["everything-else"] == ("d0", "d1")
    assert "baking" not in topics


def test_a_discovered_topic_gets_a_unique_slug() -> None:
    pools = Topic(slug="tide-pool", title="Shore", members=("d9",))
    texts = ["The tide pool froze", "A crab in the tide pool", "Tide pool at dawn", *POSTS]
    slugs = [topic.slug for topic in group_documents(make_documents([*texts, "Kelp"]), [pools])]

    assert len(set(slugs)) == len(slugs)


def test_a_member_of_an_offered_topic_stays_there_whatever_it_says() -> None:
    moved = Topic(slug="cellar", title="Cellar", members=("d4", "not in this dump"))

    assert members_of(group_documents(make_documents(POSTS), [moved]))["cellar"] == ("d4",)


def test_existing_members_do_not_affect_the_topics_of_new_documents() -> None:
    existing = Topic(slug="cellar", title="Cellar", members=("d0", "d1"))
    topics = propose_topics(make_documents(POSTS), [existing], count=3).topics

    assert members_of(topics) == {
        "cellar": ("d0", "d1"),
        "computers-and-operating-systems": ("d2", "d3"),
        "classical-music-and-choirs": ("d4", "d5"),
    }


def test_an_offered_topic_without_documents_is_left_out() -> None:
    topics = group_documents(make_documents(POSTS), [Topic(slug="chess", title="Chess openings")])

    assert "chess" not in members_of(topics)


def test_an_essay_joins_the_topic_of_posts_on_its_subject() -> None:
    essay = make_documents(
        ["My laptop, and how an operating system grows old. " * 30], "essay", "e"
    )

    assert members_of(group_documents([*essay, *make_documents(POSTS)]))[
        "computers-and-operating-systems"
    ] == (
        "e0",
        "d2",
        "d3",
    )


def test_no_topic_is_made_for_an_essay_alone() -> None:
    essay = make_documents(["The galaxy, the comet and the telescope. " * 30], "essay", "e")
    topics = group_documents([*essay, *make_documents(POSTS)])

    assert "e0" not in [member for topic in topics for member in topic.members]
    assert group_documents(essay) == ()


def test_a_post_without_known_words_joins_the_topic_that_shares_its_rare_words() -> None:
    texts = [*POSTS, "@gudrun_b the cello strings arrived", "@gudrun_b Thank you, truly"]

    assert "d7" in members_of(group_documents(make_documents(texts)))["classical-music-and-choirs"]


def test_a_topic_of_one_post_is_dropped_in_a_large_dump() -> None:
    comet = "A galaxy, a comet and its orbit, all in one program"
    few = members_of(group_documents(make_documents([*POSTS, comet])))
    many = members_of(group_documents(make_documents([*POSTS * 12, comet])))

    assert few["astronomy-and-the-night-sky"] == ("d6",)
    assert "astronomy-and-the-night-sky" not in many
    assert "d72" in many["programming"]


def test_the_number_of_topics_stays_small() -> None:
    subjects = (
        "telescope galaxy",
        "sourdough bread",
        "laptop software",
        "cello concert",
        "swift heron",
        "passport airport",
        "grandmother wedding",
        "salary payday",
        "parliament election",
        "hockey playoffs",
        "novel poem",
        "plumber renovation",
    )
    topics = group_documents(make_documents([text for text in subjects for _ in range(2)]))

    assert 3 <= len(topics) <= 10


def test_the_sample_dump_gets_the_expected_topics() -> None:
    if not SAMPLE.exists():
        pytest.skip("the sample dump is not here")
    posts = make_documents(SAMPLE.read_text(encoding="utf-8").splitlines()[11:])
    topics = group_documents(posts)

    assert {"baking", "classical-music-and-choirs", "trains-and-railways", "birds"} <= members_of(
        topics
    ).keys()
    assert len(members_of(topics).get("everything-else", ())) <= 4


def test_grouping_does_not_depend_on_the_hash_seed() -> None:
    script = (
        "import pickle, sys; from sitegen.topics import group_documents; "
        "print(group_documents(pickle.load(sys.stdin.buffer)))"
    )
    documents = make_documents((*POSTS * 3, "Hm."))
    answer = subprocess.run(
        [sys.executable, "-c", script],
        input=pickle.dumps(documents),
        env={**os.environ, "PYTHONHASHSEED": "77"},
        capture_output=True,
        check=True,
    )

    assert answer.stdout.decode().strip() == str(group_documents(documents))


TEXTS = st.lists(
    st.lists(
        st.sampled_from(["bread", "cello", "laptop", "@ina_b", "#Swifts", "goal", "the", "茶"]),
        max_size=6,
    ).map(" ".join)
    | st.text(max_size=40),
    max_size=20,
)


@settings(deadline=None, max_examples=10 * EFFORT)
@given(TEXTS, st.lists(st.text(min_size=1, max_size=20), max_size=3))
def test_every_post_is_in_exactly_one_topic(texts: list[str], titles: list[str]) -> None:
    documents = make_documents(texts)
    offered = [Topic(slug=f"own-{n}", title=title) for n, title in enumerate(titles)]
    topics = group_documents(documents, offered)
    members = [member for topic in topics for member in topic.members]

    assert sorted(members) == sorted(document.id for document in documents)
    assert all(topic.members for topic in topics)


def test_a_verb_does_not_count_for_a_noun_of_the_same_stem() -> None:
    trains = Topic(slug="night-trains", title="Night trains")
    knitting = Topic(slug="knitting", title="Knitting")
    texts = ["Training to be able to pick up my grandchildren", "Two trains, both late", "I knit"]
    documents = make_documents([*POSTS, *texts])
    topics = members_of(propose_topics(documents, [trains, knitting], encoder="off").topics)

    assert topics["night-trains"] == ("d7",)
    assert topics["knitting"] == ("d8",)


def test_posts_of_a_few_words_on_their_subject_are_not_under_what_they_mention() -> None:
    maker = (
        "I worked at Moog for ten years, in production, sales, and lastly tech support. Any warmth "
        "that the public felt towards the brand and their instruments existed in spite of "
        "ownership. Or, they took the marketing at face value and believed that employees owned "
        "the company."
    )
    texts = [
        "Apple changed how the headphone jack works, so that the audio has no dither",
        "Infinite loading on a bad website: the booking form lost my card payment",
        "A long article about my work on the Ruby programming language",
        (
            "1987. The police raid a pub in rubber gloves, and the drag queen on stage thanks them "
            "for the help with the washing up."
        ),
        maker,
    ]

    members = members_of(group_documents(make_documents(texts)))

    assert members["gay-and-trans-life"] == ("d3",)
    assert members["instruments-and-synthesizers"] == ("d4",)


def test_a_post_that_is_probably_on_something_else_is_left_over() -> None:
    texts = (
        "Blackspot on the roses again, so I pruned them hard.",
        "The compost heap reached 60 degrees.",
        "Slugs 14, lettuces 0.",
        "Sowed the broad beans under glass in the greenhouse.",
        "Rewatched Paddington 2, and the last scene still works.",
        "A three-hour film should come with an interval.",
        "Why does every trailer now start with a smaller trailer?",
        "The director's cut has one more scene in the cinema.",
        "Checkmate in nine with the rook.",
        "Lost a won endgame, two pawns up.",
        "The Caro-Kann again, and again I lost my queen.",
        "Our chess club plays on Tuesdays.",
        "The new timetable puts me in two rooms on Wednesday.",
    )
    *_, school = group_texts(texts)
    assert school == "Everything else"


def test_a_tiny_digest_has_no_topic_for_one_post_that_hardly_belongs_there() -> None:
    train = "Night train to Turin: the guard keeps the passports in a biscuit tin."
    birds = ("The heron at the weir.", "Swifts are back.", "A robin sang.", "The wren has a nest.")
    assert group_texts((train, *birds, *birds))[0] == "Everything else"
    assert group_texts((train, *birds * 4))[0] == "Immigration and visas"


def test_few_topics_of_an_own_list_take_what_fits_none_of_the_others(tmp_path: Path) -> None:
    """Among two hundred topics such posts would probably be in a wrong one."""
    sections = tmp_path / "sections.toml"
    sections.write_text(
        '[home]\ntitle = "Home"\ndescription = ""\n[home.topics]\n'
        '"Dogs" = "dog, puppy, leash"\n"Cleaning and laundry" = "ironing, laundry, hoover"\n',
        encoding="utf-8",
    )
    texts = (
        "Hung it out, and then it rained on my shirts.",
        "Nothing dries in November.",
        "The puppy ate the leash.",
        "A dog walk in the dark.",
        *(f"Number {n}, and nothing to say." for n in range(25)),
    )
    grouping = propose_topics(make_documents(texts), sections=sections)
    assert [place.topic for place in grouping.assignments[:2]] == ["cleaning-and-laundry"] * 2
