"""Makes Jinja's compiled templates faster, with the same output.

A page escapes a hundred values and calls fifty functions, nearly all of the same few kinds. These
take a shorter way than Jinja's, which asks each what it is.
"""

import re
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.utils import internalcode
from markupsafe import Markup, escape

_FUNCTIONS = frozenset({BuiltinFunctionType, FunctionType, MethodType})
_SPECIAL = re.compile("[&<>'\"]")


def escape_output(value: object) -> str:
    """The escaped text of a value that is written into the output.

    The same as ``markupsafe.escape``, save that a text with nothing to escape stays a plain one.
    """
    kind = type(value)
    if kind is Markup or (kind is str and not _SPECIAL.search(value)):  # type: ignore[call-overload]
        return value  # type: ignore[return-value]
    return escape(value)


def _stop() -> None:
    raise StopIteration


class TemplateCompiler(CodeGenerator):
    """Compiles a template that escapes its output with ``environment.escape_output``."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escape_output(")


class TemplateContext(Context):
    """The variables of a template; calls functions that want no context without asking more."""

    @internalcode
    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 -- Jinja's names
        """Called by compiled templates for each call."""
        if type(__obj) not in _FUNCTIONS or hasattr(__obj, "jinja_pass_arg"):
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        try:
            return __obj(*args, **kwargs)
        except StopIteration:  # a generator must not raise it
            return super().call(_stop)
