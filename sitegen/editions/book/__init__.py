"""The digest as a book: EPUB 3.3 (https://www.w3.org/TR/epub-33/).

EbookLib, the only kept library for EPUB, parses each chapter and writes it again: that changes
words, and its ids and times are new in every run. So templates of the theme write the files of the
book, and ``zipfile`` its container.

- ``nodes``, ``parsing``, ``attributes``, ``content_model``, ``footnotes``, ``texts``: from the HTML
  of a page to XHTML that is valid in a book
- ``links``, ``pictures``: what a text refers to
- ``chapters``: which file of the book shows which page
- ``archive``: the container
"""
