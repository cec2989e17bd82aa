import pytest

from sitegen.readers.html import (
    Attachment,
    Attachments,
    html_to_markdown,
    stored_blocks,
    wordpress_html,
)

_TWO = {
    "1": Attachment("http://x.example/1.jpg", "One"),
    "2": Attachment("http://x.example/2.jpg", caption="The <b>second</b>"),
}
_SHOWN = "![One](http://x.example/1.jpg)\n\n![](http://x.example/2.jpg)\n\nThe **second**"


def shown(text: str, attachments: Attachments | None = None) -> str:
    html = wordpress_html(text, attachments or Attachments()).html
    return html_to_markdown(html).markdown


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
        ("[audio:http://x.example/a.mp3|titles=A]", "http://x.example/a.mp3"),
        ('[video width="1" mp4="http://x.example/a.mp4"][/video]', "http://x.example/a.mp4"),
        ('[code language="php"]\n<b>\n\nx &lt; y\n[/code]', "```php\n<b>\n\nx < y\n```"),
        ("[sourcecode]\n[gallery]\n[/sourcecode]", "```\n[gallery]\n```"),
        ("[php]\n$a['[b_c]'] = 1;\n[/php]", "```php\n$a['[b_c]'] = 1;\n```"),
        ("[python]\nx\n\ny\n[/python]", "```python\nx\n\ny\n```"),
        ('[cce lang="diff"]\n&lt;b&gt;\n[/cce]', "```diff\n<b>\n```"),
        ("[ccnLe_php]\n<?php\n[/ccnLe_php]", "```php\n<?php\n```"),
        ("Call [cci]f(*a)[/cci] now", "Call `f(*a)` now"),
        ('<code lang="PHP">\n<?php\n\n"<b>";\n</code>', '```php\n<?php\n\n"<b>";\n```'),
        (
            '<pre lang="php" line="1">\n$a = "<b>";\n\n[gallery]</pre>',
            '```php\n$a = "<b>";\n\n[gallery]\n```',
        ),
        ('<pre lang="en"><code>a</code></pre> <code lang="fr">b</code>', "```\na\n```\n\n`b`"),
        ('[crayon lang="go"]\na\n[/crayon]', "```go\na\n```"),
        (
            "<p>[php]</p>\n<p>a &lt; b;<br />\nc;</p>\n<p>d;</p>\n<p>[/php]</p>",
            "```php\na < b;\nc;\n\nd;\n```",
        ),
        ("Fond of [python] and [go]", "Fond of [python] and [go]"),
        ("<pre>a [tmp_name] b</pre>", "```\na [tmp_name] b\n```"),
        ("<code>f[tmp_name]</code> [my_form]x[/my_form]", "`f[tmp_name]` x"),
        ("[my_row][my_text]<p>a</p>[/my_text][/my_row]", "a"),
        ("a [vc_raw_html]JTNDYiUzRUhpJTNDJTJGYiUzRQ==[/vc_raw_html]", "a **Hi**"),
        ("a [vc_raw_js]JTNDYiUzRUhpJTNDJTJGYiUzRQ==[/vc_raw_js]", "a"),
        ("[my_line /][my_line /]b[my_word]c[/my_word]", "bc"),
        ("a [[gallery]] b", "a [gallery] b"),
        ("$files[tmp_name] and $a[1][c_d]", r"$files\[tmp_name] and $a\[1]\[c_d]"),
        ("He said [sic] so [1] [edit]", "He said [sic] so [1] [edit]"),
    ],
)
def test_a_shortcode_becomes_what_it_shows(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '[gallery ids="1,2"]',
        "[gallery columns=3 ids=1,2]",
        '[gallery include="1, 2" size="full"]',
        "[gallery]",
        '[gallery exclude="3"]',
        '<!-- wp:gallery {"ids":[1,2],"columns":2} /-->',
        '<!-- wp:core/gallery {"ids":["1","2"]} --><figure></figure><!-- /wp:core/gallery -->',
        '<!-- wp:gallery {"images":[{"id":1,"url":"u"},{"id":2}]} --><!-- /wp:gallery -->',
        '<!-- wp:shortcode -->[gallery ids="1,2"]<!-- /wp:shortcode -->',
        '<!-- wp:block {"ref":7} /-->',
        '<!-- wp:block {"ref":"7"} --><!-- /wp:block -->',
    ],
)
def test_a_gallery_shows_the_pictures_that_are_known(text: str) -> None:
    blocks = {"7": '<!-- wp:gallery {"ids":[1,2]} /-->'}
    assert shown(text, Attachments(_TWO, blocks, ("1", "2"))) == _SHOWN


def test_a_gallery_that_holds_its_pictures_shows_them_once() -> None:
    text = (
        '<!-- wp:gallery {"ids":[1,2]} --><figure><img src="http://x.example/1-300x200.jpg">'
        "</figure><!-- /wp:gallery -->"
    )
    assert shown(text, Attachments(_TWO)) == "![](http://x.example/1-300x200.jpg)"


def test_pictures_of_a_gallery_that_are_not_known_are_counted() -> None:
    attachments = Attachments(_TWO)
    assert wordpress_html('[gallery ids="1,9"]', attachments).unknown == {"gallery": 1}
    assert wordpress_html("[gallery]").unknown == {"gallery": 1}
    blocks = '<!-- wp:gallery {"ids":[1,8,9]} /--><!-- wp:block {"ref":5} /-->'
    assert wordpress_html(blocks, attachments).missing == {
        "a picture of a gallery": 2,
        "a reusable block": 1,
    }


def test_a_playlist_becomes_links_to_its_sounds() -> None:
    sounds = {"4": Attachment("http://x.example/a.mp3")}
    assert shown('[playlist ids="4"]', Attachments(sounds)) == "http://x.example/a.mp3"


def test_reusable_blocks_stand_in_their_place_also_within_each_other() -> None:
    blocks = {
        "5": '<!-- wp:paragraph --><p>five</p><!-- /wp:paragraph --><!-- wp:block {"ref":6} /-->',
        "6": '<p>six</p><!-- wp:block {"ref":5} /-->',
    }
    text = '<p>one</p><!-- wp:block {"ref":5} /--><p>two</p>'
    assert shown(text, Attachments(blocks=blocks)) == "one\n\nfive\n\nsix\n\ntwo"


def test_reusable_blocks_grow_a_text_only_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_blocks, "_LONGEST", 25)
    text = '<!-- wp:block {"ref":5} /-->' * 3
    found = wordpress_html(text, Attachments(blocks={"5": "<p>word</p>"}))
    assert found.missing == {"a reusable block": 1}
    assert html_to_markdown(found.html).markdown == "word\n\nword"


@pytest.mark.parametrize("json", ["", "{", "[]", '{"ref":{}}', '{"ref":null}', '{"ids":7}'])
def test_blocks_with_odd_attributes_show_nothing(json: str) -> None:
    text = f"<p>a</p><!-- wp:block {json} /--><!-- wp:gallery {json} /--><p>b</p>"
    assert shown(text, Attachments(_TWO)) == "a\n\nb"


def test_unknown_shortcodes_are_dropped_and_counted_and_their_content_stays() -> None:
    found = wordpress_html('a [box color="red"]b[/box] [contact-form id="1"] [box]c[/box]')
    assert dict(found.unknown) == {"box": 2, "contact-form": 1}
    assert html_to_markdown(found.html).markdown == "a b c"


def test_the_footnotes_of_the_block_editor_come_from_their_field() -> None:
    text = (
        '<!-- wp:paragraph --><p>Salt<sup data-fn="a-1" class="fn"><a href="#a-1" id="a-1-link">1'
        "</a></sup> water.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->"
    )
    field = '[{"content":"Of the <em>sea</em>","id":"a-1"},{"id":7},null]'
    html = wordpress_html(text, footnotes=field).html
    assert html_to_markdown(html).markdown == "Salt[^1] water.\n\n[^1]: Of the *sea*"
    assert "Salt¹" in html_to_markdown(wordpress_html(text, footnotes="[{").html).markdown


@pytest.mark.parametrize("name", ["ref", "footnote", "fn", "efn_note", "mfn"])
def test_a_footnote_written_as_a_shortcode_is_a_footnote(name: str) -> None:
    assert shown(f"Salt[{name}]Of the <em>sea</em>[/{name}] water.") == (
        "Salt[^1] water.\n\n[^1]: Of the *sea*"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Open. [members]canary[/members]",
        "Open. [private role='a']canary [b]x[/b][/private]",
        "Open. [wpmem_logged_in]canary[/wpmem_logged_in]",
        "Open. [mepr-active rule='1']canary[/mepr-active]",
        "Open. [ppwp passwords='canary']canary[/ppwp]",
        "Open. [ihc-hide-content ihc_mb_type='show']canary[/ihc-hide-content]",
        "Open. [um_show_content roles='reader']canary[/um_show_content]",
        (
            "<p>Open.</p><!-- wp:premium-content/subscriber-view {} --><p>canary</p>"
            "<!-- /wp:premium-content/subscriber-view -->"
        ),
        (
            "<p>Open.</p><!-- wp:pmpro/membership --><!-- wp:pmpro/membership --><p>canary</p>"
            "<!-- /wp:pmpro/membership --><p>canary</p><!-- /wp:pmpro/membership -->"
        ),
        "<p>Open.</p><!-- wp:jetpack/paywall --><p>canary</p>",
        (
            '<p>Open.</p><!-- wp:paragraph {"metadata":{"blockVisibility":false}} --><p>canary</p>'
            "<!-- /wp:paragraph -->"
        ),
        "<p>Open.</p><!-- wp:pmpro/membership --><p>canary</p>",
    ],
)
def test_a_passage_that_not_everyone_sees_is_left_out_and_counted(text: str) -> None:
    found = wordpress_html(text)
    assert html_to_markdown(found.html).markdown == "Open."
    assert found.missing == {"a passage that not everyone sees": 1}


@pytest.mark.parametrize(
    "text",
    [
        "[team_member]Ann[/team_member]",
        "[not_logged_in]Ann[/not_logged_in]",
        "<!-- wp:jetpack/subscriptions /--><!-- wp:paragraph --><p>Ann</p><!-- /wp:paragraph -->",
    ],
)
def test_a_passage_that_everyone_sees_stays(text: str) -> None:
    assert shown(text) == "Ann"
