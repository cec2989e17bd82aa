"""Drafts as certain programs mark them: Contentful, Sanity, Squarespace and Wix."""

from collections.abc import Collection, Mapping

from sitegen.readers.records.roles import Roles
from sitegen.readers.restrictions import is_true, plain_name

_OF_WIX = "richcontent"
_FIELDS = frozenset({"sys", "_id", "workflowState", "hasUnpublishedChanges"})


def may_be_draft(fields: Collection[str], roles: Roles) -> bool:
    """Whether a record with these fields may be a draft of one of these programs."""
    return not _FIELDS.isdisjoint(fields) or _has_rich_content(roles)


def is_draft(record: Mapping[str, object], roles: Roles) -> bool:
    """Whether a record is such a draft."""
    return _is_draft_of_wix(record, roles) or _is_draft_by_state(record)


def _is_draft_by_state(record: Mapping[str, object]) -> bool:
    """Whether the id of Sanity, or the state of Squarespace or Contentful, is that of a draft.

    Sanity: https://www.sanity.io/docs/content-lake/drafts; versions are of releases to come.
    Contentful counts the versions of an entry, and says which one is published.
    """
    match record.get("sys"):
        case {"version": int(), **system} if system.get("publishedVersion") is None:
            return True
        case {"archivedVersion": int()}:
            return True
    is_of_sanity = str(record.get("_id")).startswith(("drafts.", "versions."))
    state = record.get("workflowState")
    return is_of_sanity or (isinstance(state, int) and state != 1)


def _is_draft_of_wix(record: Mapping[str, object], roles: Roles) -> bool:
    """Whether a post of Wix has no date of its publication, or a text that is not published yet.

    Posts and drafts name such a text, but only drafts, which have a state, hold it:
    https://dev.wix.com/docs/rest/business-solutions/blog/draft-posts/draft-object
    """
    if "status" in record and is_true(record.get("hasUnpublishedChanges")):
        return True
    dates = (field for field in roles.get("date", ()) if "publish" in plain_name(field))
    return _has_rich_content(roles) and not any(record[field] for field in dates)


def _has_rich_content(roles: Roles) -> bool:
    return any(plain_name(field) == _OF_WIX for field in roles.get("html", ()))
