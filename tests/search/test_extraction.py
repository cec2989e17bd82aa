"""What is searched of a page, by the marks in its HTML."""

from sitegen.search.documents import SearchDocument, documents_script
from sitegen.search.extraction import page_for_pagefind, read_document

PAGE = (
    '<html lang="en"><body><nav>Menu</nav>'
    '<article class="post" data-pagefind-body data-lang="ja" data-title="Caf&eacute; &amp; more"'
    ' data-topic="Food" data-author="@ann" data-date="3 May 2024"'
    ' data-moment="2024-05-03T10:00:00Z">'
    "<div data-pagefind-ignore><div>Figures</div> 30 words</div>{text}</article>"
    "<footer>Made with care</footer></body></html>"
)


def document_of(text: str) -> SearchDocument:
    document = read_document(PAGE.replace("{text}", text), "posts/a/")
    assert document is not None
    return document


def test_a_page_without_the_mark_is_not_searched() -> None:
    assert read_document("<html><body><article>Text</article></body></html>", "posts/a/") is None


def test_a_text_that_names_the_mark_marks_nothing() -> None:
    html = "<html><body><p title='data-pagefind-body'>data-pagefind-body</p></body></html>"
    assert read_document(html, "posts/a/") is None


def test_the_values_beside_the_text_are_read_with_their_entities() -> None:
    document = document_of("<p>Soup.</p>")
    assert document.title == "Café & more"
    assert (document.topic, document.author, document.date) == ("Food", "@ann", "3 May 2024")
    assert (document.language, document.year) == ("ja", "2024")


def test_only_the_marked_element_is_searched_without_what_it_ignores() -> None:
    text = "<p>Soup <b>of</b> the day.</p><button>Copy</button><nav>Next post</nav>"
    assert document_of(text).text == ("Soup of the day.")


def test_words_of_neighbouring_elements_stay_apart_and_those_of_one_word_together() -> None:
    assert document_of("<p>one</p><p>t<b>w</b>o<br>three</p>").text == "one two three"


def test_readings_above_characters_are_ignored() -> None:
    assert (
        document_of("<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>の駅").text
        == "東京の駅"
    )


def test_numbers_of_footnotes_are_no_words() -> None:
    text = '<p>word<sup><a class="footnote-ref" href="#fn:1">1</a></sup></p>'
    assert document_of(text).text == "word"


def test_scripts_and_comments_are_no_text() -> None:
    assert document_of("<script>if (a < b) {}</script><!-- no -->yes").text == "yes"


def test_pagefind_gets_the_language_of_the_text() -> None:
    page = page_for_pagefind(document_of("<p>本</p>"))
    assert page.startswith('<html lang="ja">')
    assert 'data-title="Café &amp; more"' in page
    assert "Menu" not in page
    assert "Figures" not in page


def test_the_script_lists_the_newest_text_first_and_is_one_call() -> None:
    old = SearchDocument("posts/a/", "en", "A", "one", "", moment="2020-01-01")
    new = SearchDocument("posts/b/", "en", "B", 'say "two"\u2028', "", moment="2024-01-01")
    script = documents_script([old, new]).decode()
    assert script.startswith("sitegenDocuments([\n")
    assert script.endswith("\n])\n")
    assert script.index("posts/b/") < script.index("posts/a/")


def test_what_a_page_hides_is_not_found() -> None:
    document = document_of("<p hidden>Not before May.</p><dialog>Sent.</dialog><p>Soup.</p>")
    assert (document.text, document.html) == ("Soup.", "<p>Soup.</p>")
