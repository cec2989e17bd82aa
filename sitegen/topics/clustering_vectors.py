"""The vectors by which texts are clustered: by their meaning, and in many texts by their words."""

import numpy as np

from sitegen.topics.corpus import Corpus, unit
from sitegen.topics.grouping_types import Floats
from sitegen.topics.lsa import latent_vectors


def clustering_vectors(corpus: Corpus) -> Floats:
    """Vectors for clustering: centred embeddings, and for many texts also LSA vectors.

    A text in a language that the model does not know has only an LSA vector.
    """
    known = corpus.vectors.any(axis=1)
    meaning = corpus.vectors - corpus.vectors.sum(axis=0) / np.float32(max(known.sum(), 1))
    meaning[~known] = 0
    meaning = unit(meaning)
    weight = _latent_weight(len(corpus))
    if not weight and not corpus.foreign:
        return meaning
    latent = latent_vectors(corpus)
    latent *= np.where(known, weight, 1).astype(np.float32)[:, None]
    combined = np.hstack([meaning, latent])
    del meaning, latent  # with 100,000 texts they are large
    return unit(combined)


def _latent_weight(texts: int) -> float:
    if texts < 100:
        return 0
    return 0.3 if texts < 1000 else 0.8
