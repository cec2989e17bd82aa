"""The Jinja environment of a theme: its options, and the cache of compiled templates."""

from collections.abc import Callable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

import jinja2

from sitegen.views.mappings import Missing, ShownMapping
from sitegen.views.snapshots import TemplateSource

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

NoteTemplate = Callable[[str, str], None]
"""Is told the name that a template asks for, and the name of that template."""


class CompiledTemplates(jinja2.BytecodeCache):
    """The code of templates, kept for the next environment as long as their texts are the same."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: "Bucket") -> None:
        """Called by Jinja before it compiles a template."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: "Bucket") -> None:
        """Called by Jinja with what it compiled."""
        self._codes[bucket.key] = bucket.checksum, bucket.code


def make_environment(
    templates: Mapping[str, TemplateSource],
    note: NoteTemplate,
    compiled: CompiledTemplates | None = None,
) -> jinja2.Environment:
    """An environment of these templates; ``note`` is told who asks for which."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        found = templates.get(name)
        return (found.text, str(found.path), lambda: True) if found else None

    environment = _Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
        bytecode_cache=compiled,
    )
    environment.note = note
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    del environment.globals["lipsum"], environment.filters["random"]  # no two builds would agree
    return environment


class _Environment(jinja2.Environment):
    """Tells of the templates that others ask for, also of those that are not there."""

    note: NoteTemplate

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Called by Jinja for ``obj.attribute``: a page's own key ``items`` is no method."""
        if type(obj) is ShownMapping and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def join_path(self, template: str, parent: str) -> str:
        """Called by Jinja for every name in an ``extends``, ``include`` or ``import``."""
        self.note(template, parent)
        return template

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """Called by Jinja for each template that it loads: one dictionary, quicker than a chain."""
        return {**self.globals, **(d or {})}
