"""The Jinja environment of a theme: its options, and the cache of compiled templates."""

import json
from collections.abc import Callable, Mapping, MutableMapping
from json import JSONEncoder
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.filters import do_striptags
from jinja2.utils import internalcode

from sitegen.themes.compiling import (
    Block,
    IncludedContext,
    KnownParts,
    TemplateCompiler,
    TemplateContext,
    escape_output,
)
from sitegen.views.mappings import Missing, ShownMapping
from sitegen.views.record_snapshot import TemplateSource
from sitegen.views.tracking import PROXIES

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

NoteTemplate = Callable[[str, str], None]
"""Called with the name of a template that is loaded, and the name of the one that loads it.

It has to remember what each template loads, as it may be called only for the first time.
"""


Codes = dict[str, tuple[str, "CodeType | None"]]
"""The checksum of the source of each template and its code, by Jinja's key for it."""


class CompiledTemplates(jinja2.BytecodeCache):
    """An in-memory cache of compiled templates, shared by several environments."""

    def __init__(self, codes: Codes | None = None) -> None:
        """Starts with ``codes`` of an earlier process that had the same code and libraries."""
        self.codes: Codes = codes or {}
        self.has_new = False
        """Whether templates were compiled that an earlier process did not have."""

    def load_bytecode(self, bucket: "Bucket") -> None:
        """Called by Jinja before it compiles a template."""
        checksum, code = self.codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: "Bucket") -> None:
        """Called by Jinja after it compiled a template."""
        self.codes[bucket.key] = bucket.checksum, bucket.code
        self.has_new = True


def make_environment(
    templates: Mapping[str, TemplateSource],
    note: NoteTemplate,
    compiled: CompiledTemplates | None = None,
) -> "ThemeEnvironment":
    """Creates an environment with these templates; ``note`` is called for each that is loaded."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        found = templates.get(name)
        return (found.text, str(found.path), lambda: True) if found else None

    environment = ThemeEnvironment(
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
    environment.filters["striptags"] = _without_tags
    environment.policies["json.dumps_function"] = _to_json
    environment.policies["json.dumps_kwargs"] = {}
    del environment.globals["lipsum"], environment.filters["random"]  # their output is random
    return environment


_TO_JSON = JSONEncoder(ensure_ascii=False, sort_keys=True, check_circular=False)


def _to_json(value: object, indent: int | None = None) -> str:
    """The function of the filter ``tojson``, which would make an encoder for each page."""
    if indent is None:
        return _TO_JSON.encode(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=indent)


def _without_tags(value: object) -> str:
    """The filter ``striptags``, faster for a text without tags and character references."""
    text = str(value)
    if "<" in text or "&" in text or not isinstance(value, str):
        return do_striptags(value)  # type: ignore[arg-type]  # Jinja takes any value
    return " ".join(text.split())


class ThemeEnvironment(jinja2.Environment):
    """Reports the templates that others load, including missing ones."""

    code_generator_class = TemplateCompiler
    context_class = TemplateContext
    escape_output = staticmethod(escape_output)
    note: NoteTemplate

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._templates: dict[str, jinja2.Template] = {}
        """Those that were loaded, by name."""
        self._included: dict[tuple[str, str], jinja2.Template] = {}
        """Those that were included, by their names and those of the including ones.

        ``note`` was called for them, and is not called again.
        """
        self._constant: dict[str, Block | None] = {}
        """The functions of templates that are constant as a whole, by name; None for others."""

    def render(
        self, name: str, variables: Mapping[str, object], parts: KnownParts | None = None
    ) -> str:
        """Renders a template as Jinja does; ``parts`` has what it has in common with others.

        Raises:
            Exception: any that Jinja or the template raises.
        """
        template = self.get_template(name)
        context = TemplateContext(
            self, {**template.globals, **variables}, template.name, template.blocks
        )
        context.parts = parts
        try:
            return self.concat(template.root_render_func(context))
        except Exception:
            self.handle_exception()

    @internalcode
    def getattr(self, obj: Any, attribute: str) -> Any:
        """Called by Jinja for ``obj.attribute``. Keys take precedence over methods."""
        kind = type(obj)
        if kind in PROXIES:
            try:
                return obj.reader.read(attribute)  # Python would look for a usual attribute first
            except AttributeError:
                return super().getattr(obj, attribute)
        if kind is ShownMapping and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    @internalcode
    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 -- Jinja's name
    ) -> jinja2.Template:
        """Called by Jinja for each include. The templates of an environment never change."""
        if type(name) is not str or globals:
            return super().get_template(name, parent, globals)
        found = self._templates.get(name)
        if found is None:
            found = self._templates[name] = super().get_template(name, parent)
            found.blocks = {
                name: block for name, block in found.blocks.items() if not name.isdecimal()
            }
        elif parent is not None:
            self.note(name, parent)
        return found

    @internalcode
    def include(
        self, name: str, parent: str, context: TemplateContext, variables: Mapping[str, object]
    ) -> str:
        """Called by compiled templates for the usual include. Returns what it writes."""
        block = self._constant_block(name) if context.parts else None
        if block and context.parts:
            html = context.parts.find(block, name, parent)
            if html is not None:
                return html
            self.note(name, parent)
        template = self._included.get((name, parent))
        if template is None:
            template = self._included[name, parent] = self.get_template(name, parent)
        return self.concat(template.root_render_func(IncludedContext(template, context, variables)))

    def _constant_block(self, name: str) -> Block | None:
        """The function of a template if it is constant, with all that it includes; else None."""
        if name not in self._constant:
            self._constant[name] = None  # for a template that includes itself
            block, includes = self._constant_includes(name)
            if includes is not None and all(map(self._constant_block, includes)):
                self._constant[name] = block
        return self._constant[name]

    def _constant_includes(self, name: str) -> tuple[Block | None, tuple[str, ...] | None]:
        try:
            block = self.get_template(name).root_render_func
        except jinja2.TemplateError:  # it is reported where it is shown
            return None, None
        return block, block.__globals__["constant_includes"]

    def join_path(self, template: str, parent: str) -> str:
        """Called by Jinja for every name in an ``extends``, ``include`` or ``import``."""
        self.note(template, parent)
        return template

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """Called by Jinja for each template. One dictionary is faster than Jinja's chained ones."""
        return {**self.globals, **(d or {})}
