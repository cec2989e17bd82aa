"""Fields that say who may read a text, as several records of a file show together."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source
from sitegen.readers.records.legends import short_value
from sitegen.readers.streams.decoding import TextPieces
from sitegen.readers.streams.json_cursor import Cursor


def _among_others(tmp_path: Path, name: str, values: Sequence[object], kind: str) -> SourceRead:
    """Records with a field each."""
    records = [
        {"title": f"Lamp {number}", "text": f"Its wick is trimmed {number} times.", name: value}
        for number, value in enumerate(values)
    ]
    path = tmp_path / f"lamps.{kind}"
    if kind == "csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            rows = csv.DictWriter(file, ("title", "text", name))
            rows.writeheader()
            rows.writerows(records)
    else:
        path.write_text(json.dumps(records), "utf-8")
    return read_source(path, ReadOptions())


@pytest.mark.parametrize(
    ("name", "values", "shown"),
    [
        *[(name, [True, False], 1) for name in ("publik", "is_offentlig", "for_all", "allmän")],
        *[(name, [True, False, True], 2) for name in ("open", "is_open", "öppen", "åpen", "todos")],
        ("status", ["published", "published,featured", "published,hidden", "simmering"], 2),
        ("everyone", ["yes", "no"], 1),
        ("for alle", [1, 0], 1),
        ("open", ["yes", "no", ""], 2),
        ("open", [False, False], 2),
        ("open", ["9:00", "no"], 2),
        ("todos", [3, 0, 1], 3),
        ("circle", ["everyone", "board members", "Public"], 2),
        ("Zielgruppe", ["Alle", "Gartenverein"], 1),
        ("circle", ["poets", "board members"], 2),
        ("public", [True, None, True], 2),
        ("visibility", ["public", "public", None], 2),
        ("public", [False, None, None], 2),
        ("shared", [True, None, None, None], 4),
        ("published", ["2022-01-02", "2022-01-03", ""], 3),
        ("release_approved", ["2022-01-02", "2022-01-03", ""], 2),
    ],
)
@pytest.mark.parametrize("kind", ["json", "csv"])
def test_what_most_records_say_of_their_readers_is_asked_of_all(
    tmp_path: Path, name: str, values: Sequence[object], shown: int, kind: str
) -> None:
    read = _among_others(tmp_path, name, values, kind)
    assert len(read.documents) == shown
    assert sum(read.left_out.values()) == len(values) - shown


@pytest.mark.parametrize("outer", ["entity_data", ""])
def test_a_record_without_a_field_that_most_have_is_not_plainly_public(
    tmp_path: Path, outer: str
) -> None:
    shown: dict[str, object] = {"public": True}
    values: list[dict[str, object]] = [shown, shown, shown, {}, {"public": None}]
    records = [{"text": f"It burns {n} hours.", **value} for n, value in enumerate(values)]
    path = tmp_path / "lamps.json"
    path.write_text(json.dumps([{outer: r} if outer else r for r in records]), "utf-8")
    read = read_source(path, ReadOptions())
    assert (len(read.documents), read.left_out) == (3, {"not public": 2})


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        ({"viewers": {"scope": "anyone"}}, {"viewers": {"scope": "list"}}),
        ({"seen": {"type": "everybody"}}, {"seen": {"type": "choir"}}),
        ({"shared_with": ["public", "choir"]}, {"shared_with": []}),
        ({"shared_with": ["public"]}, {"shared_with": ["choir"]}),
        ({"configuracion": {"privacidad": "público"}}, {"configuracion": {"privacidad": "amigos"}}),
        ({"visible": {"type": 0, "list_id": 0}}, {"visible": {"type": 6, "list_id": 0}}),
        ({"published_at": "2023-03-01"}, {"published_at": None}),
        ({"action": "posted"}, {"action": "reshared"}),
        ({"action": "posted"}, {"action": "commented"}),
        ({"status": "sent"}, {"status": "failed"}),
        ({"smazáno": False}, {"smazáno": True}),
        ({"poistettu": "ei"}, {"poistettu": "kyllä"}),
        ({"permission": "world-readable"}, {"permission": "staff"}),
        ({"privacy": {"who": "everyone"}}, {"privacy": {"who": "only_me"}}),
        ({"synlighet": {"nivå": "alla"}}, {"synlighet": {"nivå": "vänner"}}),
        ({"distribution": "UNRESTRICTED"}, {"distribution": "NONE"}),
        ({"görünürlük": "herkese açık"}, {"görünürlük": "sadece arkadaşlar"}),
        ({"who": "🌍"}, {"who": "🔒"}),
        ({"mode": "VISIBILITY_LEVEL_PUBLIC"}, {"mode": "VISIBILITY_LEVEL_CHOIR"}),
        (
            {"settings": [{"key": "visibility", "value": "public"}]},
            {"settings": [{"key": "visibility", "value": "private"}]},
        ),
        ({"a": {"b": [{"type": "PUBLIC"}]}}, {"a": {"b": [{"type": "CHOIR"}]}}),
        (
            {"postAcl": {"to": {"circles": [{"type": "CIRCLE_TYPE_PUBLIC"}]}}},
            {"postAcl": {"community": {"name": "Birds"}}},
        ),
        ({"minTierLevel": 0}, {"minTierLevel": 2}),
        ({"published_version": 3}, {"published_version": None}),
        ({"replyTarget": None}, {"replyTarget": {"user": "bo"}}),
        ({"type": "posts"}, {"type": "comments"}),
        ({"sharing": "Public on the web"}, {"sharing": "Anyone with the link"}),
        ({"publicoAlvo": "todos"}, {"publicoAlvo": "somente eu"}),
        ({"谁可以看": "所有人"}, {"谁可以看": "仅自己"}),
        ({"visible": {"from": "2022-06-01"}}, {"visible": {"from": "2095-06-01"}}),
        ({"visible": {"until": None}}, {"visible": {"until": "2022-07-01"}}),
        ({"space": {"members_only": False}}, {"space": {"members_only": True}}),
        ({"supersededBy": None}, {"supersededBy": "2"}),
        ({"whoReads": "everyone"}, {"whoReads": "sadece ben"}),
        ({"audience": [{"type": "everyone"}]}, {"audience": []}),
        ({"shared": "everyone"}, {"shared": "Book club"}),
        ({"readers": []}, {"readers": [{"name": "Ann", "value": 1}]}),
        ({"visibility": "VISIBILITY_PUBLIC"}, {"visibility": "VISIBILITY_NONE"}),
        ({"shared_with": "SHARED_WITH_ALL"}, {"shared_with": "SHARED_WITH_NONE"}),
        ({"visibility": "all"}, {"visibility": "all_viewers_with_link"}),
        ({"required_tier": None}, {"required_tier": "All Access"}),
        ({}, {"visibility": {"scope": "default", "groups": ["family"]}}),
        ({"audit": {"deletedAt": None}}, {"audit": {"deletedAt": "2022-07-01"}}),
        ({"gate": {"kind": "none"}}, {"gate": {"kind": "subscribers"}}),
        ({"workflow": {"step": "live"}}, {"workflow": {"step": "legal"}}),
        ({"shareUrl": "https://a.example/s/1"}, {"shareUrl": None}),
        ({"privacy": "PRIVACY_SETTING_PUBLIC"}, {"privacy": "PRIVACY_SETTING_CHOIR"}),
        ({"type": "status"}, {"type": "friend_request"}),
        ({"status": {"code": 1, "text": "active"}}, {"status": {"code": 2, "text": "hidden"}}),
        ({"removal": None}, {"removal": {"reason": "user"}}),
        ({"hiddenFrom": []}, {"hiddenFrom": ["everyone"]}),
        ({"loginToView": False}, {"loginToView": True}),
        ({"requires": []}, {"requires": ["login"]}),
        ({"monetization": {"type": "free"}}, {"monetization": {"type": "paid"}}),
        ({"moderationFlags": []}, {"moderationFlags": ["removed"]}),
        ({"review_state": "accepted"}, {"review_state": "awaiting"}),
        ({"削除日時": ""}, {"削除日時": "2021-12-01"}),
        ({"Кто видит": "все"}, {"Кто видит": "друзья"}),
        ({"sharing": {"mode": "public"}}, {"sharing": {"mode": "none"}}),
        ({"out": {"publishedAt": "2021-12-01"}}, {"out": {"publishedAt": None}}),
        *[({name: 0}, {name: 2}) for name in ("price", "tier", "flags")],
        ({"price": "free"}, {"price": "$4.99"}),
        ({"isFree": True}, {"isFree": False}),
        ({"current": "published"}, {"current": "withdrawn"}),
        ({"acl": [{"principal": "*"}]}, {"acl": []}),
        ({"approvedBy": "Ann"}, {"approvedBy": ""}),
        ({"quién puede leer": "todo el mundo"}, {"quién puede leer": "mis amigos"}),
        ({"openness": "open to all"}, {"openness": "closed"}),
        ({"visibleIn": ["public_feed"]}, {"visibleIn": ["close_circle"]}),
        ({"tier": "free"}, {"tier": "gold members"}),
        ({"posted_to": "my page"}, {"posted_to": "group: rowing"}),
        ({"published": "yep"}, {"published": "nope"}),
        ({"readership": "the general public"}, {"readership": "staff and volunteers"}),
        ({"stage": "live"}, {"stage": "sent back"}),
        ({"maturity": "final"}, {"maturity": "half-baked"}),
        ({"gate": "none"}, {"gate": "email"}),
        ({"login_wall": False}, {"login_wall": True}),
        ({"on_hold": "no"}, {"on_hold": "legal"}),
        ({"room": {"joining": "open"}}, {"room": {"joining": "by invitation"}}),
        ({"cleared_for": "release"}, {"cleared_for": "the editors"}),
        ({"may_we_print_it": "sure"}, {"may_we_print_it": "rather later"}),
        ({"goes_live": "2022-01-02"}, {"goes_live": "tbd"}),
        ({"embargo": ""}, {"embargo": "until the book is out"}),
        ({"accessRights": "info:x/openAccess"}, {"accessRights": "info:x/closedAccess"}),
        ({"shared_with_family_only": "no"}, {"shared_with_family_only": "yes"}),
        ({"review": {"outcome": "accepted"}}, {"review": {"outcome": "revise"}}),
        ({"not_before": "2022-01-01"}, {"not_before": "to be announced"}),
        ({"hide_from_guests": False}, {"hide_from_guests": True}),
        ({"listed_in_directory": True}, {"listed_in_directory": False}),
        ({"subscriber_level": "none"}, {"subscriber_level": "yearly"}),
        ({"workflow_step": "Published"}, {"workflow_step": "Legal check"}),
        ({"offline_since": None}, {"offline_since": "2022-03-03"}),
        ({"file": "public/walks/a.md"}, {"file": "private/letters/a.md"}),
    ],
)
def test_a_record_is_held_back_by_what_the_fields_of_others_say_in_any_place(
    tmp_path: Path, shown: dict[str, object], held: dict[str, object]
) -> None:
    path = tmp_path / "lamps.json"
    records = [{"text": "It burns.", **shown}, {"text": "canary", **held}]
    path.write_text(json.dumps([*records, {"text": "It ends.", **shown}]), "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["It burns.", "It ends."]
    assert sum(read.left_out.values()) == 1


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("reply_settings", ["everyone", "following"]),
        ("whoCanComment", ["everyone", "followers"]),
        ("comments", [{"visibility": "public"}, {"visibility": "followers"}]),
        ("location", [{"access": "public road"}, {"access": "private road"}]),
        ("school", [{"type": "public"}, {"type": "private"}]),
        ("railway_type", ["public", "private"]),
        ("current", ["live", "offline"]),
        ("open_air", [True, False]),
        ("hidden_gem", [True, False]),
        ("release", ["LP", "CD"]),
        ("approved_budget", [1, 0]),
        ("published_in", ["Weir Gazette", "Mill Post"]),
        ("rights", ["public domain", "CC BY"]),
        ("lock", ["open", "closed"]),
        ("read", [True, False]),
        ("image", ["public/a/oak.png", "private/b/elm.png"]),
        ("show", [{"place": "Hall", "end": "2020-01-02"}, {"place": "Barn", "end": "2021-01-02"}]),
    ],
)
def test_who_may_answer_or_went_to_a_place_says_nothing_on_who_may_read(
    tmp_path: Path, name: str, values: Sequence[object]
) -> None:
    assert len(_among_others(tmp_path, name, values, "json").documents) == 2


@pytest.mark.parametrize(
    ("field", "codes", "legends"),
    [
        ("seen", [3, 1, 2], {"lookup": {"seen": {"1": "just me", "2": "house", "3": "everyone"}}}),
        ("lvl", [0, 1, 2], {"levels": ["the whole world", "trusted people", "myself"]}),
        (
            "status_id",
            ["a", "b", "b"],
            {"statuses": [{"id": "a", "label": "Online"}, {"id": "b", "label": "Parked"}]},
        ),
        ("flags", [1, 2, 6], {"flag_legend": {"1": "public", "2": "friends", "4": "family"}}),
    ],
)
@pytest.mark.parametrize("kind", ["json", "yaml"])
def test_a_legend_around_a_list_explains_the_codes_of_its_records(
    tmp_path: Path, field: str, codes: Sequence[object], legends: dict[str, object], kind: str
) -> None:
    texts = ["It burns.", "canary one", "canary two"]
    notes = [{"text": text, field: code} for text, code in zip(texts, codes, strict=True)]
    path = tmp_path / f"lamps.{kind}"
    path.write_text(json.dumps({"notes": notes, "likes": 3, **legends}), "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["It burns."]
    assert sum(read.left_out.values()) == 2


def test_a_legend_on_something_else_holds_nothing_back(tmp_path: Path) -> None:
    path = tmp_path / "lamps.json"
    notes = [{"text": f"It burns {n}.", "mode": n} for n in (0, 1)]
    path.write_text(json.dumps({"modes": ["walk", "public transport"], "notes": notes}), "utf-8")
    assert len(read_source(path, ReadOptions()).documents) == 2


def test_of_a_long_index_around_a_list_only_the_first_fields_are_held(tmp_path: Path) -> None:
    index = {f"word {number}": [number] * 99 for number in range(1200)}
    written = json.dumps([index, "after it"])
    cursor = Cursor(TextPieces(io.BytesIO(written.encode())))
    held = [short_value(cursor) for _ in cursor.items()]
    assert held == [{name: index[name][:51] for name in list(index)[:1000]}, "after it"]
    path = tmp_path / "lamps.json"
    path.write_text(json.dumps({"index": index, "visibility": "private", "notes": [{"text": "a"}]}))
    assert read_source(path, ReadOptions()).left_out == {"private": 1}


def test_a_price_beside_a_rating_is_not_that_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "museums.json"
    for other in ("rating", "start", "stock"):
        museums = [{"text": f"It costs {n}.", "price": n, other: 4} for n in (0, 8)]
        path.write_text(json.dumps(museums), "utf-8")
        assert len(read_source(path, ReadOptions()).documents) == 2


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        (["public", "private"], 0),
        (["private", "public"], 1),
        (["public", "draft"], 1),  # of a version to come
    ],
)
def test_a_later_record_takes_an_earlier_one_back(
    tmp_path: Path, states: Sequence[str], shown: int
) -> None:
    path = tmp_path / "lamps.jsonl"
    own = {"id": 17, "text": "It burns.", "date": "2022-06-01T10:00:00Z"}
    lamps = [{**own, "visibility": state} for state in states]
    path.write_text("".join(json.dumps(lamp) + "\n" for lamp in lamps), "utf-8")
    assert len(read_source(path, ReadOptions()).documents) == shown


@pytest.mark.parametrize(
    ("around", "reason"),
    [
        ({"visibility": "private"}, "private"),
        ({"notebook": {"name": "Lamps", "isPublic": False}}, "private"),
        ({"account": {"name": "Ann", "is_private": True}}, "followers only"),
        ({"status": "draft"}, "draft"),
        ({"status": "pending", "private": 3, "published": 1, "type": "page"}, None),
    ],
)
@pytest.mark.parametrize("kind", ["json", "yaml"])
def test_what_stands_around_a_list_holds_all_of_its_records_back(
    tmp_path: Path, around: dict[str, object], reason: str | None, kind: str
) -> None:
    path = tmp_path / f"lamps.{kind}"
    entries = [{"title": f"Lamp {n}", "text": f"It burns {n} hours."} for n in (1, 2)]
    path.write_text(json.dumps({"entries": entries, **around}), "utf-8")
    read = read_source(path, ReadOptions())
    assert (len(read.documents), read.left_out) == ((0, {reason: 2}) if reason else (2, {}))


def test_the_only_field_with_dates_is_the_date_whatever_its_name_is(tmp_path: Path) -> None:
    def dates(name: str, **others: str) -> list[str]:
        path = tmp_path / "lamps.json"
        lamps = [{"text": f"It burns {n}.", name: f"2021-02-0{n}", **others} for n in (3, 4)]
        path.write_text(json.dumps(lamps), "utf-8")
        return [str(d.date)[:10] for d in read_source(path, ReadOptions()).documents]

    assert dates("päiväys") == ["2021-02-03", "2021-02-04"]
    assert dates("deadline_end") == dates("päiväys", oiled="2020-01-01") == ["None", "None"]


@pytest.mark.parametrize("owner", [{"handle": "ann"}, {"id": 7}, "@Ann"])
def test_of_the_texts_in_an_account_only_its_own_are_read(tmp_path: Path, owner: object) -> None:
    path = tmp_path / "lamps.json"
    people = [{"id": 7, "handle": "ann"}, {"id": 8, "handle": "bo"}, None]
    lamps = [{"text": f"It burns {n} hours.", "author": who} for n, who in enumerate(people)]
    path.write_text(json.dumps({"posts": lamps, "owner": owner}), "utf-8")
    read = read_source(path, ReadOptions())
    assert (len(read.documents), read.left_out) == (2, {"somebody else's": 1})
    path.write_text(json.dumps({"posts": lamps, "owner": "Lamps Ltd"}), "utf-8")
    assert len(read_source(path, ReadOptions()).documents) == 3
    owned = [{"text": f"It burns {n} hours.", "owner_id": n} for n in (7, 8)]
    path.write_text(json.dumps({"posts": owned, "user": {"id": 7}}), "utf-8")
    assert [d.text for d in read_source(path, ReadOptions()).documents] == ["It burns 7 hours."]


@pytest.mark.parametrize(
    ("name", "values", "named"),
    [
        ("ring", ["inner", "outer", "inner", "outer"], 1),
        ("ring", ["inner", None, None, None], 1),
        ("rung", [1, 2, 2, 1], 1),
        ("flame", [True, False, True, None, None, True], 1),
        ("ring", ["inner"] * 4, 0),
        ("ring", ["inner", "outer"], 0),
        ("ring", ["elm", "oak", "ash", "fir", "yew", "box"] * 2, 0),
        ("oil", [120, 340, 120, 340], 0),
        ("mood", ["calm", "glad", "calm", "glad"], 0),
        ("audience", ["public", "ringers", "public", "ringers"], 0),
        ("ring", ["public", "ringers", "public", "ringers"], 0),
    ],
)
def test_the_report_names_a_field_that_sorts_texts_in_a_way_that_nothing_explains(
    tmp_path: Path, name: str, values: Sequence[object], named: int
) -> None:
    remarks = _among_others(tmp_path, name, values, "json").remarks
    assert sum(f"“{name}” left nothing out" in remark for remark in remarks) == named


def test_such_a_field_tells_who_may_read_a_text_once_it_is_named_as_the_report_says(
    tmp_path: Path,
) -> None:
    assert len(_among_others(tmp_path, "ring", ["outer", "inner"] * 3, "csv").documents) == 6
    assert len(_among_others(tmp_path, "visibility", ["public", "inner"] * 3, "csv").documents) == 3
