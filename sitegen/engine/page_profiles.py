"""The topic profiles that an import kept, as inputs of a build."""

from collections.abc import Mapping
from hashlib import blake2b

from sitegen.configuration.settings import Config
from sitegen.topics.profile_file import PROFILES_NAME, read_profiles
from sitegen.views.record_snapshot import TemplateSource


def shows_related(templates: Mapping[str, TemplateSource]) -> bool:
    """Whether a theme shows related posts: one of its templates names them."""
    return any("related" in template.text for template in templates.values())


def load_profiles(config: Config) -> dict[str, str]:
    """The profiles by which posts are compared, as lines, by page id."""
    return read_profiles(config.content) if config.grouping.may_encode else {}


def profiles_digest(config: Config, templates: Mapping[str, TemplateSource]) -> bytes:
    """A digest of the profiles; empty if the site does not use any."""
    if not (shows_related(templates) and config.grouping.may_encode):
        return b""
    try:
        return blake2b((config.content / PROFILES_NAME).read_bytes(), digest_size=16).digest()
    except OSError:
        return b""
