"""The digest as a book: EPUB 3.3 (https://www.w3.org/TR/epub-33/).

EbookLib, the only kept library for EPUB, parses each chapter and writes it again: that changes
words, and its ids and times are new in every run. So templates of the theme write the files of the
book, and ``zipfile`` its container.

- ``chapters``: which file of the book shows which page
- ``metadata``, ``cover``: its identifier and time, and its cover
- ``archive``: the container
- ``rendering``: all of it
"""
