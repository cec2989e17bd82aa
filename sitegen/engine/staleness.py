"""Which output files have to be made again, and why."""

from collections.abc import Collection, Mapping

from sitegen.engine.build_state import ArtifactRecord
from sitegen.views.contexts import Context
from sitegen.views.snapshots import ChangedFields, Key

NEW = "it is new"
LOST = "it was removed or changed by hand"


def stale_reason(
    record: ArtifactRecord | None,
    context: Context,
    changed: ChangedFields,
    files: Mapping[str, str],
) -> str | None:
    """Why a file must be made again, in a few words; None if it need not.

    Args:
        record: how it came about last time.
        context: what its template receives now.
        changed: all that is different since then.
        files: the files of pages, by their ids.
    """
    if record is None:
        return NEW
    if record.context is not context and record.context != context:
        return _other_context(record.context, context)
    if changed.keys().isdisjoint(record.dependencies.keys()):  # most are: it is quick for thousands
        return None
    for key in changed.keys() & record.dependencies.keys():
        fields = changed[key] & record.dependencies[key]
        if fields:
            return _name_facts(key, fields, files)
    return None


def _other_context(old: Context, new: Context) -> str:
    names = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    return f"its {' and '.join(names)} changed"


def _name_facts(key: Key, fields: Collection[str], files: Mapping[str, str]) -> str:
    kind, name = key
    what = " and ".join(sorted(fields))
    if kind == "template":
        return f"the template {name} changed"
    if kind == "page":
        return f"{what} of {f'content/{files[name]}' if name in files else 'a page'} changed"
    if kind == "wording":
        return "the words of the interface changed"
    return (
        f"the site’s {what} changed" if kind == "site" else f"{what} of the {kind} “{name}” changed"
    )
