"""Names of a package whose modules are imported when the names are used."""

from collections.abc import Callable, Mapping
from importlib import import_module


def lazily(package: str, modules: Mapping[str, str]) -> Callable[[str], object]:
    """A ``__getattr__`` for ``package`` (PEP 562).

    ``modules`` maps each name that the package offers to the module in it that defines the name.
    The function raises ``AttributeError`` for any other name.
    """

    def import_name(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{modules[name]}"), name)

    return import_name
