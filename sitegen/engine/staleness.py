"""Determines which artifacts are stale, and why."""

from collections.abc import Mapping

from sitegen.engine.artifact_dependencies import Changes
from sitegen.engine.build_state import ArtifactRecord
from sitegen.views.field_sets import FieldSet
from sitegen.views.record_snapshot import Key, field_names
from sitegen.views.template_records import Context

NEW = "it is new"
INDEXED = "what is searched changed"
LOST = "it was removed or changed by hand"


def stale_reason(
    record: ArtifactRecord | None,
    context: Context,
    changes: Changes,
    files: Mapping[str, str],
) -> str | None:
    """Returns why an artifact is stale, in a few words; None if it is not."""
    if record is None:
        return NEW
    if record.context is not context and record.context != context:
        return _changed_context(record.context, context)
    if not changes.may_be_in(record.dependencies):
        return None
    for key, fields in changes.among(record.dependencies):
        return _describe(key, fields, files)
    return None


def _changed_context(old: Context, new: Context) -> str:
    names = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    return f"its {' and '.join(names)} changed"


def _describe(key: Key, fields: FieldSet, files: Mapping[str, str]) -> str:
    kind, name = key
    what = " and ".join(field_names(key, fields))
    if kind == "template":
        return f"the template {name} changed"
    if kind == "page":
        return f"{what} of {f'content/{files[name]}' if name in files else 'a page'} changed"
    if kind == "wording":
        return "the words of the interface changed"
    return (
        f"the site’s {what} changed" if kind == "site" else f"{what} of the {kind} “{name}” changed"
    )
