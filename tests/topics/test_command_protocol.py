import json
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.errors import ConfigError
from sitegen.models import Topic
from sitegen.topics import Answer, Question, ask_command
from tests.topics.test_grouping import make_documents

BEES = Topic(slug="apiary", title="Bees", keywords=("hive",), members=("old",))
TEXTS = ("The hive swarmed", "Checkmate in nine", "Well. That happened.")


def question(texts: Sequence[str] = TEXTS, *, only: bool = False) -> Question:
    return Question(
        documents=make_documents(texts),
        topics=(BEES,),
        examples={"apiary": [f"Example {number}" for number in range(9)]},
        only=only,
        count=None,
    )


def ask(folder: Path, script: str, asked: Question) -> Answer:
    (folder / "sort.py").write_text(script, encoding="utf-8")
    command = f"{shlex.quote(sys.executable)} sort.py"
    return ask_command(command, asked, folder=folder, seconds=30)


def ask_printing(folder: Path, text: str, asked: Question) -> Answer:
    (folder / "answer").write_text(text, encoding="utf-8")
    return ask(folder, "print(open('answer', encoding='utf-8').read())", asked)


def as_lines(**titles: str | None) -> str:
    return "".join(f"{json.dumps({'id': i, 'topic': t})}\n" for i, t in titles.items())


def members_of(answer: Answer) -> dict[str, tuple[str, ...]]:
    return {topic.slug: topic.members for topic in answer.topics}


def test_a_program_gets_the_topics_and_then_the_documents(tmp_path: Path) -> None:
    script = (
        "import json, sys\n"
        "open('asked', 'w').write(sys.stdin.read())\n"
        "print(json.dumps(dict.fromkeys(['d0', 'd1', 'd2'])))"
    )
    ask(tmp_path, script, question())
    first, *documents = map(json.loads, (tmp_path / "asked").read_text().splitlines())

    assert first["topics"][0]["title"] == "Bees"
    assert first["topics"][0]["keywords"] == ["hive"]
    assert first["topics"][0]["examples"] == [f"Example {number}" for number in range(5)]
    assert (first["only"], first["count"]) == (False, None)
    assert documents[1] == {"id": "d1", "kind": "post", "title": None, "text": "Checkmate in nine"}


def test_an_answer_may_be_lines_or_one_object(tmp_path: Path) -> None:
    titles = {"d0": "bees", "d1": "Chess", "d2": None}
    in_lines = ask_printing(tmp_path, as_lines(**titles), question())
    in_one = ask_printing(tmp_path, json.dumps(titles, indent=2), question())

    assert in_lines == in_one
    assert members_of(in_one) == {"apiary": ("old", "d0"), "chess": ("d1",)}
    assert in_one.assigned == {"d0", "d1"}


def test_one_line_for_one_document_is_not_an_object_of_ids(tmp_path: Path) -> None:
    answer = ask_printing(tmp_path, as_lines(d0="Chess"), question(TEXTS[:1]))
    assert members_of(answer)["chess"] == ("d0",)


def test_new_topics_come_after_the_offered_ones_the_largest_first(tmp_path: Path) -> None:
    text = as_lines(d0="Chess", d1="Odd", d2="Odd")
    assert list(members_of(ask_printing(tmp_path, text, question()))) == ["apiary", "odd", "chess"]


def test_everything_else_is_allowed_even_where_no_new_topics_are(
    tmp_path: Path,
) -> None:
    text = as_lines(d0="Bees", d1="Everything else", d2=None)
    answer = ask_printing(tmp_path, text, question(only=True))
    assert members_of(answer)["everything-else"] == ("d1",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "it printed no answer"),
        ("Certainly! Here are", "line 1 of its answer is no object with “id” and “topic”: Cert"),
        (as_lines(d0="A") + "[1]", "line 2 of its answer is no object with “id” and “topic”: [1]"),
        ('{"id": "d0"}\n{"id": "d1"}', "line 1 of its answer is no object"),
        ("[" * 1_000, "line 1 of its answer is no object"),
        ("\x00\x1b\ufffd", "line 1 of its answer is no object"),
        (as_lines(d0="A", d7="B"), "it answered for an id that no document has: d7"),
        ('{"id": 4, "topic": "A"}', "it answered for an id that no document has: 4"),
        (as_lines(d0="A") * 2, "it answered twice for the document d0"),
        (as_lines(d0="A"), "it left out 2 of 3 documents; the first is d1: Checkmate in nine"),
        ('{"d0": ["A"]}', 'the topic of d0 is not a title: ["A"]'),
        (as_lines(d0=" "), "the topic of d0 is not a title:"),
        (as_lines(d0="A\nB"), "the topic of d0 is not a title: A B"),
        (as_lines(d0="A" * 101), "the topic of d0 is longer than 100 characters: AAA"),
    ],
)
def test_an_invalid_answer_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        ask_printing(tmp_path, text, question())
    assert caught.value.message.startswith(message)


def test_a_new_topic_is_an_error_where_only_declared_ones_are_allowed(tmp_path: Path) -> None:
    text = as_lines(d0="Bees", d1="Chess", d2=None)
    with pytest.raises(ConfigError, match="it made the topic “Chess”, though “only” allows no"):
        ask_printing(tmp_path, text, question(only=True))
