import pytest

from tests.readers.html.rendering import markdown, rendered

SUBSTACK = (
    '<p>Text<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" '
    'id="footnote-anchor-1" href="#footnote-1" target="_self">1</a>.</p>'
    '<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" '
    'href="#footnote-anchor-1" class="footnote-number" contenteditable="false">1</a>'
    '<div class="footnote-content"><p>Note.</p></div></div>'
)
WORDPRESS = (
    '<p>Text<sup data-fn="u-1" class="fn"><a href="#u-1" id="u-1-link">1</a></sup>.</p>'
    '<ol class="wp-block-footnotes"><li id="u-1">Note. <a href="#u-1-link" '
    'aria-label="Jump to footnote reference 1">↩︎</a></li></ol>'
)
PANDOC = (
    '<p>Text<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>.</p>'
    '<section class="footnotes" role="doc-endnotes"><hr /><ol><li id="fn1"><p>Note.'
    '<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>'
)
KRAMDOWN = (
    '<p>Text<sup id="fnref:a" role="doc-noteref"><a href="#fn:a" class="footnote">1</a></sup>.</p>'
    '<div class="footnotes"><ol><li id="fn:a" role="doc-endnote"><p>Note.&nbsp;'
    '<a href="#fnref:a" class="reversefootnote">&#8617;</a></p></li></ol></div>'
)
EPUB = (
    '<p>Text<a epub:type="noteref" href="#n1">1</a>.</p>'
    '<aside epub:type="footnote" id="n1"><p>Note.</p></aside>'
)
WORD = (
    '<p>Text<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><hr>'
    '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Note.</p></div>'
)
SIMPLE = '<p>Text<sup>[<a href="#n1">1</a>]</sup>.</p><h3>Notes</h3><p id="n1">1. Note.</p>'
LINES = '<p>Text<sup><a href="#x">*</a></sup>.</p><p>See:<br><a name="x"></a>* Note.</p>'


@pytest.mark.parametrize(
    "html", [SUBSTACK, WORDPRESS, PANDOC, KRAMDOWN, EPUB, WORD, SIMPLE], ids=range(7)
)
def test_footnotes_of_many_programs_become_footnotes(html: str) -> None:
    assert markdown(html) == "Text[^1].\n\n[^1]: Note."
    assert 'href="#fn:1"' in rendered(html)


def test_a_footnote_within_a_paragraph_becomes_one() -> None:
    assert markdown(LINES) == "Text[^1].\n\nSee:\n\n[^1]: Note."


def test_a_long_footnote_keeps_its_blocks() -> None:
    html = (
        '<p>a<sup><a href="#fn1">1</a></sup> b<sup><a href="#fn2">2</a></sup></p>'
        '<ol><li id="fn1"><p>One.</p><ul><li>x</ul></li><li id="fn2">Two <i>2</i>.</li></ol>'
        "<p>end</p>"
    )
    assert markdown(html) == ("a[^1] b[^2]\n\nend\n\n[^1]: One.\n\n    - x\n\n[^2]: Two *2*.")


def test_a_reference_without_its_footnote_keeps_its_words() -> None:
    assert markdown('<p>a<sup><a href="#fn1">1</a></sup></p>') == "a¹"
    assert markdown('<p>a<sup><a href="#fn1">1</a></sup></p><p id="fn1"></p>') == "a¹"


def test_a_link_to_a_section_is_no_footnote() -> None:
    html = '<p><a href="#part">Part</a></p><h2 id="part">Part</h2><p>x</p>'
    assert markdown(html) == "Part\n\n## Part\n\nx"
