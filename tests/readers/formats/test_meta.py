"""Exports of Threads, Instagram and Facebook: posts alone, with their texts mended."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.errors import DumpError
from sitegen.readers.findings import ReadOptions
from sitegen.readers.formats.meta.mojibake import mend
from sitegen.readers.reading import SourceRead, read_source
from tests.files import write_zip
from tests.readers.sources import only_document, texts_of

_DAY = 1709118134
_PERSON = "personal_information/personal_information/personal_information.json"


def _broken(text: str) -> str:
    """A text as Meta writes it: each byte of UTF-8 as a character."""
    return text.encode().decode("latin-1")


def _thread(text: str, second: int = 0, **facts: object) -> dict[str, Any]:
    about = {"uri": "", "creation_timestamp": _DAY + second, "title": _broken(text)}
    return {"media": [about | ({"text_app_post": facts} if facts else {})]}


def _picture(name: str, title: str = "", second: int = 0) -> dict[str, Any]:
    place = {"photo_metadata": {"exif_data": [{"latitude": 41.864, "longitude": -71.448}]}}
    return {
        "uri": f"media/posts/202402/{name}",
        "creation_timestamp": _DAY + second,
        "media_metadata": place,
        "title": _broken(title),
    }


def _share(text: str | None, *attached: object, **fields: object) -> dict[str, Any]:
    return {
        "timestamp": _DAY,
        "attachments": [{"data": list(attached)}],
        "data": [{"post": _broken(text)}] if text is not None else [],
        "title": "Nettle Rowick shared a link.",
        "tags": [{"name": "canary-friend"}],
    } | fields


def _person(private: str = "False") -> dict[str, Any]:
    values = {"Email": "canary@mail.example", "Phone Number": "canary-phone", "Username": "nettle"}
    values |= {"Name": _broken("Nettle Ünal"), "Private Account": private}
    return {"profile_user": [{"string_map_data": {k: {"value": v} for k, v in values.items()}}]}


def _write(path: Path, content: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), "utf-8")
    return path


def _read(path: Path, *include: str) -> SourceRead:
    return read_source(path, ReadOptions(frozenset(include)))


@pytest.mark.parametrize("text", ["Öl für die Tür…", "🙏 Я 日本 é", "plain", "\u0085 ÿ×"])
def test_partly_correct_texts_are_repaired(text: str) -> None:
    assert mend(_broken(text)) == text
    assert mend(f"Für die Tür {_broken(text)} ß") == f"Für die Tür {text} ß"


def test_surrogates_that_were_encoded_one_by_one_become_one_character() -> None:
    halves = "🙏".encode("utf-16-be")
    pair = "".join(chr(int.from_bytes(halves[i : i + 2], "big")) for i in (0, 2))
    assert mend(pair.encode("utf-8", "surrogatepass").decode("latin-1")) == "🙏"


def test_letters_that_only_look_broken_stay() -> None:
    assert mend("Ã Â ç â ÃÃ à la 50 °C") == "Ã Â ç â ÃÃ à la 50 °C"


def test_replies_on_threads_are_left_out_where_the_export_marks_them(tmp_path: Path) -> None:
    posts = [_thread("mine", is_reply=False), _thread("canary-reply", 1, is_reply=True)]
    path = _write(tmp_path / "threads.json", {"text_post_app_text_posts": posts})
    read = _read(path)
    assert texts_of(read) == ["mine"]
    assert read.left_out == {"reply": 1}
    assert not any("replies" in remark for remark in read.remarks)
    assert texts_of(_read(path, "replies")) == ["mine", "canary-reply"]


def test_the_report_says_where_replies_cannot_be_told(tmp_path: Path) -> None:
    path = _write(tmp_path / "t.json", {"text_post_app_text_posts": [_thread("mine")]})
    assert any("replies" in remark for remark in _read(path).remarks)


def test_the_text_of_several_pictures_stands_above_them(tmp_path: Path) -> None:
    pictures = [_picture("a.jpg"), _picture("b.mp4")]
    several = {"media": pictures, "title": _broken("Zwei Möwen #meer"), "creation_timestamp": _DAY}
    single = {"media": [_picture("c.jpg", "One", 1)]}
    files = {
        "your_instagram_activity/media/posts_1.json": [several, single],
        "media/posts/202402/a.jpg": b"picture",
        "media/posts/202402/b.mp4": b"film",
    }
    read = _read(write_zip(tmp_path / "instagram.zip", files))
    assert texts_of(read) == ["Zwei Möwen #meer", "One"]
    first, second = read.documents
    assert [medium.entry for medium in first.media] == [
        "media/posts/202402/a.jpg",
        "media/posts/202402/b.mp4",
    ]
    assert first.tags == ("meer",)
    assert [medium.entry for medium in second.media] == [None]
    assert "41.864" not in repr(read)


def test_an_instagram_export_gives_its_posts_on_threads_too(tmp_path: Path) -> None:
    root = "instagram-nettle-2025-01-01/"
    files = {
        f"{root}your_instagram_activity/content/posts_1.json": [{"media": [_picture("a", "pic")]}],
        f"{root}your_instagram_activity/threads/threads_and_replies.json": {
            "text_post_app_text_posts": [_thread("words", is_reply=False)]
        },
        f"{root}{_PERSON}": _person(),
        f"{root}your_instagram_activity/messages/inbox/canary_1/message_1.json": {
            "participants": [{"name": "canary"}],
            "messages": [{"sender_name": "canary", "content": "canary-message"}],
        },
        f"{root}your_instagram_activity/media/stories.json": {"ig_stories": [_picture("canary")]},
    }
    read = _read(write_zip(tmp_path / "instagram.zip", files))
    assert texts_of(read) == ["pic", "words"]
    assert {document.author for document in read.documents} == {"Nettle Ünal"}
    assert f"{root}your_instagram_activity/messages" in read.unread
    assert "canary" not in repr(read)


@pytest.mark.parametrize("text", ["no *name*", "ann@mail.example", "@ pier", "x.com/@bo"])
def test_a_text_that_names_no_account_stays_verbatim(tmp_path: Path, text: str) -> None:
    path = _write(tmp_path / "threads.json", {"text_post_app_text_posts": [_thread(text)]})
    assert [(post.text, post.is_markdown) for post in _read(path).documents] == [(text, False)]


def test_names_of_accounts_are_linked_on_the_network_of_the_post(tmp_path: Path) -> None:
    thread = {"text_post_app_text_posts": [_thread("Ask @b.o_.\n\nOr *not*")]}
    (post,) = _read(_write(tmp_path / "threads.json", thread)).documents
    assert post.text == "Ask [@b.o\\_](https://www.threads.com/@b.o_).\n\nOr \\*not\\*"
    picture = [{"media": [_picture("a.jpg", "By @bo!")]}]
    (post,) = _read(_write(tmp_path / "posts_1.json", picture)).documents
    assert post.text == "By [@bo](https://www.instagram.com/bo)!"


def test_posts_of_a_private_account_are_for_followers_only(tmp_path: Path) -> None:
    files = {"content/posts_1.json": [{"media": [_picture("a", "mine")]}], _PERSON: _person("True")}
    path = write_zip(tmp_path / "instagram.zip", files)
    assert _read(path).left_out == {"followers only": 1}
    assert texts_of(_read(path, "followers")) == ["mine"]


@pytest.mark.parametrize(
    ("labels", "value"),
    [
        (("Name", "Privates Konto"), "True"),
        (("Nom", "Compte privÃ©"), "Oui"),
        (("Nombre", "Cuenta privada"), "SÃ\xad"),
    ],
)
def test_a_profile_has_labels_in_the_language_of_its_account(
    tmp_path: Path, labels: tuple[str, str], value: str
) -> None:
    name, private = labels
    facts = {name: {"value": "Nettle"}, private: {"value": value}}
    files = {
        "content/posts_1.json": [{"media": [_picture("a", "mine")]}],
        _PERSON: {"profile_user": [{"string_map_data": facts}]},
    }
    read = _read(write_zip(tmp_path / "instagram.zip", files), "followers")
    assert [document.author for document in read.documents] == ["Nettle"]
    assert read.included == {"followers only": 1}


def test_archived_posts_are_hidden_whatever_the_name_of_their_file(tmp_path: Path) -> None:
    post = {"media": [_picture("b", "canary-hidden")]}
    path = _write(tmp_path / "a.json", {"ig_archived_post_media": [post]})
    assert _read(path).left_out == {"hidden": 1}


def test_a_media_file_of_another_program_is_not_taken_for_posts(tmp_path: Path) -> None:
    files = {"media.json": [{"media": "a"}], "content/posts.json": [{"title": "Hello", "id": 1}]}
    with pytest.raises(DumpError):
        _read(write_zip(tmp_path / "other.zip", files))


def test_posts_without_words_at_the_start_of_a_file_do_not_hide_the_others(tmp_path: Path) -> None:
    place = {"place": {"name": "canary-place"}}
    posts = [_share(None, place, timestamp=_DAY + n) for n in range(2000)]
    files = {"your_facebook_activity/posts/your_posts_1.json": [*posts, _share("mine")]}
    assert texts_of(_read(write_zip(tmp_path / "facebook.zip", files))) == ["mine"]


def test_archived_posts_are_hidden(tmp_path: Path) -> None:
    hidden = {"ig_archived_post_media": [{"media": [_picture("b", "canary-hidden")]}]}
    files = {
        "your_instagram_activity/media/posts_1.json": [{"media": [_picture("a", "mine")]}],
        "your_instagram_activity/media/archived_posts.json": hidden,
    }
    read = _read(write_zip(tmp_path / "instagram.zip", files))
    assert texts_of(read) == ["mine"]
    assert read.left_out == {"hidden": 1}


def test_reels_and_exports_of_before_2020_are_read(tmp_path: Path) -> None:
    reels = _write(
        tmp_path / "reels.json", {"ig_reels_media": [{"media": [_picture("r", "reel")]}]}
    )
    assert texts_of(_read(reels)) == ["reel"]
    taken = {"taken_at": "2017-05-01T10:00:00+00:00"}
    old = taken | {"caption": _broken("früher"), "path": "p/a.jpg"}
    direct = [taken | {"path": "direct/canary.jpg"}]
    path = _write(tmp_path / "media.json", {"photos": [old], "videos": [], "direct": direct})
    document = only_document(_read(path))
    assert document.text == "früher"
    assert document.date is not None
    assert document.date.isoformat() == "2017-05-01T10:00:00+00:00"


def test_a_shared_link_on_facebook_is_a_link_post(tmp_path: Path) -> None:
    link = {"external_context": {"name": _broken("Über Seile"), "url": "https://r.example/a"}}
    place = {"place": {"name": "canary-place", "coordinate": {"latitude": 41.864}}}
    path = _write(tmp_path / "posts.json", [_share("Read this, @[12:2048:Ada Rope]", link, place)])
    read = _read(path)
    document = only_document(read)
    assert document.text == "Read this, Ada Rope"
    assert document.link is not None
    assert (document.link.address, document.title) == ("https://r.example/a", "Über Seile")
    assert document.tags == ()
    assert any("who may see" in remark for remark in read.remarks)
    assert "canary" not in repr(read)


def test_the_choices_of_a_poll_on_facebook_are_read(tmp_path: Path) -> None:
    options = [{"option": "Fog", "voted": True}, {"option": "Rain", "voted": False}]
    poll = {"poll": {"question": "What comes?", "options": options}}
    path = _write(tmp_path / "posts/your_posts_1.json", [_share("Now:", poll)])
    read = _read(path)
    assert texts_of(read) == ["Now:\n\nWhat comes?\n\nFog\nRain"]


def test_the_captions_of_a_post_on_facebook_without_other_words_are_its_text(
    tmp_path: Path,
) -> None:
    def share(words: str | None, *captions: str) -> dict[str, Any]:
        pictures = ({"uri": f"{i}.jpg", "description": c} for i, c in enumerate(captions))
        return _share(words, *({"media": picture} for picture in pictures))

    records = [
        share("Words", "Other"),
        share(None, "One"),
        share(None, "Same", "Same"),
        share(None, "First", "Second"),
    ]
    path = _write(tmp_path / "posts/your_posts_1.json", records)
    read = _read(path)
    assert [(d.text, [m.alt for m in d.media]) for d in read.documents] == [
        ("Words", ["Other"]),
        ("One", [""]),
        ("Same", ["", ""]),
        ("First\n\nSecond", ["First", "Second"]),
    ]


def test_facebook_posts_without_words_and_on_the_pages_of_others_are_left_out(
    tmp_path: Path,
) -> None:
    files = {
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json": [
            _share("mine"),
            _share(None),
            _share("canary-wall", title="Nettle wrote on Ada Rope's timeline."),
            _share("mine"),
        ],
        "your_facebook_activity/groups/group_posts_and_comments.json": [_share("canary-group")],
        "personal_information/profile_information/profile_information.json": {
            "profile_v2": {"name": {"full_name": "Nettle Rowick"}, "emails": ["canary-mail"]}
        },
    }
    read = _read(write_zip(tmp_path / "facebook.zip", files))
    assert [(document.text, document.author) for document in read.documents] == [
        ("mine", "Nettle Rowick")
    ]
    assert read.left_out == {"duplicate": 1, "empty": 1, "reply": 1}
    assert "canary" not in repr(read)


@pytest.mark.parametrize(
    ("title", "is_own"),
    [
        ("Nettle Rowick shared a link.", True),
        ("Nettle Rowick updated her status.", True),
        ("Nettle Rowick added 2 new photos to the album: Lamps.", True),
        ("Nettle Rowick shared a photo — in Leith.", True),
        ("Nettle Rowick posted in Lamp Lovers.", False),
        ("Nettle Rowick hat etwas in Ada Ropes Chronik gepostet.", False),
        ("Nettle Rowick hat in der Gruppe „Lampen“ gepostet.", False),
        ("Nettle Rowick a écrit sur le journal d’Ada Rope.", False),
        ("Nettle Rowick a publié sur le mur d'Ada Rope.", False),
        ("Nettle Rowick escribió en la biografía de Ada Rope.", False),
        ("Nettle Rowick ha scritto sul diario di Ada Rope.", False),
        ("Nettle Rowick escreveu na linha do tempo de Ada Rope.", False),
        ("Nettle Rowick heeft op de tijdlijn van Ada Rope geschreven.", False),
        ("Nettle Rowick hat einen Link geteilt.", True),
        ("Ana Muro shared a link from El Diario.", True),
        ("Ana Muro publicó en el muro de Ada Rope.", False),
        ("Nettle Rowick a partagé un lien.", True),
        ("Nettle Rowick ha actualizado su estado.", True),
        ("Nettle Rowick shared a post to the group: Lamp Lovers.", False),
        ("Nettle Rowick wrote on Ada Rope's timeline.", False),
        ("Nettle Rowick added a new photo to Ada Rope's timeline.", False),
        ("Nettle Rowick shared a link on Ada Rope's Wall.", False),
    ],
)
def test_the_title_of_a_facebook_post_shows_whose_page_it_is_on(
    tmp_path: Path, title: str, *, is_own: bool
) -> None:
    read = _read(_write(tmp_path / "posts.json", [_share("words", title=title)]))
    assert bool(read.documents) == is_own
    assert sum(read.left_out.values()) == (not is_own)


@pytest.mark.parametrize(
    "content",
    [
        {"participants": [{"name": "a"}], "messages": [{"sender_name": "a", "content": "canary"}]},
        {"comments_v2": [{"timestamp": 1, "data": [{"comment": {"comment": "canary"}}]}]},
        [{"string_map_data": {"Comment": {"value": "canary"}}}],
        {"likes_media_likes": [{"title": "a", "string_list_data": [{"value": "canary"}]}]},
        {"ig_stories": [{"uri": "a.jpg", "creation_timestamp": 1, "title": "canary"}]},
        _person(),
    ],
)
def test_other_files_of_the_exports_are_refused(tmp_path: Path, content: object) -> None:
    with pytest.raises(DumpError):
        _read(_write(tmp_path / "dump.json", content))


def test_odd_records_are_counted_and_the_others_read(tmp_path: Path) -> None:
    odd: list[object] = [None, 3, {}, {"media": None}, {"media": []}, {"media": "x"}]
    undated = {"media": [{"uri": None, "creation_timestamp": "0", "title": "no date"}]}
    textless = {"media": [{"uri": 5, "title": None}]}
    posts = [_thread("mine", is_reply=False), undated, textless, *odd]
    path = _write(tmp_path / "t.json", {"text_post_app_text_posts": posts})
    read = _read(path)
    assert [(d.text, d.date is None) for d in read.documents] == [
        ("mine", False),
        ("no date", True),
    ]
    assert read.left_out == {"empty": 1, "incomplete": len(odd)}


@pytest.mark.parametrize("target", ["your_instagram_activity/media/posts_1.html", "."])
def test_an_html_export_is_refused_with_a_word_on_json(tmp_path: Path, target: str) -> None:
    box = '<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><h2>canary</h2></div>'
    page = f"<html><head><title>Posts</title></head><body>{box}</body></html>"
    for folder in ("media", "messages/inbox/anna_1"):
        (tmp_path / "your_instagram_activity" / folder).mkdir(parents=True)
    (tmp_path / "your_instagram_activity/media/posts_1.html").write_text(page, "utf-8")
    (tmp_path / "your_instagram_activity/messages/inbox/anna_1/message_1.html").write_text(page)
    with pytest.raises(DumpError) as caught:
        _read(tmp_path / target)
    assert "JSON" in (caught.value.hint or "")


def test_posts_of_facebook_without_words_or_files_are_counted_and_not_refused(
    tmp_path: Path,
) -> None:
    post = {"timestamp": _DAY, "attachments": [], "data": [{"update_timestamp": _DAY}]}
    bare = {"timestamp": _DAY, "title": "Nettle Rowick shared a post."}
    posts = [post, post, post, bare]
    read = read_source(_write(tmp_path / "your_posts_1.json", posts), ReadOptions())
    assert read.formats == ("facebook",)
    assert (read.documents, dict(read.left_out)) == ((), {"empty": 4})
