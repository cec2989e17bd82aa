"""Makes Jinja's compiled templates faster, with the same output.

A page escapes a hundred values and calls fifty functions, nearly all of the same few kinds. These
take a shorter way than Jinja's, which asks each what it is.
"""

import functools
import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from functools import partial
from keyword import iskeyword
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any, Protocol

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.utils import internalcode, missing
from markupsafe import Markup, escape

from sitegen.themes.constant_parts import FUNCTIONS, ConstantParts, is_part, usual_include

Block = Callable[[Context], Iterator[str]]
"""The function of a block, or of a whole template."""

_LOOKUP = re.compile(r"l_\d+_\w+ = resolve\('\w+'\)")
"""A line of Python in which a variable is looked up in the context."""
_FUNCTIONS = frozenset({BuiltinFunctionType, FunctionType, MethodType, type})


def escape_output(value: object) -> str:
    """The escaped text of a value that is written into the output.

    The same as ``markupsafe.escape``, except that a text with nothing to escape stays a plain one.
    """
    if type(value) is Markup or (
        type(value) is str
        and "&" not in value
        and "<" not in value
        and ">" not in value
        and "'" not in value
        and '"' not in value
    ):
        return value
    return escape(value)


class TemplateCompiler(CodeGenerator):
    """Compiles templates to shorter Python than Jinja does; what they write is the same."""

    _functions: frozenset[str]
    """The variables that are surely plain functions."""

    def write_commons(self) -> None:
        """Writes the first lines of a function."""
        super().write_commons()
        self.writeline("resolve = context.parent.get")

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 -- Jinja's name
        """Compiles a template; ``constant_includes`` becomes a variable of its module."""
        parts = ConstantParts(node)
        self._functions = frozenset() if parts.hides_constants else FUNCTIONS
        includes = parts.includes()
        if parts.hides_constants:
            hide = nodes.Getattr(nodes.ContextReference(), "hide_parts", "load")
            call = nodes.ExprStmt(nodes.Call(hide, [], [], None, None), lineno=1)
            node.body.insert(0, call.set_environment(self.environment))
        parts.separate()
        super().visit_Template(node, frame)
        self.writeline(f"constant_includes = {includes!r}")
        self.writeline("read, written = environment.getattr, environment.escape_output")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802 -- Jinja's name
        """Compiles where a block is shown. That of a constant part becomes a call."""
        if is_part(node):
            self.simple_write(f"context.part(block_{node.name})", frame, node)
        elif (frame.toplevel and self.extends_so_far) or node.scoped or node.required:
            super().visit_Block(node, frame)
        else:
            context = self.get_context_ref()
            block = f"{context}.blocks[{node.name!r}][0]({context})"
            self.simple_write(f"environment.concat({block})", frame, node)

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """Writes a line of Python. What a parent template writes becomes one text, as a block does.

        A text that passes through several generators takes longer for each of them. Variables are
        looked up in the dictionary of the context.
        """
        parent = "parent_template.root_render_func(context)"
        if x == f"yield from {parent}":
            x = f"yield environment.concat({parent})"
        elif _LOOKUP.fullmatch(x):
            x = f"{x[:-1]}, missing)"
        super().writeline(x, node, extra)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("written(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 -- Jinja's name
        """Compiles the access to an attribute."""
        self.write("read(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 -- Jinja's signature
        """Compiles a call. Plain functions are called directly."""
        is_rare = forward_caller or node.dyn_args or node.dyn_kwargs
        if is_rare or any(iskeyword(argument.key) for argument in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        if isinstance(node.node, nodes.Name) and node.node.name in self._functions:
            self.visit(node.node, frame)
            self.write("(")
        else:
            self.write("context.function(")
            self.visit(node.node, frame)
            self.write(")(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 -- Jinja's name
        """Compiles an include. The usual one, of one template by its name, becomes a call."""
        name = usual_include(node)
        if name is None:
            super().visit_Include(node, frame)
            return
        variables = self.dump_local_context(frame)
        call = f"environment.include({name!r}, {self.name!r}, context, {variables})"
        self.simple_write(call, frame, node)


class KnownParts(Protocol):
    """Constant parts of templates, each rendered once for several pages."""

    def find(self, block: Block, name: str = "", parent: str = "") -> str | None:
        """What ``block`` writes on this page; None if only the page itself can render it.

        Where it is a whole template, ``name`` is included by ``parent``.
        """
        ...


class TemplateContext(Context):
    """The variables of a template: one dictionary with those it is given and those it sets."""

    parts: KnownParts | None = None
    """Where constant parts are found; None where all is rendered for the page."""

    def __init__(
        self,
        environment: jinja2.Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Block],
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 -- Jinja's name
    ) -> None:
        super().__init__(environment, parent, name, blocks, globals)
        self.vars = self.parent = dict(parent)

    def resolve_or_missing(self, key: str) -> Any:
        """The value of a variable; ``missing`` if there is none."""
        return self.parent.get(key, missing)

    def get_all(self) -> dict[str, Any]:
        """All variables."""
        return self.parent

    @internalcode
    def part(self, block: Block) -> str:
        """Called by compiled templates for a constant part. Returns what it writes."""
        html = self.parts.find(block) if self.parts else None
        return self.environment.concat(block(self)) if html is None else html

    @internalcode
    def hide_parts(self) -> None:
        """Called by compiled templates that have a variable such as ``site`` of their own."""
        self.parts = None

    @internalcode
    def function(self, called: Any) -> Any:
        """What a compiled template calls for ``called``: itself, if it wants no context."""
        if type(called) in _FUNCTIONS and not hasattr(called, "jinja_pass_arg"):
            return called
        return partial(self.call, called)


class IncludedContext(TemplateContext):
    """The variables of an included template: at first, those of the including one."""

    def __init__(
        self, template: jinja2.Template, outer: TemplateContext, variables: Mapping[str, object]
    ) -> None:
        """``variables`` are those of loops and blocks around the include in ``outer``."""
        self._template = template
        self.vars = self.parent = outer.parent.copy()
        for name, value in variables.items():
            if value is not missing:
                self.parent[name] = value
        self.parts = outer.parts
        self.environment = outer.environment
        self.exported_vars = set()
        self.name = template.name
        self.globals_keys = outer.globals_keys

    # Jinja needs the following for rarer statements. Most templates have none of them.

    @functools.cached_property
    def eval_ctx(self) -> nodes.EvalContext:  # type: ignore[override]
        """Whether output is escaped."""
        return nodes.EvalContext(self.environment, self.name)

    @functools.cached_property
    def blocks(self) -> dict[str, list[Any]]:  # type: ignore[override]
        """The blocks of the template, and later those of the templates that it extends."""
        return {name: [block] for name, block in self._template.blocks.items()}
