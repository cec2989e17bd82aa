from sitegen.hypertext import EndTag, RawText, StartTag, read_events


def test_tags_and_texts_come_in_their_order_with_references_resolved() -> None:
    assert list(read_events('<p CLASS=x>a &amp; b<br/></p>c<a href="?a&amp;b">')) == [
        StartTag("p", {"class": "x"}, is_closed=False),
        "a & b",
        StartTag("br", {}, is_closed=True),
        EndTag("p"),
        "c",
        StartTag("a", {"href": "?a&b"}, is_closed=False),
    ]


def test_the_content_of_a_script_is_raw() -> None:
    assert list(read_events("<script>if (a<b) {}</script>x")) == [
        StartTag("script", {}, is_closed=False),
        RawText("script", 8, "if (a<b) {}"),
        EndTag("script"),
        "x",
    ]


def test_comments_are_skipped_and_a_lone_angle_is_text() -> None:
    assert "".join(map(str, read_events("a<!-- <b> -->b < c<!DOCTYPE html>"))) == "ab < c"


def test_a_text_that_ends_within_a_tag_ends_before_it() -> None:
    assert list(read_events('a<a href="b')) == ["a"]
