from pathlib import Path

from sitegen.topics.encoder.profiles import profile_topics, profiles_of
from sitegen.topics.encoder.vectors import KeepingEncoder
from sitegen.topics.profiles import parse_profile

MIDNIGHT = "Came home with someone else's opening and lost to it again in eleven, by resigning"
RYE = "Rye bread wants a hot oven, good flour, and a whole day of patience"


def scores_of(text: str, sections: Path | None = None) -> dict[str, int]:
    (line,) = profiles_of([text], KeepingEncoder(), sections)
    profile = parse_profile(line)
    assert profile
    assert profile.fits(text)
    return dict(profile.scores)


def test_a_profile_names_a_few_topics_the_nearest_first() -> None:
    scores = scores_of(RYE)
    assert next(iter(scores)) == "Baking"
    assert 1 < len(scores) <= 6
    assert [*scores.values()] == sorted(scores.values(), reverse=True)
    assert scores.keys() <= set(profile_topics())


def test_posts_that_say_nothing_or_in_another_language_are_on_no_topic() -> None:
    assert scores_of("Well. That happened.") == {}
    assert (
        scores_of("Das Brot ist im Ofen und die Katze schläft wie an jedem Tag auf dem Sofa") == {}
    )


def test_topics_of_the_editor_take_the_place_of_the_built_in_ones(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text('[all]\ntitle = "All"\n[all.topics]\n"Loaves" = "rye bread, sourdough, oven"\n')
    assert profile_topics(own) == ["Loaves"]
    assert [*scores_of(RYE, own)] == ["Loaves"]
