"""Records whose fields or lists have a meaning only together: questions, poems, events."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, SourceRead, read_source


def _read(tmp_path: Path, content: object, name: str = "dump.json") -> SourceRead:
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return read_source(path, ReadOptions())


@pytest.mark.parametrize(
    "record",
    [
        {"question": "T?", "answer": "It burns."},
        {"Frage": "T?", "Antwort": "It burns."},
        {"name": "T?", "acceptedAnswer": {"@type": "Answer", "text": "It burns."}},
        {"term": "T?", "definition": "It burns."},
        {"setup": "T?", "punchline": "It burns."},
        {"name": "T?", "ingredients": ["Oil"], "instructions": "It burns."},
        {"version": "T?", "changes": ["It burns."]},
        {"title": "T?", "extract": "It burns."},
        {"title": "T?", "blocks": [{"__component": "text", "body": "It burns."}]},
        {"question": "T?", "correct_answer": "It burns."},
        {"title": "T?", "transcript": "It burns."},
        {"nombre": "T?", "Preparación": "It burns."},
        {"snippet": {"title": "T?", "description": "It burns."}, "kind": "video"},
        {
            "system": {"id": "1"},
            "elements": {"title": {"value": "T?"}, "body": {"value": "It burns."}},
        },
        {"node": {"html": "<p>It burns.</p>", "frontmatter": {"title": "T?"}}},
        {"title": "T?", "content": {"markdown": "It burns.", "html": "<p>It burns.</p>"}},
    ],
    ids=", ".join,
)
def test_a_title_and_a_text_may_be_known_only_beside_each_other(
    tmp_path: Path, record: dict[str, object]
) -> None:
    (document,) = _read(tmp_path, {"mainEntity": [record]}).documents
    assert (document.title, document.text) == ("T?", "It burns.")


def test_an_answer_alone_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(DumpError):
        _read(tmp_path, [{"respondent": 4, "answer": "It burns all the night long."}])


def test_the_lines_of_a_poem_are_one_text(tmp_path: Path) -> None:
    (poem,) = _read(tmp_path, [{"title": "Oil", "lines": ["It burns,", "", "it ends."]}]).documents
    assert poem.text == "It burns,\n\nit ends."


def test_a_date_of_an_unusual_name_is_that_of_the_record(tmp_path: Path) -> None:
    for name in ("upload_date", "webPublicationDate", "written_on", "publicado_em", "reviewTime"):
        (document,) = _read(tmp_path, [{"text": "It burns.", name: "2024-01-02"}]).documents
        assert document.date == datetime(2024, 1, 2, tzinfo=UTC), name
    for name in ("start_date", "last_visit_date", "birthdate", "dateModified", "due_timestamp"):
        (document,) = _read(tmp_path, [{"text": "It burns.", name: "2024-01-02"}]).documents
        assert document.date is None or name == "dateModified", name
    table = "Data;Titolo;Testo\n14/01/2024;Olio;Brucia.\n15/01/2024;Lume;Fuma.\n"
    first, _ = _read(tmp_path, table, "olio.csv").documents
    assert first.date == datetime(2024, 1, 14, tzinfo=UTC)


def test_records_below_their_ids_may_be_deeper_in_an_answer(tmp_path: Path) -> None:
    pages = {"12": {"title": "Oil", "extract": "It burns."}}
    answer = {"batchcomplete": "", "query": {"pages": pages, "users": {"1": {"text": "canary"}}}}
    (document,) = _read(tmp_path, answer).documents
    assert document.text == "It burns."


def test_events_are_read_if_they_have_addresses(tmp_path: Path) -> None:
    event = {"title": "Lamps", "description": "All of them.", "start_date": "2024-01-02"}
    with pytest.raises(DumpError):
        _read(tmp_path, {"events": [event]})
    (document,) = _read(tmp_path, {"events": [{**event, "url": "https://a.example/1"}]}).documents
    assert document.text == "All of them."


@pytest.mark.parametrize("key", ["quotes", "notes", "text"])
def test_a_list_of_messages_is_no_text_of_the_object_around_it(tmp_path: Path, key: str) -> None:
    messages = [{"from": "Ann", "to": "Bo", "text": "canary"}]
    with pytest.raises(DumpError):
        _read(tmp_path, {"title": "Talk", key: messages})


@pytest.mark.parametrize(
    "record",
    [
        {"ID": 1, "Timestamp": "2024-01-02 10:00:00", "Contents": "canary", "Attachments": ""},
        {"event": "page_view", "url": "https://a.example/1", "title": "A", "session_id": "s"},
    ],
)
def test_messages_and_visits_are_refused(tmp_path: Path, record: dict[str, object]) -> None:
    with pytest.raises(DumpError):
        _read(tmp_path, [record, record])


def test_the_id_of_a_conversation_does_not_make_a_post_a_message(tmp_path: Path) -> None:
    post = {"conversation_id": "1", "text": "It burns.", "reply_to": "[]"}
    with pytest.raises(DumpError):
        _read(tmp_path, [post])
    (document,) = _read(tmp_path, [{**post, "likes_count": 3}]).documents
    assert document.text == "It burns."


def test_hits_of_a_search_are_those_of_hacker_news_only_with_its_fields(tmp_path: Path) -> None:
    hit = {"objectID": "1", "title": "Oil", "content": "It burns.", "url": "https://a.example/1"}
    (document,) = _read(tmp_path, {"hits": [hit], "nbHits": 1}).documents
    assert document.text == "It burns."


def test_an_answer_of_hypothesis_has_its_annotations_in_rows(tmp_path: Path) -> None:
    def annotation(number: int, reader: str) -> dict[str, object]:
        selector = [{"type": "TextQuoteSelector", "exact": "what burns"}]
        target = [{"source": "https://a.example/1", "selector": selector}]
        own = {"id": str(number), "uri": "https://a.example/1", "text": f"Mine {number}."}
        return {**own, "target": target, "permissions": {"read": [reader]}}

    rows = [annotation(1, "group:__world__"), annotation(2, "acct:ann@hypothes.is")]
    read = _read(tmp_path, {"total": 2, "rows": rows})
    assert [("Mine 1" in d.text, "what burns" in d.text) for d in read.documents] == [(True, True)]
    assert read.left_out == {"private": 1}


@pytest.mark.parametrize("others", ["amigos", "Wendland-AG", "sólo el coro"])
@pytest.mark.parametrize("name", ["dump.json", "dump.csv"])
def test_a_field_that_says_public_elsewhere_holds_back_all_that_it_does_not(
    tmp_path: Path, name: str, others: str
) -> None:
    rows = [("It burns.", "todos"), ("canary", others), ("It ends.", "")]
    table = "text,alcance\n" + "".join(f"{text},{value}\n" for text, value in rows)
    records = [dict(zip(("text", "alcance"), row, strict=True)) for row in rows]
    read = _read(tmp_path, table if name.endswith("csv") else records, name)
    assert [document.text for document in read.documents] == ["It burns.", "It ends."]
    assert bool(read.remarks) == (others != "amigos")


@pytest.mark.parametrize("note", ["not for publication", "nur für mich", "moi uniquement"])
def test_a_note_may_hold_a_record_back(tmp_path: Path, note: str) -> None:
    records = [{"text": "It burns.", "note": "Nur für Lampen"}, {"text": "canary", "note": note}]
    (document,) = _read(tmp_path, records).documents
    assert document.text == "It burns."


def test_titles_that_wordpress_or_an_editor_marked_hold_a_text_back(tmp_path: Path) -> None:
    marks = ("Private: T", "Geschützt: T", "[DRAFT] T", "Borrador – T", "(only me) T")
    records = [{"title": title, "text": "canary"} for title in marks]
    open_ = ("Private lives: T", "[2024] T", "(A) draft: T", "Drafts: T", "Draft – beer of May")
    records += [{"title": title, "text": f"It burns {n}."} for n, title in enumerate(open_)]
    assert [document.title for document in _read(tmp_path, records).documents] == [*open_]


@pytest.mark.parametrize(
    ("field", "shown", "held"),
    [
        ("Approved for web", "yes", ["no", "", "not sure"]),
        ("Can we share this?", "Yes", ["No", "Not sure"]),
        ("Consent", "I agree", ["I do not agree"]),
        ("widoczne", "tak", ["nie"]),
        ("Publicerad", "ja", ["nej", ""]),
        ("status", "Published", ["Staged", "With the lawyers", "En attente de validation"]),
        ("الحالة", "منشور", ["مسودة", "خاص"]),
        ("sys_workflow", {"state": "published"}, [{"state": "inReview"}]),
        ("link_visibility", "listed", ["unlisted"]),
    ],
)
def test_a_text_without_the_answer_that_others_have_is_left_out(
    tmp_path: Path, field: str, shown: object, held: list[object]
) -> None:
    open_ = [{"text": f"It burns {n}.", field: shown} for n in range(5)]
    kept_back = [{"text": "canary", field: value} for value in held]
    read = _read(tmp_path, [*open_, *kept_back])
    assert [document.text for document in read.documents] == [row["text"] for row in open_]


def test_states_beside_published_that_are_public_too_and_lists_for_all_hold_nothing_back(
    tmp_path: Path,
) -> None:
    states = ("published", "Updated", "featured", "public", "")
    records: list[dict[str, object]] = [
        {"text": f"It burns {n}.", "status": state} for n, state in enumerate(states)
    ]
    records += [{"text": "It ends.", "acl": {"read": ["*"]}}]
    assert _read(tmp_path, records).left_out == {}


@pytest.mark.parametrize(
    ("mark", "is_open"),
    [
        *[("NOT FOR PUBLICATION. ", False), ("[draft] ", False), ("PRIVATE – ", False)],
        *[("INTERNAL\n", False), ("**DRAFT** ", False), ("DO NOT PUBLISH - ", False)],
        *[("Private. ", True), ("PRIVATE SCHOOLS: ", True), ("(I think) ", True)],
    ],
)
def test_a_mark_before_a_text_holds_it_back(tmp_path: Path, mark: str, *, is_open: bool) -> None:
    records = [{"text": f"{mark}The wick burns."}, {"text": "It burns."}]
    assert len(_read(tmp_path, records).documents) == 1 + is_open


@pytest.mark.parametrize(
    ("name", "records"),
    [
        ("my-diary-2024.json", [{"date": "2024-01-02", "text": "canary"}]),
        ("Dagboek.json", [{"datum": "2024-01-02", "tekst": "canary"}]),
        ("patients.json", [{"text": "canary"}]),
        ("diary.csv", "date,text,address\n2024-01-02,canary,12 Mill Lane\n"),
        ("messages.json", [{"date": "2024-01-02", "text": "canary", "source": "phone"}]),
        ("dump.json", {"events": [{"title": "Doctor", "text": "canary", "address": "Lane"}]}),
        ("dump.json", {"journal": [{"date": "2024-01-02", "text": "canary", "source": "app"}]}),
        *(
            ("dump.json", [{"id": 1, field: {"title": "canary", "description": "canary"}}])
            for field in ("message", "Task", "appointment", "contact", "comment")
        ),
        ("dump.json", {"journal": [{"date": "2024-01-02", "title": "Monday", "text": "canary"}]}),
        ("dump.json", [{"date": "2024-01-02", "text": "canary", "humeur": "triste"}]),
        ("dump.json", [{"date": "2024-01-02", "de": "Ann", "à": "Bo", "texte": "canary"}]),
        ("dump.json", [{"isoutbox": 1, "body": "canary"}]),
        ("dump.json", [{"reported_by": "Ann", "content": "canary", "decision": "kept"}]),
        ("dump.json", [{"api_key": "canary", "title": "Lamp", "text": "canary"}]),
        ("dump.json", [{"currency": "EUR", "text": "canary"}]),
        ("app_en.json", {"@@locale": "en", "title": "canary", "body": "canary"}),
    ],
)
def test_diaries_letters_and_translations_are_refused(
    tmp_path: Path, name: str, records: object
) -> None:
    with pytest.raises(DumpError) as error:
        _read(tmp_path, records, name)
    assert error.value.hint


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_a_diary_beside_other_files_is_not_read(tmp_path: Path, kind: str) -> None:
    def write(name: str, text: str) -> None:
        table = f"date,text\n2024-01-02,{text}\n"
        records = json.dumps([{"date": "2024-01-02", "text": text}])
        (tmp_path / f"{name}.{kind}").write_text(table if kind == "csv" else records, "utf-8")

    write("diary", "canary")
    write("posts", "It burns.")
    read = read_source(tmp_path, ReadOptions())
    assert [document.text for document in read.documents] == ["It burns."]
    assert read.unread == (f"diary.{kind}",)


def test_a_diary_with_addresses_is_published(tmp_path: Path) -> None:
    day = {"date": "2024-01-02", "text": "It burns.", "mood": "calm", "url": "https://a.example/1"}
    for content, name in (([day], "diary.json"), ({"journal": [day]}, "dump.json")):
        (document,) = _read(tmp_path, content, name).documents
        assert document.text == "It burns."


_HELD_BACK: dict[str, object] = {
    "header": {"published": False},
    "classified": True,
    "web_ok": "no",
    "publication": "non",
    "état": "à relire",
    "acesso": "restrito",
    "afgeschermd": "ja",
    "delen": "nee",
    "protection": "password",
    "locked_for": "subscribers",
    "nicht_oeffentlich": "ja",
    "veroeffentlicht": "nein",
    "sichtbar_fuer": "Familie",
    "privater Eintrag": "ja",
    "es_privado": 1,
    "for_my_eyes_only": True,
    "removed_by_moderator": True,
    "show_in_feed": False,
    "embargo": True,
    "status": {"privacyStatus": "private"},
    "stato": "in bozza",
    "postStatus": "ongepubliceerd",
    "zichtbaar": "nee",
    "alleen_voor": "leden",
    "leserkreis": "nur Mitglieder",
    "hinweis": "nur für den internen Gebrauch",
}
_PUBLIC: dict[str, object] = {
    "has_unpublished_edits": "yes",
    "deleted_comments": 1,
    "status": {"privacyStatus": "public"},
    "privacy": {"view": "anybody"},
    "rue_de": "ja",
    "gedeeld": "ja",
}


def test_a_word_of_a_name_or_a_value_may_hold_a_record_back(tmp_path: Path) -> None:
    held = [{"text": f"{name} canary", name: value} for name, value in _HELD_BACK.items()]
    records = [{"text": "It burns.", "id": 1}, {"text": "It ends.", **_PUBLIC}]
    read = _read(tmp_path, [*records, *held])
    assert [document.text for document in read.documents] == ["It burns.", "It ends."]


def test_tags_may_be_an_object_by_their_names_or_in_angle_brackets(tmp_path: Path) -> None:
    for tags in ({"oil": {"ID": 1}, "wick": {"ID": 2}}, "<oil><wick>"):
        (document,) = _read(tmp_path, [{"text": "It burns.", "tags": tags}]).documents
        assert document.tags == ("oil", "wick")


def test_catalogues_quotations_and_posts_by_authors_are_read(tmp_path: Path) -> None:
    book = {"title": "Oil", "text": "It burns.", "price": "9.00", "currency": "EUR"}
    assert _read(tmp_path, [book]).documents
    (quoted,) = _read(tmp_path, "Zitat;Autor\nIt burns.;Ann\n", "a.csv").documents
    assert (quoted.text, quoted.author) == ("It burns.", "Ann")
    post = {"id": "1", "text": "It burns.", "author_id": "5", "created_at": "2024-01-02T08:00:00Z"}
    assert _read(tmp_path, {"data": [post], "meta": {"result_count": 1}}).documents


def test_a_field_of_any_name_that_says_public_may_hold_lists_and_phrases(tmp_path: Path) -> None:
    audiences = ("public", "Für alle", ["tout le monde"], "friends", ["friends"], ["me", "family"])
    records = [{"text": f"It burns {n}.", "who": who} for n, who in enumerate(audiences)]
    read = _read(tmp_path, records)
    texts = [document.text for document in read.documents]
    assert texts == ["It burns 0.", "It burns 1.", "It burns 2."]


def test_posts_of_the_interface_of_facebook_are_read_if_they_are_for_all(tmp_path: Path) -> None:
    def post(number: int, audience: str, **more: str) -> dict[str, object]:
        when = {"id": f"1_{number}", "created_time": "2023-02-01T08:00:00+0000"}
        return {**when, "privacy": {"value": audience}, **more}

    posts = [
        post(1, "EVERYONE", message="The lamp burns."),
        post(2, "SELF", message="canary"),
        post(3, "EVERYONE", story="Ann changed the picture."),
    ]
    read = _read(tmp_path, {"data": posts, "paging": {"next": "https://x.example/?token=canary"}})
    assert [document.text for document in read.documents] == ["The lamp burns."]
    assert sum(read.left_out.values()) == 2
    unknown = [{key: post[key] for key in post if key != "privacy"} for post in posts]
    with pytest.raises(DumpError):
        _read(tmp_path, {"data": unknown})
