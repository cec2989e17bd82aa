"""Exports of services with tasks, places, lists of films or the posts of others are refused."""

import zipfile
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from tests.dump_formats import format_of
from tests.files import write_folder
from tests.readers.sources import read_dump


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "toodledo",
            (
                '"TASK","FOLDER","CONTEXT","GOAL","LOCATION","STARTDATE","DUEDATE","NOTE"\n'
                '"Buy oil","Home","","","canary","","2024-02-05","canary"\n'
            ),
        ),
        ("todoist", "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT\ntask,Buy oil,canary,4,1\n"),
        (
            "strava",
            (
                "Activity ID,Activity Date,Activity Name,Activity Description\n"
                '1,"Jan 5, 2024, 7:03:11 AM",Run,canary\n'
            ),
        ),
        (
            "untappd",
            (
                "beer_name,brewery_name,comment,venue_name,venue_lat,created_at\n"
                "Stout,Lamp,canary,Quay,54.3,2024-01-05 19:00:00\n"
            ),
        ),
        (
            "untappd-json",
            '[{"beer_name": "A", "brewery_name": "B", "comment": "canary", "created_at": ""}]',
        ),
        (
            "foursquare-json",
            '{"items": [{"id": "1", "createdAt": "", "shout": "canary", "venue": {"id": "2"}}]}',
        ),
        (
            "foursquare-json",
            '{"items": [{"id": "1", "viewCount": 1, "text": "canary", "venue": {"id": "2"}}]}',
        ),
        ("letterboxd-films", "Date,Name,Year,Letterboxd URI\n2024-01-05,canary,2019,https://b\n"),
        ("letterboxd-comments", "Date,Content,Comment\n2024-01-05,https://boxd.it/a,canary\n"),
        (
            "letterboxd-list",
            "Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2024-01-05,A,,,canary\n",
        ),
    ],
)
def test_tasks_places_and_lists_of_films_are_refused_by_name(
    tmp_path: Path, name: str, text: str
) -> None:
    assert format_of(text) == name
    (tmp_path / "dump.txt").write_text(text, "utf-8")
    with pytest.raises(DumpError, match="no reader knows that format"):
        read_dump(tmp_path / "dump.txt")


@pytest.mark.parametrize(
    ("files", "title"),
    [
        (("activities.csv", "activities/1.gpx", "comments.csv"), "a Strava export, with places"),
        (("checkins1.json", "tips.json"), "a Foursquare export, with places"),
        (
            ("known.json", "entities.json", "html/5f0a.html", "json/5f0a.json"),
            "a Known export, which does not say what is public",
        ),
    ],
)
def test_the_folder_of_such_an_export_is_refused_by_name(
    tmp_path: Path, files: tuple[str, ...], title: str
) -> None:
    write_folder(tmp_path / "export", dict.fromkeys(files, '{"items": [{"shout": "canary"}]}'))
    with pytest.raises(DumpError, match=title):
        read_dump(tmp_path / "export")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "gotosocial",
            '{"username": "canary", "privateKey": "canary", "publicKey": "", "type": ""}',
        ),
        ("gotosocial", '{"email": "a@canary.example", "encryptedPassword": "canary", "type": ""}'),
        ("hubzilla", '{"compatibility": {"project": "hubzilla"}, "channel": {}, "item": []}'),
        ("friendica", '{"item": [{"owner-name": "A", "author-name": "canary", "body": "canary"}]}'),
        ("known", '{"url": "https://a.example/", "title": "canary", "version": "1", "build": "2"}'),
        ("known", '[{"objectType": "note", "displayName": "", "formattedContent": "canary"},{}]'),
        ("script-file", "<?php /* 7b1Zc9tGtvD7canary== */ ?>"),  # the data of Shaarli
        (
            "reddit-headers",
            "id,permalink,date,ip,subreddit,gildings,url\na,https://r.example/,,canary,lamps,0,\n",
        ),
        ("reddit-votes", "id,permalink,direction\na,https://www.reddit.com/r/canary/,up\n"),
        ("reddit-saved", "id,permalink\na,https://www.reddit.com/r/canary/\n"),
        ("sql", "[INSERT INTO `entities` VALUES ('canary');\nINSERT INTO `a` VALUES ('canary');\n"),
    ],
)
def test_accounts_votes_and_the_posts_of_others_are_refused_by_name(
    tmp_path: Path, name: str, text: str
) -> None:
    assert format_of(text) == name
    (tmp_path / "dump.txt").write_text(text, "utf-8")
    with pytest.raises(DumpError, match="no reader knows that format"):
        read_dump(tmp_path / "dump.txt")


@pytest.mark.parametrize(
    "text",
    [
        "Friends,a@canary.example\nFriends,b@canary.example\n",
        "a@canary.example,withReplies=false\nb@canary.example,withReplies=true\n",
        "Account address,Hide notifications\na@canary.example,true\n",
    ],
)
@pytest.mark.parametrize("name", ["lists.csv", "lists.txt"])
def test_a_list_of_accounts_is_refused_without_naming_one(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(DumpError) as refused:
        read_dump(tmp_path / name)
    assert "canary" not in str(refused.value.hint)


def test_a_table_alone_in_an_archive_is_no_plain_text(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("domain_blocks.csv", "#domain,#severity\ncanary.example,suspend\n")
    with pytest.raises(DumpError, match="no reader knows"):
        read_dump(tmp_path / "export.zip")
