"""Draws the pictures that stand for a page or a digest elsewhere: social cards and icons.

- ``planning``, ``rendering``: which pages have a card, and what is drawn for each.
- ``card``, ``icons``: what is drawn.
- ``chart``: the picture of the front page, without its words.
- ``canvas``: a picture in a few colours, and its PNG.
- ``typesetting``, ``line_breaking``, ``text_shaping``: text in lines, in the scripts of the fonts.
- ``fonts``: the fonts, which ship with this package, so that every machine makes the same bytes.
"""
