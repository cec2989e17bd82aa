"""Editions: the digest as an e-mail, a book, a document to print, and pictures of its pages.

An edition is an artifact of a build like a page. Its renderer reads the digest only through an
``EditionSource``, which tracks what it reads, so that a build renders an edition again only if
something in it changed.
"""
