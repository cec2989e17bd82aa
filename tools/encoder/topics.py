"""Computes the vectors of the built-in topics' keywords, for ``sitegen.topics.encoder.vectors``.

    python topics.py

Run it in an environment with sitegen after changing sections.toml, lexicon.toml or the network:
vectors that are missing are computed at every first import.
"""

from sitegen.topics.encoder.network import load_encoder
from sitegen.topics.encoder.scoring import keyword_texts
from sitegen.topics.encoder.vectors import TOPIC_VECTORS, format_topic_vectors
from sitegen.topics.subjects import built_in_subjects
from sitegen.topics.topic_scoring import background_posts


def main() -> None:
    """Writes the file."""
    keywords = (text for subject in built_in_subjects() for text in keyword_texts(subject))
    texts = list(dict.fromkeys([*keywords, *background_posts()]))
    TOPIC_VECTORS.write_bytes(format_topic_vectors(texts, load_encoder().encode(texts)))
    print(f"{len(texts)} vectors, {TOPIC_VECTORS.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
