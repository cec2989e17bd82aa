"""Chooses what compares documents by meaning: the sentence encoder or the static model."""

from contextlib import suppress
from pathlib import Path

from sitegen.configuration.settings import Config
from sitegen.engine.cache_key import CacheFolder
from sitegen.importer.config_errors import config_error
from sitegen.importer.ledger import Ledger, Meaning
from sitegen.topics.encoder.onnx_network import INSTALLATION, is_installed
from sitegen.topics.encoder.vectors import MOST_ENCODED, KeepingEncoder, Runtime, encoder_version

_PREFIX = "vectors-"


def meaning_for(config: Config, ledger: Ledger, documents: int, language: str | None) -> Meaning:
    """What compares the documents, unless the configuration decides it.

    It is what grouped the digest before. A new digest gets the encoder, which knows English only,
    unless it has many documents or a model of its own.

    Args:
        config: the configuration.
        ledger: the ledger of earlier imports.
        documents: how many documents are compared.
        language: the language of most of them, if that is certain.
    """
    settings = config.grouping
    if not settings.may_encode:
        return "static"
    if settings.encoder != "auto":
        return "encoder"
    if ledger.meaning:
        return ledger.meaning
    suits = documents <= MOST_ENCODED and (language or "en") == "en"
    return "encoder" if suits else "static"


def open_encoder(config: Config) -> KeepingEncoder:
    """The encoder, with the vectors that earlier imports kept for the digest.

    Raises:
        ConfigError: the configuration asks for ``onnxruntime``, which is not installed.
    """
    runtime: Runtime = "onnxruntime" if config.grouping.encoder == "onnxruntime" else "numpy"
    if runtime == "onnxruntime" and not is_installed():
        raise config_error(
            config,
            "encoder",
            'encoder = "onnxruntime" needs libraries that are not installed',
            hint=f'{INSTALLATION}, or set it to "auto"',
        )
    folder = CacheFolder(config.root).path
    return KeepingEncoder(folder / f"{_PREFIX}{encoder_version(runtime)}", runtime)


def keep_vectors(encoder: KeepingEncoder, root: Path) -> None:
    """Saves the vectors for the next import, if the cache can be written."""
    folder = CacheFolder(root).create()
    if folder is None:
        return
    with suppress(OSError):  # they are computed again
        encoder.save()
        for path in folder.glob(f"{_PREFIX}*"):
            if path != encoder.file:
                path.unlink()
