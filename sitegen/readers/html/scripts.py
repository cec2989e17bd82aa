"""Superscripts and subscripts, which Markdown does not have, as characters of Unicode."""

_FROM = "0123456789+-\N{MINUS SIGN}=()"
_SUPERSCRIPTS = str.maketrans(_FROM + "in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ")
_SUBSCRIPTS = str.maketrans(_FROM + "ijn", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ᵢⱼₙ")
_TABLES = {"sup": _SUPERSCRIPTS, "sub": _SUBSCRIPTS}


def write_script(text: str, name: str) -> str:
    """The text of an element ``sup`` or ``sub``: 10 and 6 become 10⁶, and not 106.

    Letters stay as they are, as in 1st, except indices such as in xⁿ. So does a text of which
    Unicode lacks a character.
    """
    table = _TABLES[name]
    words = text.strip()
    return text.translate(table) if all(ord(sign) in table for sign in words) else text
