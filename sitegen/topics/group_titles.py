"""Titles for discovered groups of texts, by class-based TF-IDF.

Candidates are phrases of one or two words, each counted once per text. A phrase becomes a title
only if many texts of the group and few others use it, and if it is not a common word. What is no
title in any language, such as a unit, is in ``title_words``. In languages other than English where
built-in topics have words, a single word must be written with a capital within a sentence: a name,
or a German noun, not “haciendo”. In all but English, a small one must be that of several texts: two
Polish posts have “drzwi” in common by chance.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from sitegen.text.labels import find_links
from sitegen.topics.embeddings import Model
from sitegen.topics.title_words import are_english, is_telling_word
from sitegen.topics.topic_translations import load_translation
from sitegen.topics.words import MARKS, is_function_word, split_name, stem

_COVERED = 0.3
"""The least share of the group's texts that must use a phrase."""
_TIMES_AS_OFTEN = 3.0
_COMMON_RANK = 2000
_SAMPLE = 400
_LEAST_OF_SMALL = 4
"""The fewest texts that a word with a small letter names, if they are not in English."""
_TOKEN = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*(?:['’][^\W_]+)?|[^\w\s]")
_ENDS = frozenset(".!?…:¡¿")

Phrases = dict[str, str]
"""Phrases as written, by their stems."""


def name_groups(groups: Sequence[Sequence[str]], model: Model, language: str = "en") -> list[str]:
    """A title for each group of texts; empty if no phrase is good enough.

    ``language`` is that of most texts.
    """
    translation = load_translation(language)
    local = bool(translation and translation.words)
    found = [
        [_phrases_of(text, model, language, capital=local) for text in _sample(texts)]
        for texts in groups
    ]
    used = Counter(key for texts in found for phrases in texts for key in phrases)
    total = sum(len(texts) for texts in found)
    english = [are_english(_sample(texts)) for texts in groups]
    return [
        _title(
            texts,
            used,
            total,
            partial(
                _is_specific,
                model=model,
                english=is_english,
                capital=local or len(texts) < _LEAST_OF_SMALL,
            ),
        )
        for texts, is_english in zip(found, english, strict=True)
    ]


def _sample(texts: Sequence[str]) -> Sequence[str]:
    return texts[:: -(-len(texts) // _SAMPLE)] if texts else texts


def _title(
    texts: Sequence[Phrases], used: Counter[str], total: int, is_specific: Callable[[str], bool]
) -> str:
    own = Counter(key for phrases in texts for key in phrases)
    least = max(2, _COVERED * len(texts))
    good = [
        key
        for key, number in own.items()
        if number >= least
        and _stands_out(number / len(texts), used[key] - number, total - len(texts))
    ]
    good = [key for key in good if is_specific(_as_written(key, texts))]
    if not good:
        return ""
    best = min(good, key=lambda key: (-own[key] * (1 + 0.5 * key.count(" ")), key))
    title = _as_written(best, texts)
    return title[:1].upper() + title[1:]


def _stands_out(share: float, elsewhere: int, others: int) -> bool:
    return share >= _TIMES_AS_OFTEN * elsewhere / max(others, 1)


def _is_specific(title: str, *, model: Model, english: bool, capital: bool) -> bool:
    if " " in title:
        return all(is_telling_word(word, english=english) for word in title.split())
    if capital and not english and title[:1].islower():
        return False
    is_rare = len(title) > 2 and model.rank_of(title.lower()) > _COMMON_RANK
    return is_rare and is_telling_word(title, english=english)


def _as_written(key: str, texts: Sequence[Phrases]) -> str:
    """The most common spelling of a phrase in the group."""
    forms = Counter(phrases[key] for phrases in texts if key in phrases)
    return min(forms, key=lambda form: (-forms[form], form))


def _phrases_of(text: str, model: Model, language: str, *, capital: bool) -> Phrases:
    """The phrases of a text; with ``capital``, the capitals at the start of sentences are small."""
    tokens = _TOKEN.findall(_without_links(text, model))
    if capital:
        starts = (n for n in range(len(tokens)) if n == 0 or tokens[n - 1] in _ENDS)
        for index in starts:
            tokens[index] = tokens[index][:1].lower() + tokens[index][1:]
    keys = [_key(token, language) for token in tokens]
    phrases: Phrases = {}
    for index, key in enumerate(keys):
        if not key:
            continue
        phrases.setdefault(key, tokens[index])
        if index + 1 < len(keys) and keys[index + 1]:
            pair = f"{tokens[index]} {tokens[index + 1]}"
            phrases.setdefault(f"{key} {keys[index + 1]}", pair)
    return phrases


def _key(token: str, language: str) -> str:
    word = token.lower().replace("’", "'").removesuffix("'s")
    is_content = len(word) > 1 and not word.isdigit() and not is_function_word(word, language)
    return stem(word) if is_content and word[0].isalnum() else ""


def _without_links(text: str, model: Model) -> str:
    """The text without URLs and handles, and with hashtags split into words."""
    parts: list[str] = []
    position = 0
    for span in find_links(text):
        parts.append(text[position : span.start])
        position = span.end
        if span.kind == "hashtag":
            parts += [" . ", " ".join(split_name(span.name, model.vocabulary)), " . "]
    return "".join([*parts, text[position:]])
