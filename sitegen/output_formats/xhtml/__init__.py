"""Valid XHTML for books and documents to print, from the HTML of the pages and their pictures.

A page may have any HTML of an editor, and browsers show it. Here it becomes XHTML after the content
model of HTML, with links that lead to places in the book, and pictures in formats that all readers
show.

- ``parsing``, ``nodes``: from HTML to a tree, and from the tree to XHTML
- ``content_model``, ``attributes``, ``footnotes``: make the tree valid
- ``entries``: the pages as templates receive them
- ``texts``, ``links``: the ids, headings and links of a text in a book
- ``embedded_pictures``, ``pictures``, ``drawings``, ``inline_drawings``: the pictures in a book
"""
