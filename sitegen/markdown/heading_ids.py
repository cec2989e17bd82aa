"""The ids of headings, by which links lead to them."""

import re
import unicodedata


def heading_id(title: str, separator: str = "-") -> str:
    """Returns the id of a heading: its letters, combining marks and digits, words joined.

    Combining marks include vowel signs and tone marks, which distinguish words in many languages.
    """
    text = unicodedata.normalize("NFC", title).lower()
    kept = [
        character
        for character in text
        if character.isalnum()
        or character in "_-"
        or character.isspace()
        or unicodedata.category(character).startswith("M")
    ]
    return re.sub(rf"[{separator}\s]+", separator, "".join(kept).strip())
