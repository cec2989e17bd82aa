import json
import os
import subprocess
import sys
import tomllib

import numpy as np
import pytest

from sitegen.topics import group_texts
from sitegen.topics.encoder import network as encoder_module
from sitegen.topics.encoder.network import MOST_READ, Encoder, load_encoder
from tests.effort import EFFORT
from tests.paths import ROOT

SOURDOUGH = "The sourdough starter came back from the neighbours with a name."
RYE = "Rye bread wants a hot oven and a whole day of patience."
COMET = "The telescope showed us a comet and a distant galaxy."
ROUNDING = 1e-5
"""How far apart coordinates may be: some processors round a row of a product by its place in it."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def test_vectors_are_those_of_the_original_network(encoder: Encoder) -> None:
    original = [
        -0.038,
        0.001,
        -0.006,
        0.016,
        0.025,
        0.037,
        -0.047,
        0.056,
    ]  # by PyTorch, in 32-bit floats

    assert encoder.encode([SOURDOUGH])[0, :8] == pytest.approx(original, abs=0.006)


def test_texts_on_one_subject_are_nearer_than_others(encoder: Encoder) -> None:
    baking, rye, comet = encoder.encode(["I baked two loaves today.", RYE, COMET])

    assert baking @ rye > baking @ comet + 0.1


def test_the_order_of_words_counts(encoder: Encoder) -> None:
    first, second = encoder.encode(["The dog bit the man.", "The man bit the dog."])

    assert first @ second < 0.999


def test_a_vector_does_not_depend_on_the_other_texts(encoder: Encoder) -> None:
    alone = encoder.encode([RYE])[0]
    among = encoder.encode([SOURDOUGH, COMET * 9, RYE, "", *[COMET] * 40])[2]

    assert among == pytest.approx(alone, abs=ROUNDING)


def test_a_long_text_costs_no_more_than_a_paragraph(encoder: Encoder) -> None:
    assert len(encoder.tokenizer.tokens_of(f"{RYE} " * 1000)) <= 0.75 * MOST_READ
    assert len(encoder.tokenizer.tokens_of("bread " * 1000)) == MOST_READ <= 200


def test_function_words_count_only_at_the_start_of_a_text(encoder: Encoder) -> None:
    long = f"{RYE} {SOURDOUGH} {RYE}"
    tokens = encoder.tokenizer.tokens_of

    assert tokens(f"{long} It was all of that, and more.") == tokens(long)
    assert tokens(f"It was all of that. {RYE}") != tokens(f"All that. {RYE}")


def test_long_addresses_before_the_words_of_a_text_do_not_hide_them(encoder: Encoder) -> None:
    address = f"https://bakery.example/{'bread/' * 100}"
    tokens = encoder.tokenizer.tokens_of

    assert tokens(f"{address} {address} {RYE}") == tokens(RYE)


def test_a_text_is_read_up_to_a_limit(encoder: Encoder) -> None:
    long = f"{RYE} " * 100
    vectors = encoder.encode([long, f"{long} {COMET}"])

    assert vectors[0] == pytest.approx(vectors[1], abs=ROUNDING)


@pytest.mark.parametrize("text", ["", "https://example.org/bread", "🍞", "面包"])
def test_a_text_without_a_known_word_has_no_vector(encoder: Encoder, text: str) -> None:
    assert not encoder.encode([text]).any()


def test_no_texts_have_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


def test_typographic_signs_are_read_as_plain_ones(encoder: Encoder) -> None:
    plain, typographic = encoder.encode(['It\'s "done" - now.', "It’s “done” — now."])

    assert plain == pytest.approx(typographic, abs=ROUNDING)


def test_a_hashtag_is_read_as_its_words(encoder: Encoder) -> None:
    words, hashtag = encoder.encode(["rye bread today", "#RyeBread today"])

    assert words @ hashtag > 0.999


GROUPING = """
import json, sys
from sitegen.topics.encoder import network as encoder_module
from sitegen.topics import group_texts
print(json.dumps([group_texts(posts) for posts in json.load(sys.stdin)]))
"""


def topics_with(digests: list[list[str]], **environment: str) -> object:
    done = subprocess.run(
        [sys.executable, "-c", GROUPING],
        input=json.dumps(digests),
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_every_processor_and_number_of_threads_gives_the_same_topics() -> None:
    labelled = tomllib.loads((ROOT / "benchmarks/digests.toml").read_text(encoding="utf-8"))
    digests = [
        [post for posts in topics.values() for post in posts]
        for topics in list(labelled.values())[:EFFORT]
    ]
    expected = [group_texts(posts) for posts in digests]

    assert "Everything else" in expected[0]
    kernels = [("Haswell", "2"), ("Prescott", "1")]
    found_extensions = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    if {"AVX512_SKX", "X86_V4"} & set(found_extensions):  # without it, this kernel ends the process
        kernels.append(("SkylakeX", "1"))
    for core, threads in kernels:
        found = topics_with(digests, OPENBLAS_CORETYPE=core, OPENBLAS_NUM_THREADS=threads)
        assert found == expected


def test_less_is_read_of_each_of_many_long_texts(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    long, begins = f"{RYE} {COMET} {SOURDOUGH}", f"{RYE} {COMET}"
    whole = encoder.encode([SOURDOUGH])
    tokens = len(encoder.tokenizer.tokens_of(begins))
    monkeypatch.setattr(encoder_module, "_FEWEST_READ", tokens)
    monkeypatch.setattr(encoder_module, "_MOST_IN_ALL", tokens)

    expected = np.stack([encoder.encode([begins])[0], whole[0]])
    assert encoder.encode([long, SOURDOUGH]) == pytest.approx(expected, abs=ROUNDING)
