"""What reviews of films and books have in common."""

_MOST_STARS = 5


def stars(rating: str) -> str:
    """A rating of up to five stars, such as ``3.5``, as these; empty if there is none."""
    try:
        halves = round(2 * float(rating))
    except (ValueError, OverflowError):
        return ""
    if not 0 < halves <= 2 * _MOST_STARS:
        return ""
    return "★" * (halves // 2) + "½" * (halves % 2)


def with_rating(rating: str, text: str) -> str:
    """A Markdown text below the stars."""
    return f"{rating}\n\n{text}" if rating else text
