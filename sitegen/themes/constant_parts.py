"""Finds the constant parts of a template: those that read nothing but the site.

The frame of a page is nearly all constant: style sheets, menu, footer, words. Such a part has the
same output on all pages next to each other, save those that it links to, and is rendered once for
them. Each becomes a block with a number as its name, which no theme can give to a block.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby
from typing import TypeVar

from jinja2 import nodes

FUNCTIONS = frozenset({"say", "url", "full_url", "shared"})
"""The functions that templates receive; none of them takes Jinja's context."""
CONSTANTS = FUNCTIONS | {"site"}
"""The variables that a constant part may read."""
HERE = "here"
"""A constant part may also compare an address with this variable."""
_VALUES = (
    *(nodes.Literal, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.CondExpr),
    *(nodes.Filter, nodes.Test, nodes.Call, nodes.Compare, nodes.Concat, nodes.BinExpr),
    *(nodes.UnaryExpr, nodes.Operand, nodes.Pair, nodes.Keyword),
)
"""Expressions whose value is constant if all in them is."""

Names = frozenset[str]
_Node = TypeVar("_Node", bound=nodes.Node)


def is_part(block: nodes.Block) -> bool:
    """Whether a block is a constant part, and not one of the theme."""
    return block.name.isdecimal()


def usual_include(node: nodes.Include) -> str | None:
    """The name of the template that an include shows; None if it is not a usual one."""
    name = node.template.value if isinstance(node.template, nodes.Const) else None
    is_usual = type(name) is str and node.with_context and not node.ignore_missing
    return name if is_usual else None


class ConstantParts:
    """The constant parts of one template."""

    def __init__(self, template: nodes.Template) -> None:
        self._template = template
        self._nodes = list(template.find_all(nodes.Node))  # once, as it takes long
        self.hides_constants = not _own_names(self._nodes).isdisjoint({*CONSTANTS, HERE})
        """Whether the template has variables of its own with the names of ``CONSTANTS``."""

    def includes(self) -> tuple[str, ...] | None:
        """The templates that it includes, if all the rest of it is constant; else None."""
        body = self._template.body
        if self.hides_constants or not _are_constant(body, CONSTANTS, in_include=True):
            return None
        return tuple(usual_include(node) or "" for node in self._of(nodes.Include))

    def separate(self) -> None:
        """Makes each constant part a block."""
        if self.hides_constants or self._of(nodes.EvalContextModifier):
            return
        numbers = map(str, count(1))
        blocks: list[nodes.Node] = [*self._of(nodes.Block)]
        if not self._of(nodes.Extends):  # else nothing outside of blocks is shown
            blocks.append(self._template)
        for block in blocks:
            _separate(block, numbers)

    def _of(self, kind: type[_Node]) -> list[_Node]:
        return [node for node in self._nodes if isinstance(node, kind)]


def _own_names(every: Iterable[nodes.Node]) -> set[str]:
    """The variables that a template sets, or that are arguments in it."""
    names: set[str] = set()
    for node in every:
        match node:
            case nodes.Name() if node.ctx != "load":
                names.add(node.name)
            case nodes.Macro():
                names.add(node.name)
            case nodes.Import():
                names.add(node.target)
            case nodes.FromImport():
                names.update(name if type(name) is str else name[1] for name in node.names)
    return names


def _separate(node: nodes.Node, numbers: Iterator[str]) -> None:
    """Separates the parts in the bodies of ``node``, which is not constant as a whole."""
    for field in ("body", "else_"):
        body = getattr(node, field, None)
        if isinstance(body, list):
            pieces = [piece for child in body for piece in _pieces(child)]
            setattr(node, field, list(_joined(pieces, numbers)))
    for branch in getattr(node, "elif_", ()):
        _separate(branch, numbers)


def _pieces(node: nodes.Node) -> Iterable[nodes.Node]:
    """A statement, or each expression of an output."""
    if not isinstance(node, nodes.Output):
        return (node,)
    return (_with_place(nodes.Output([child]), child) for child in node.nodes)


def _joined(pieces: Sequence[nodes.Node], numbers: Iterator[str]) -> Iterator[nodes.Node]:
    """The pieces with neighbours joined: constant ones to a part, outputs to one output."""
    for is_constant, run in groupby(pieces, lambda piece: _is_constant(piece, CONSTANTS)):
        group = list(run)
        if is_constant and not all(map(_is_text, group)):
            block = nodes.Block(next(numbers), group, False, False)  # noqa: FBT003 -- Jinja's signature
            yield _with_place(block, group[0])
            continue
        for piece in group:
            if not is_constant and not isinstance(piece, nodes.Block):
                _separate(piece, numbers)
            yield piece


def _with_place(node: nodes.Node, like: nodes.Node) -> nodes.Node:
    node.lineno, node.environment = like.lineno, like.environment
    return node


def _is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and isinstance(node.nodes[0], nodes.TemplateData)


def _are_constant(body: Iterable[nodes.Node], names: Names, *, in_include: bool = False) -> bool:
    """Whether all statements are constant; with ``in_include``, they may set variables."""
    for node in body:
        if in_include and isinstance(node, nodes.Assign):
            if not (isinstance(node.target, nodes.Name) and _is_value(node.node, names)):
                return False
            names |= {node.target.name}
        elif not _is_constant(node, names, in_include=in_include):
            return False
    return True


def _is_constant(node: nodes.Node, names: Names, *, in_include: bool = False) -> bool:
    """Whether a statement writes the same on all pages; ``names`` are constant variables."""
    if isinstance(node, nodes.Output):
        return all(_is_value(child, names) for child in node.nodes)
    if isinstance(node, nodes.If):
        return _is_value(node.test, names) and all(
            _are_constant(body, names, in_include=in_include)
            for body in (node.body, node.elif_, node.else_)
        )
    if isinstance(node, nodes.For):
        return _is_constant_loop(node, names, in_include=in_include)
    return isinstance(node, nodes.Include) and in_include and usual_include(node) is not None


def _is_constant_loop(node: nodes.For, names: Names, *, in_include: bool) -> bool:
    inner = names | {"loop"} | {name.name for name in node.target.find_all(nodes.Name)}
    if isinstance(node.target, nodes.Name):
        inner |= {node.target.name}
    return (
        not node.recursive
        and _is_value(node.iter, names)
        and (node.test is None or _is_value(node.test, inner))
        and _are_constant(node.body, inner, in_include=in_include)
        and _are_constant(node.else_, names, in_include=in_include)
    )


def _is_value(node: nodes.Node, names: Names) -> bool:
    """Whether an expression has the same value on all pages."""
    if isinstance(node, nodes.Name):
        return node.name in names
    if isinstance(node, nodes.Compare) and _is_here(node.expr):
        return [each.op for each in node.ops] == ["eq"] and _is_value(node.ops[0], names)
    return isinstance(node, _VALUES) and all(
        _is_value(child, names) for child in node.iter_child_nodes()
    )


def _is_here(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == HERE
