"""Streams of XML items: large, broken and unusual files."""

import time

import pytest

from sitegen.readers.findings import Lost
from sitegen.readers.streams import xml_items
from sitegen.readers.streams.xml_items import stream_xml
from sitegen.readers.streams.xml_nodes import Node
from tests.readers.sources import entry_of

_HEAD = '<?xml version="1.0"?>\n<rss version="2.0" xmlns:x="https://x.example/"><channel>'


def _read(
    items: str, head: str = _HEAD, end: str = "</channel></rss>"
) -> tuple[list[str], list[Lost]]:
    """The texts of the element ``a`` of all items, and what is lost."""
    found = list(stream_xml(entry_of((head + items + end).encode(), "feed.xml"), "item"))
    _, *nodes = [part for part in found if isinstance(part, Node)]
    return [node.text_of("a") for node in nodes], [part for part in found if isinstance(part, Lost)]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("one", "one"),
        ("<![CDATA[one <b>& two]]>", "one <b>& two"),
        ("one & two &nbsp;&eacute;&unknown; &#8211;&#1;", "one & two \xa0é&unknown; –"),
        ("<![CDATA[a ]]]]><![CDATA[> b]]>", "a ]]> b"),
        ("<![CDATA[a <![CDATA[b]]> c]]>", "a <![CDATA[b]]> c"),
        ("<![CDATA[a </item> <item> b]]>", "a </item> <item> b"),
        ("a\x0bb\x00c", "a bc"),
        ("<!-- </item> -->one", "one"),
    ],
)
def test_the_text_of_an_item_is_read_even_where_xml_forbids_it(content: str, text: str) -> None:
    texts, lost = _read(f"<item><a>{content}</a></item><item><a>next</a></item>")
    assert (texts, lost) == ([text, "next"], [])


def test_an_item_with_crossed_tags_keeps_the_elements_that_are_whole() -> None:
    texts, lost = _read("<item><a>one</a><b><c>x</b></c></item><item><a>two</a></item>")
    assert (texts, lost) == (["one", "two"], [])


def test_an_element_with_a_broken_tag_keeps_its_texts_and_its_whole_elements() -> None:
    broken = '<a k="v">1 <d e\ufffd"x"><i>2</i> 3 <b u="w"/>4</d></a><n><o>5</o><p\ufffd"/></n>'
    content = f'{_HEAD}<item>{broken}<x:c d="6"/></item></channel></rss>'
    _, item = stream_xml(entry_of(content.encode()), "item")
    assert isinstance(item, Node)
    text, nested, empty = item.children
    assert text.inner_html == '1 <d><i>2</i> 3 <b u="w"></b>4</d>'
    assert (text.attributes, nested.text, nested.text_of("o")) == ({"k": "v"}, "", "5")
    assert (empty.name, empty.attributes) == ("https://x.example/ c", {"d": "6"})


@pytest.mark.parametrize("ends", ["", "".join(f"</b{n}>" for n in reversed(range(40_000)))])
def test_many_tags_in_a_broken_item_take_no_time(ends: str) -> None:
    tags = "".join(f"<b{n}>" for n in range(40_000))
    started = time.process_time()
    texts, _ = _read(f"<item><a>one</a><c><d>{tags}{ends}</c></item>")
    assert texts == ["one"]
    assert time.process_time() - started < 5


@pytest.mark.parametrize("cut", ["<item><a>tw", "<item><a><![CDATA[two", "<ite", "", "</channel>"])
def test_of_a_file_that_is_cut_off_the_whole_items_are_read(cut: str) -> None:
    texts, lost = _read(f"<item><a>one</a></item>{cut}", end="")
    assert texts == ["one"]
    assert [each.why for each in lost] == ["the file is cut off there"]


def test_an_item_without_an_end_ends_where_the_next_one_begins() -> None:
    texts, _ = _read("<item><a>one</a><item><a>two</a></item>")
    assert texts == ["one", "two"]


def test_an_item_may_be_an_empty_element() -> None:
    found = stream_xml(entry_of(b'<posts><post a="1 &gt; /"/>\n<post a="2" /></posts>'), "post")
    _, *nodes = [node for node in found if isinstance(node, Node)]
    assert [node.attributes for node in nodes] == [{"a": "1 > /"}, {"a": "2"}]


def test_a_document_type_is_not_read_and_that_is_said() -> None:
    head = '<!DOCTYPE rss [<!ENTITY word "expanded">]>' + _HEAD.partition("\n")[2]
    texts, (lost,) = _read("<item><a>a &word; b</a></item>", head)
    assert texts == ["a &word; b"]
    assert lost.what == "the document type"


def test_prefixes_are_namespaces_even_if_they_are_not_declared() -> None:
    content = (_HEAD + "<item><x:a>1</x:a><y:b>2</y:b></item></channel></rss>").encode()
    _, item = stream_xml(entry_of(content), "item")
    assert isinstance(item, Node)
    assert [child.name for child in item.children] == ["https://x.example/ a", "y b"]


def test_items_are_found_however_the_file_is_cut_into_pieces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xml_items, "_PIECE", 5)
    items = "".join(f"<item><a><![CDATA[{n} </item>]]></a></item>\n" for n in range(20))
    texts, lost = _read(items)
    assert (texts, lost) == ([f"{n} </item>" for n in range(20)], [])


def test_levels_that_are_too_deep_are_joined() -> None:
    texts, lost = _read("<item><a>one</a>" + "<b>" * 5000 + "</b>" * 5000 + "</item>")
    assert (texts, lost) == (["one"], [])


def test_xhtml_is_html_again() -> None:
    content = _HEAD + '<item><a>1 <b title="x&quot;">2 &lt; 3<br/></b> 4</a></item></channel></rss>'
    _, item = stream_xml(entry_of(content.encode()), "item")
    assert isinstance(item, Node)
    assert item.children[0].inner_html == '1 <b title="x&quot;">2 &lt; 3<br></b> 4'
