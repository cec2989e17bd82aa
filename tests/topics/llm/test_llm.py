"""Groupings by a language model, whatever its server answers."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sitegen.configuration.settings import GroupingConfig
from sitegen.errors import ConfigError
from sitegen.models import Topic
from sitegen.topics import Answer, Question
from sitegen.topics.llm import ask_llm, chat
from sitegen.topics.llm.answer_cache import NAME
from sitegen.topics.llm.prompts import tokens_in
from tests.language_model import (
    ModelServer,
    Request,
    Respond,
    by_words,
    is_proposal,
    posts_in,
    prompt_of,
    serving,
)
from tests.topics.test_grouping import make_documents

BEES = Topic(slug="apiary", title="Bees", keywords=("hive",), members=("old",))
CHESS = Topic(slug="chess", title="Chess")
WORDS = {"hive": "Bees", "mate": "Chess"}
TEXTS = ("The hive swarmed", "Checkmate in nine", "Stalemate. I slept badly.", "Well. It happened.")


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with serving(by_words(WORDS)) as server:
        yield server


@pytest.fixture(autouse=True)
def _no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "WAITS", (0.0, 0.0))


def question(
    texts: Sequence[str] = TEXTS, topics: Sequence[Topic] = (), *, only: bool = False
) -> Question:
    examples = {"apiary": ["The queen has left us.", "Smoke calms them."]}
    documents = make_documents(texts)
    return Question(documents=documents, topics=topics, examples=examples, only=only, count=None)


def ask(
    model: ModelServer,
    asked: Question | None = None,
    folder: Path | None = None,
    context: int = 4096,
) -> Answer:
    settings = GroupingConfig(llm=model.url, llm_model="m", llm_seconds=5, llm_context=context)
    return ask_llm(settings, asked or question(), cache_folder=folder)


def failure_of(model: ModelServer, asked: Question | None = None) -> str:
    with pytest.raises(ConfigError) as caught:
        ask(model, asked)
    return caught.value.message


def members_of(answer: Answer) -> dict[str, tuple[str, ...]]:
    return {topic.title: topic.members for topic in answer.topics}


def answering(text: str) -> Respond:
    """A model that proposes well and then always says the same."""
    proposing = by_words(WORDS)
    return lambda server, asked: proposing(server, asked) if is_proposal(asked) else text


def placing(*pairs: tuple[object, object]) -> str:
    answers = [{"post": post, "reason": "So.", "topic": topic} for post, topic in pairs]
    return json.dumps({"answers": answers})


def test_a_model_proposes_topics_and_assigns_the_posts(model: ModelServer) -> None:
    answer = ask(model)
    assert members_of(answer) == {
        "Chess": ("d1", "d2"),
        "Bees": ("d0",),
        "Everything else": ("d3",),
    }
    assert answer.topics[0].description == "All on mate."
    assert answer.reasons == {"d0": "It says hive.", "d1": "It says mate.", "d2": "It says mate."}
    assert answer.assigned == {"d0", "d1", "d2", "d3"}
    assert answer.unanswered == 0


def test_answers_are_asked_for_by_schema(model: ModelServer) -> None:
    ask(model)
    first, second = (r["response_format"]["json_schema"]["schema"] for r in model.requests)
    assert first["properties"]["topics"]["items"]["required"] == ["title", "description"]
    topic = second["properties"]["answers"]["items"]["properties"]["topic"]
    assert topic["enum"] == ["Bees", "Chess", "Everything else"]
    assert {r["model"] for r in model.requests} == {"m"}


def test_a_server_that_refuses_schemas_is_asked_without_from_then_on(model: ModelServer) -> None:
    model.refuses_schemas = True
    assert members_of(ask(model))["Bees"] == ("d0",)
    assert ["response_format" in request for request in model.requests] == [True, False, False]


@pytest.mark.parametrize(
    "form",
    [
        "<think>Chess {or} bees?</think>\n%s",
        "Here you are:\n```json\n%s\n```\nAnything else?",
        "{not json} [nor this\n%s",
    ],
)
def test_json_is_found_among_other_words(model: ModelServer, form: str) -> None:
    model.respond = answering(form % placing((1, "bees "), (2, "Chess"), (3, "Chess"), (4, "Bees")))
    assert members_of(ask(model)) == {"Chess": ("d1", "d2"), "Bees": ("d0", "d3")}


def test_numbers_in_quotes_and_titles_with_marks_are_understood(model: ModelServer) -> None:
    said = placing(("1", "“Bees”"), (" 2 ", "- Chess."), (3, "**chess**"), (4, "CHESS"))
    model.respond = answering(said)
    assert members_of(ask(model)) == {"Chess": ("d1", "d2", "d3"), "Bees": ("d0",)}
    assert len(model.requests) == 2


@pytest.mark.parametrize("form", ["[%s]", "%s", '{"posts": [%s], "note": "done"}'])
def test_a_list_of_any_name_is_read(model: ModelServer, form: str) -> None:
    items = [json.dumps({"post": n, "topic": "Chess"}) for n in (1, 2, 3, 4)]
    model.respond = answering(form % (", " if "[" in form else "\n").join(items))
    assert members_of(ask(model)) == {"Chess": ("d0", "d1", "d2", "d3")}


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("I would rather not.", "it has no list in JSON"),
        ("", "it has no list in JSON"),
        ("[" * 99_999, "it has no list in JSON"),
        ('{"answers": []}', "post 1 has no valid topic"),
        (placing((9, "Bees")), "there is no post 9"),
        (placing(("one", "Bees")), "there is no post one"),
        (placing((True, "Bees")), "there is no post true"),
        (placing((-1, "Bees")), "there is no post -1"),
        (placing((1, "Sport")), "the topic of post 1 is none of the titles"),
        (placing((1, None)), "the topic of post 1 is none of the titles"),
    ],
)
def test_a_model_that_answers_badly_is_given_up_after_three_tries(
    model: ModelServer, text: str, mistake: str
) -> None:
    model.respond = answering(text)
    assert failure_of(model) == f"it gave no valid answer in 3 tries: {mistake}"
    assert len(model.requests) == 4
    assert f"An earlier answer was rejected: {mistake}" in prompt_of(model.requests[-1])


def test_only_posts_without_a_valid_answer_are_asked_for_again(model: ModelServer) -> None:
    def respond(_: ModelServer, request: Request) -> str:
        shown = posts_in(request)
        if len(shown) == 4:
            return placing((1, "Bees"), (2, "Sport"), (3, "Chess"), (77, "Chess"))
        return placing((1, "Chess"))

    model.respond = lambda server, asked: (
        by_words(WORDS)(server, asked) if is_proposal(asked) else respond(server, asked)
    )
    answer = ask(model)
    assert [[*posts_in(request).values()] for request in model.requests[2:]] == [
        [TEXTS[1], TEXTS[3]],
        [TEXTS[3]],
    ]
    assert members_of(answer) == {"Chess": ("d1", "d2", "d3"), "Bees": ("d0",)}


def test_posts_that_never_get_a_valid_answer_are_left_to_the_built_in_grouping(
    model: ModelServer,
) -> None:
    model.respond = answering(placing((1, "Bees")))
    answer = ask(model, question((*TEXTS, "One more.")))
    assert answer.assigned == {"d0", "d1", "d2"}
    assert answer.unanswered == 2


@pytest.mark.parametrize(
    "text", ["No.", '{"topics": []}', '{"topics": [{"title": ""}, {"title": "\\n"}, 7]}']
)
def test_a_model_that_proposes_nothing_is_given_up(model: ModelServer, text: str) -> None:
    model.respond = lambda _, __: text
    assert failure_of(model).startswith("it proposed no topics in 3 tries: ")


def test_proposals_are_read_without_doubles_and_rests(model: ModelServer) -> None:
    titles = ["Bees", "bees!", "On 12 March", "The km", "Everything else", "x" * 101, "Chess"]
    topics = json.dumps({"topics": [{"title": title} for title in titles]})
    model.respond = lambda server, asked: (
        topics if is_proposal(asked) else by_words(WORDS)(server, asked)
    )
    ask(model)
    schema = model.requests[1]["response_format"]["json_schema"]["schema"]
    enum = schema["properties"]["answers"]["items"]["properties"]["topic"]["enum"]
    assert enum == ["Bees", "Chess", "Everything else"]


def test_an_error_of_the_server_is_told(model: ModelServer) -> None:
    model.statuses = [404]
    said = failure_of(model)
    assert said.startswith("the server answered with the status 404: ")


def test_a_refused_key_is_told_with_the_variable(
    model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITEGEN_LLM_KEY", "s3cret")
    model.statuses = [401]
    said = failure_of(model)
    assert "status 401 (the key is read from SITEGEN_LLM_KEY)" in said
    assert "s3cret" not in said


def test_a_busy_server_is_asked_again(model: ModelServer) -> None:
    model.statuses = [503, 429]
    assert members_of(ask(model))["Bees"] == ("d0",)


def test_a_server_that_stays_busy_is_given_up(model: ModelServer) -> None:
    model.statuses = [503] * 9
    assert "status 503" in failure_of(model)
    assert len(model.requests) == 3


def test_an_answer_that_was_cut_off_is_not_used(model: ModelServer) -> None:
    model.finish_reason = "length"
    assert "it was cut off" in failure_of(model)


def test_a_response_that_is_no_chat_completion_is_not_used(model: ModelServer) -> None:
    model.send = lambda handler, _: handler.send_all(b'{"error": "no model is loaded"}')
    assert "it is no chat completion" in failure_of(model)


def test_topics_of_the_editor_go_in_and_are_kept(model: ModelServer) -> None:
    answer = ask(model, question(topics=[BEES]))
    proposal, placement = map(prompt_of, model.requests)
    line = "- Bees | words: hive | example: The queen has left us. | example: Smoke calms them."
    assert line in proposal
    assert line in placement
    assert answer.topics[0].members == ("old", "d0")
    assert [topic.title for topic in answer.topics].count("Bees") == 1


def test_with_only_no_topics_are_proposed(model: ModelServer) -> None:
    answer = ask(model, question(topics=[BEES, CHESS], only=True))
    assert [is_proposal(request) for request in model.requests] == [False]
    assert members_of(answer)["Bees"] == ("old", "d0")


def test_the_number_of_topics_that_is_asked_for_is_proposed(model: ModelServer) -> None:
    asked = Question(
        documents=make_documents(TEXTS), topics=[BEES], examples={}, only=False, count=6
    )
    ask(model, asked)
    assert "Propose 5 topics" in prompt_of(model.requests[0])


def test_topics_of_another_language_are_asked_for_in_it(model: ModelServer) -> None:
    asked = Question(
        documents=make_documents(TEXTS),
        topics=[],
        examples={},
        only=False,
        count=None,
        language="de",
    )
    answer = ask(model, asked)
    assert "in German" in prompt_of(model.requests[0])
    assert members_of(answer)["Alles andere"] == ("d3",)


def test_a_topic_is_not_made_of_essays(model: ModelServer) -> None:
    posts = make_documents(["The hive swarmed"])
    essays = make_documents(["Of the hive", "On checkmate", "On nothing"], "essay", "e")
    asked = Question(documents=[*posts, *essays], topics=[], examples={}, only=False, count=None)
    answer = ask(model, asked)
    assert members_of(answer) == {"Bees": ("d0", "e0")}
    assert answer.unanswered == 0


def test_the_parts_of_a_thread_are_shown_as_one_and_stay_together(model: ModelServer) -> None:
    answer = ask(model, question(["The hive swarmed (1/2)", "Nobody was at home. (2/2)"]))
    assert [*posts_in(model.requests[-1]).values()] == [
        "The hive swarmed (1/2) Nobody was at home. (2/2)"
    ]
    assert members_of(answer) == {"Bees": ("d0", "d1")}


def test_every_prompt_fits_the_context_with_its_answer(model: ModelServer) -> None:
    texts = [
        f"Number {n}: the hive swarmed. {'Ein Bär frißt Honig. ' * (n % 90)}" for n in range(700)
    ]
    answer = ask(model, question(texts, topics=[BEES]), context=2048)
    assert len(answer.assigned) == 700
    for request in model.requests:
        sent = sum(tokens_in(message["content"]) for message in request["messages"])
        assert sent + request["max_tokens"] <= 2048
    shown = [int(re.findall(r"\d+", text)[0]) for text in posts_in(model.requests[0]).values()]
    assert shown[0] == 0
    assert shown[-1] > 600, "posts of the whole dump are shown"


def test_topics_that_do_not_fit_the_context_are_an_error(model: ModelServer) -> None:
    topics = [Topic(slug=f"t{n}", title=f"The long title of topic {n}") for n in range(300)]
    assert "set “llm_context”" in failure_of(model, question(topics=topics, only=True))


def test_the_same_is_not_asked_twice(model: ModelServer, tmp_path: Path) -> None:
    first = ask(model, folder=tmp_path)
    assert ask(model, folder=tmp_path) == first
    assert len(model.requests) == 2


def test_only_texts_that_are_new_are_asked_for(model: ModelServer, tmp_path: Path) -> None:
    topics = [BEES, CHESS]
    ask(model, question(topics=topics, only=True), tmp_path)
    ask(model, question([*TEXTS, "A hive is new"], topics=topics, only=True), tmp_path)
    assert [*posts_in(model.requests[1]).values()] == ["A hive is new"]


def test_kept_answers_that_no_longer_suit_are_asked_for_again(
    model: ModelServer, tmp_path: Path
) -> None:
    first = ask(model, folder=tmp_path)
    kept = (tmp_path / NAME).read_text(encoding="utf-8")
    spoilt = re.sub(r'"(Bees|Chess)", "It', '"Sport", "It', kept) + '["half'
    (tmp_path / NAME).write_text(spoilt, encoding="utf-8")
    assert ask(model, folder=tmp_path) == first
    assert len(model.requests) == 3


def test_what_was_answered_before_a_failure_is_kept(model: ModelServer, tmp_path: Path) -> None:
    texts = [f"The hive number {n} swarmed" for n in range(50)]
    well = by_words(WORDS)

    def respond(server: ModelServer, request: Request) -> str:
        server.statuses = [404] if len(server.requests) == 2 else []
        return well(server, request)

    model.respond = respond
    with pytest.raises(ConfigError, match="404"):
        ask(model, question(texts), tmp_path)
    model.requests.clear()
    model.respond = well
    assert len(ask(model, question(texts), tmp_path).assigned) == 50
    assert sum(len(posts_in(request)) for request in model.requests) == 30


def test_a_model_that_its_server_runs_elsewhere_is_asked_nothing(model: ModelServer) -> None:
    for name in ("gpt-oss:120b-cloud", "kimi:cloud"):
        settings = GroupingConfig(llm=model.url, llm_model=name, llm_seconds=5)
        with pytest.raises(ConfigError, match="runs on another machine"):
            ask_llm(settings, question())
    assert model.requests == []
