"""Dumps in another language than the digest."""

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.importer.dump_language import main_language
from tests.importing import Workspace, make_document

_GERMAN = (
    "Der Apfelbaum im Garten trägt dieses Jahr viel, die Leiter steht schon bereit.",
    "Heute den Kuchen mit Äpfeln aus dem Garten gebacken, die Nachbarn waren begeistert.",
    "Im Garten blühen die Rosen, und der Apfelbaum braucht Wasser.",
    "Für die Reise nach Wien habe ich den Nachtzug gebucht, der Zug fährt um neun.",
    "Der Zug nach Köln fiel aus, also fuhr ich mit dem Bus zurück.",
    "Ein neues Buch über Leuchttürme liegt auf dem Tisch und wartet.",
)
_ENGLISH = "The apple tree in the garden bears a lot this year, and the ladder stands ready."


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (_GERMAN, "de"),
        ((*_GERMAN, _ENGLISH), "de"),
        (_GERMAN[:2], None),
        ((*_GERMAN[:3], *[_ENGLISH + str(n) for n in range(3)]), None),
        (("Hm", "12", "🎉", "ok"), None),
    ],
)
def test_the_language_of_a_dump_is_that_of_most_texts(
    texts: tuple[str, ...], language: str | None
) -> None:
    assert main_language([make_document(text) for text in texts]) == language


def test_a_dump_in_another_language_is_said_and_has_no_english_topics(tmp_path: Path) -> None:
    plan = Workspace(tmp_path).put(*_GERMAN).plan()
    titles = [topic.title for topic in plan.topics]
    assert titles[-1] == "Alles andere"
    assert set(titles[:-1]) <= {"Backen", "Bücher", "Gärten", "Reisen", "Züge und Bahn"}
    (warning,) = plan.warnings
    assert "is in German, and the digest is in English" in warning.message
    assert 'language = "de"' in (warning.hint or "")


def test_a_dump_in_the_language_of_the_digest_needs_no_word(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.config = replace(workspace.config, language="de")
    assert workspace.put(*_GERMAN).plan().warnings == ()
