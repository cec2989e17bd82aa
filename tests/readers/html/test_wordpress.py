import pytest

from sitegen.readers.html import html_to_markdown, wordpress_html


def shown(text: str, pictures: dict[str, str] | None = None) -> str:
    return html_to_markdown(wordpress_html(text, pictures or {}).html).markdown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\r\ntwo\r\n\r\nThree", "One  \ntwo\n\nThree"),
        ("One\n \nTwo", "One\n\nTwo"),
        ("<b>a</b>\n<i>b</i>\nc", "**a**  \n*b*  \nc"),
        ("a<br />\nb", "a  \nb"),
        ("a\n<ul>\n<li>b\nc</li>\n\n<li>d</li>\n</ul>\ne", "a\n\n- b  \n  c\n- d\n\ne"),
        ("<h2>a</h2>\nb", "## a\n\nb"),
        ("<blockquote>a\n\nb</blockquote>", "> a\n>\n> b"),
        ("a\n<pre>\nb\n\nc\n</pre>\nd", "a\n\n```\nb\n\nc\n```\n\nd"),
        ("a\n<script>\nb\n\nc</script>\nd", "a\n\nd"),
        ("a\n<!--more-->\nb\n<!--nextpage-->\nc", "a\n\nb\n\nc"),
        ("<table>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</table>", "| a | b |\n| --- | --- |"),
    ],
)
def test_a_classic_text_gets_its_paragraphs(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_blocks_stay_as_they_are_but_for_classic_ones() -> None:
    text = (
        "<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->\n\n"
        "<!-- wp:freeform -->\na\nb\n\nc\n<!-- /wp:freeform -->\n"
        '<!-- wp:list {"ordered":true} -->\n<ol><li>x</li></ol>\n<!-- /wp:list -->'
    )
    assert shown(text) == "One two\n\na  \nb\n\nc\n\n1. x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                '[caption id="i" width="3"]<a href="http://x.example/a.jpg">'
                '<img src="a.jpg" alt="A" /></a> The <em>words</em>[/caption]'
            ),
            "![A](a.jpg)\n\nThe *words*",
        ),
        (
            '[caption caption="Words"]<img src="http://x.example/a.jpg" />[/caption]',
            "![](http://x.example/a.jpg)\n\nWords",
        ),
        ("[embed]https://x.example/v[/embed]", "https://x.example/v"),
        ("[youtube https://youtu.be/abc]", "https://youtu.be/abc"),
        ("[youtube=http://www.youtube.com/watch?v=abc]", "http://www.youtube.com/watch?v=abc"),
        ('[youtube id="abcdefg"]', "https://www.youtube.com/watch?v=abcdefg"),
        ("[vimeo 123]", "https://vimeo.com/123"),
        ('[audio mp3="http://x.example/a.mp3"][/audio]', "http://x.example/a.mp3"),
        ("[audio http://x.example/a.mp3]", "http://x.example/a.mp3"),
        ('[video width="1" mp4="http://x.example/a.mp4"][/video]', "http://x.example/a.mp4"),
        ('[code language="php"]\n<b>\n\nx &lt; y\n[/code]', "```php\n<b>\n\nx < y\n```"),
        ("[sourcecode]\n[gallery]\n[/sourcecode]", "```\n[gallery]\n```"),
        ("a [[gallery]] b", "a [gallery] b"),
        ("He said [sic] so [1] [edit]", "He said [sic] so [1] [edit]"),
    ],
)
def test_a_shortcode_becomes_what_it_shows(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_gallery_shows_the_pictures_that_are_known() -> None:
    pictures = {"1": "http://x.example/1.jpg", "2": "http://x.example/2.jpg"}
    assert shown('[gallery ids="1,2"]', pictures) == (
        "![](http://x.example/1.jpg)\n\n![](http://x.example/2.jpg)"
    )
    assert wordpress_html('[gallery ids="1,9"]', pictures).unknown == {"gallery": 1}
    assert wordpress_html("[gallery]").unknown == {"gallery": 1}


def test_unknown_shortcodes_are_dropped_and_counted_and_their_content_stays() -> None:
    found = wordpress_html('a [box color="red"]b[/box] [contact-form id="1"] [box]c[/box]')
    assert dict(found.unknown) == {"box": 2, "contact-form": 1}
    assert html_to_markdown(found.html).markdown == "a b c"
