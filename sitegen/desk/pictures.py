"""Pictures that an editor drops into a text: named and cleaned as those of an import."""

import base64
import binascii
import hashlib
from collections.abc import Mapping

from sitegen.curation.acts import AddPicture
from sitegen.errors import UsageError

_KINDS = "use JPEG, PNG, GIF, WebP, SVG, AVIF or HEIC"


def parse_picture(value: Mapping[str, object]) -> AddPicture:
    """The act that a request describes: ``{"name": "lamp.jpg", "data": …}``, the data in base 64.

    Raises:
        UsageError: it is no picture, or one that cannot be cleaned or is too large.
    """
    from sitegen.importer.media.naming import MediaNames  # noqa: PLC0415 -- few editors add pictures
    from sitegen.media import UncleanError, publishable  # noqa: PLC0415

    name, data = value.get("name"), _decoded(value.get("data"))
    if not isinstance(name, str):
        raise UsageError("“name” must be the name of a file")
    try:
        found = publishable(data)
    except UncleanError as error:
        raise UsageError(f"this picture cannot be used: {error}", hint=_KINDS) from None
    if found is None or found[0].role != "picture":
        raise UsageError("this is not a picture that a browser shows", hint=_KINDS)
    kind, cleaned = found
    digest = hashlib.sha256(data).hexdigest()
    return AddPicture(MediaNames({}).name(name, digest, kind.extension), cleaned)


def _decoded(data: object) -> bytes:
    try:
        return base64.b64decode(data if isinstance(data, str) else "?", validate=True)
    except (binascii.Error, ValueError):
        raise UsageError("“data” must be a file in base 64") from None
