"""Plain text: labels and slugs, sentences, links, and timestamps.

- ``labels``: short labels, slugs, word counts, and the links in a text.
- ``sentences``: shortens a text at the end of a sentence or word; ``characters``: where it may be
  cut.
- ``timestamps``: parses dates as people write them; ``rfc3339`` formats them.
- ``interning``: shares equal strings to save memory.
"""
