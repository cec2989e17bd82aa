import pytest

from sitegen.readers.html import plain_text, unescape_title


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a &amp; <b>b</b>c</p><p>d</p>", "a & bc d"),
        ("a<br>b\n  c&nbsp;d", "a b c d"),
        ("a<script>x</script><style>y</style><!-- z -->b", "ab"),
        ("a <button>x</button> b", "a b"),
        ("1 < 2 &lt; 3", "1 < 2 < 3"),
        ("", ""),
    ],
)
def test_the_text_of_html_is_one_line(html: str, expected: str) -> None:
    assert plain_text(html) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("AT&T", "AT&T"),
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("AT&amp;amp;amp;T", "AT&amp;T"),
        ("It&#8217;s &quot;so&quot;", 'It’s "so"'),
        ("An <em>old</em> <b>title</b>", "An old title"),
        ("An &lt;em&gt;old&lt;/em&gt; title", "An old title"),
        ("The &lt;b&gt; element", "The <b> element"),
        ("vector<int> and a < b", "vector<int> and a < b"),
        ("one<br/>two\n three", "one two three"),
    ],
)
def test_a_title_is_unescaped_at_most_twice(title: str, expected: str) -> None:
    assert unescape_title(title) == expected
