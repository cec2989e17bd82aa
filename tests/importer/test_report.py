import json
from pathlib import Path, PurePosixPath

from sitegen.configuration.settings import TopicConfig
from sitegen.importer import plan_as_json, report_of
from tests.importing import BREAD, CELLO, CODE, ESSAY, RYE, Workspace


def test_a_report_counts_documents_and_lists_new_pages(tmp_path: Path) -> None:
    report = report_of(Workspace(tmp_path).put(ESSAY, BREAD, CODE).plan())

    assert (report.documents, report.essays, report.posts, report.topics) == (3, 1, 2, 2)
    assert len(report.created) == 3
    assert PurePosixPath("content/topics/baking/_index.md") in report.new_topics
    assert report.unchanged == 0


def test_a_report_lists_every_page_that_differs_from_the_dump(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path).put(ESSAY, BREAD, CODE, CELLO, RYE)
    workspace.run()
    bread, cello, rye, code = map(workspace.page_with, ("sourdough", "cello", "Rye", "Deleted"))
    workspace.edit(bread, "neighbours", "neighbors").edit(cello, "kind", "patient")
    code.unlink()
    report = report_of(workspace.put(ESSAY, BREAD, CODE, CELLO.replace("58", "59")).plan())

    def named(page: Path) -> tuple[PurePosixPath, ...]:
        return (PurePosixPath(page.relative_to(workspace.config.root)),)

    assert report.unchanged == 1
    assert report.kept == named(bread)
    assert report.deleted == named(code)
    assert report.conflicts == named(cello)
    assert report.vanished == named(rye)
    assert report.created == report.updated == ()


def test_the_json_report_has_counts_and_paths(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, [TopicConfig(title="Tea", keywords=("teapot",))]).put(
        "The teapot"
    )
    report = plan_as_json(workspace.plan())["report"]

    assert report == {
        "documents": 1,
        "essays": 0,
        "posts": 1,
        "topics": 1,
        "unchanged": 0,
        "repeats": 0,
        "created": 1,
        "updated": 0,
        "kept": 0,
        "conflicts": 0,
        "deleted": 0,
        "vanished": 0,
        "withheld": 0,
        "removed": 0,
        "new_topics": 1,
        "paths": {
            "created": ["content/topics/tea/the-teapot.md"],
            "updated": [],
            "kept": [],
            "conflicts": [],
            "deleted": [],
            "vanished": [],
            "withheld": [],
            "removed": [],
            "new_topics": ["content/topics/tea/_index.md"],
        },
        "format": "text",
        "read": 1,
        "left_out": {},
        "merged": 0,
        "lost": [],
    }


def test_the_json_plan_has_content_warnings_and_the_remarks_of_readers(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    public = "https://www.w3.org/ns/activitystreams#Public"
    post = {"id": "https://m.example/users/a/statuses/1", "type": "Note", "content": "<p>Rain</p>",
            "summary": "the weather", "published": "2024-01-02T03:04:05Z", "to": [public],
            "cc": [], "attributedTo": "https://m.example/users/a"}  # fmt: skip
    create = {"type": "Create", "to": [public], "cc": [], "object": post,
              "actor": "https://m.example/users/a", "published": post["published"]}  # fmt: skip
    workspace.dump = tmp_path / "outbox.json"
    workspace.dump.write_text(json.dumps({"type": "OrderedCollection", "orderedItems": [create]}))
    plan = json.loads(json.dumps(plan_as_json(workspace.plan())))
    assert [document["warning"] for document in plan["documents"]] == ["the weather"]

    workspace.dump = tmp_path / "tweets.js"
    tweet = {"id_str": "1", "full_text": "Rain", "created_at": "Tue Mar 07 10:00:00 +0000 2023"}
    workspace.dump.write_text(f"window.YTD.tweets.part0 = {json.dumps([{'tweet': tweet}])}")
    plan = json.loads(json.dumps(plan_as_json(workspace.plan())))
    assert any("circles" in warning for warning in plan["warnings"])
    assert plan["documents"][0]["warning"] is None
