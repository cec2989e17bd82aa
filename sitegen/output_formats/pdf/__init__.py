"""The digest as a document to print: PDF by WeasyPrint, from a template of the theme.

- ``rendering``: the HTML of the document
- ``printing``: from HTML to PDF
"""
