"""Which output files have to be made again, and why."""

from collections.abc import Collection

from sitegen.contexts import Context
from sitegen.memory import Made
from sitegen.snapshots import Facts, Key

NEW = "it is new"
LOST = "it was removed or changed by hand"


def why_stale(made: Made | None, context: Context, changed: Facts) -> str | None:
    """Why a file must be made again, in a few words; None if it need not.

    Args:
        made: how it came about last time.
        context: what its template receives now.
        changed: all that is different since then.
    """
    if made is None:
        return NEW
    if made.context != context:
        return _other_context(made.context, context)
    fewer, more = sorted((changed, made.reads), key=len)
    for key in fewer:
        fields = changed[key] & made.reads[key] if key in more else None
        if fields:
            return _name_facts(key, fields)
    return None


def _other_context(old: Context, new: Context) -> str:
    names = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    return f"its {' and '.join(names)} changed"


def _name_facts(key: Key, fields: Collection[str]) -> str:
    kind, name = key
    if kind == "template":
        return f"the template {name} changed"
    if kind == "wording":
        return "the words of the interface changed"
    what = " and ".join(sorted(fields))
    return (
        f"the site’s {what} changed" if kind == "site" else f"{what} of the {kind} “{name}” changed"
    )
