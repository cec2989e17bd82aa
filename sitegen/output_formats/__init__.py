"""Output formats: the digest as an e-mail, a book, a document to print, and pictures of its pages.

A file in an output format is an artifact of a build like a page. Its renderer reads the digest only
through a ``FormatSource``, which tracks what it reads, so that a build renders the file again only
if something in it changed.
"""
