"""Text files of Kirby: fields between lines of hyphens."""

from pathlib import Path

from tests.readers.formats.test_folder import read


def test_the_fields_of_a_page_are_a_header(tmp_path: Path) -> None:
    fields = ("Title: Lamp", "Date: 2024-05-01", "Tags: oil, wick", "Text: It *burns*.\n")
    page = "\n\n----\n\n".join(fields)
    found = read(
        tmp_path,
        {
            "content/1_lamp/article.txt": page,
            "content/2_oil/article.txt": "Title: Oil\n----\nStatus: draft\n----\nText: canary\n",
            "content/_drafts/wax/article.txt": "Title: Wax\n----\nText: canary\n",
            "content/5_log/1_dawn/article.txt": "Title: Dawn\n----\nText: It is light.\n",
            "content/5_log/dusk/article.txt": "Title: Dusk\n----\nText: canary\n",
            "content/3_sea/article.txt": "The sea: calm\n----\nwide and blue.\n",
            "content/4_posts/all.txt": "Title: Oil\nIt burns.\n----\nTitle: Wax\nIt melts.\n",
        },
    )
    lamp, sea, *posts, dawn = found.documents
    assert (lamp.title, lamp.text, lamp.tags) == ("Lamp", "It *burns*.", ("oil", "wick"))
    assert lamp.date is not None
    assert lamp.date.date().isoformat() == "2024-05-01"
    assert sea.text == "The sea: calm\n----\nwide and blue."
    assert "Title: Oil\nIt burns." in "\n".join(post.text for post in posts)
    assert dawn.title == "Dawn"
    assert found.left_out == {"draft": 2, "hidden": 1}
