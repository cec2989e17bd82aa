"""How documents are named in what the import prints."""

from sitegen.models import Document
from sitegen.readers.markdown.titles import plain_words
from sitegen.text.labels import label_of

_LONGEST = 60
_MOST_CHARACTERS = 2000
"""How many characters of a document are searched for its first words."""


def label_of_document(document: Document) -> str:
    """The title of a document, or else its first words or the address that it links to."""
    text = document.title or document.text[:_MOST_CHARACTERS]
    words = plain_words(text) if document.is_markdown and not document.title else text
    address = document.link.address if document.link else ""
    return label_of(words.strip() or address, _LONGEST)
