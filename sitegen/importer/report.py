"""What an import did, or would do, for people and for programs."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from sitegen.importer.composing import title_of
from sitegen.importer.page_actions import PageAction, PlannedPage
from sitegen.importer.plan import ImportPlan
from sitegen.topics import TopicAssignment


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """How many documents there were, and what became of the pages.

    Paths are relative to the digest's folder: ``content/essays/a.md``.
    """

    essays: int
    posts: int
    topics: int
    unchanged: int
    created: tuple[PurePosixPath, ...]
    updated: tuple[PurePosixPath, ...]
    """Pages that nobody touched, those of declared topics after all others."""
    kept: tuple[PurePosixPath, ...]
    """Pages that the editor changed."""
    conflicts: tuple[PurePosixPath, ...]
    """Pages that the editor changed and that changed in the dump too; the editor's text stays."""
    deleted: tuple[PurePosixPath, ...]
    """Where pages stood that the editor deleted; they were not brought back."""
    vanished: tuple[PurePosixPath, ...]
    """Pages of documents that the dump no longer holds; they stay."""
    new_topics: tuple[PurePosixPath, ...]
    """The pages of topics that are new."""
    repeats: tuple[tuple[PurePosixPath, PurePosixPath], ...]
    """New pages that say nearly the same as another, each with that one."""

    @property
    def documents(self) -> int:
        """How many documents the dump holds."""
        return self.essays + self.posts


def report_of(plan: ImportPlan) -> ImportReport:
    """What carrying out ``plan`` does."""
    return ImportReport(
        essays=sum(document.kind == "essay" for document in plan.documents),
        posts=sum(document.kind == "post" for document in plan.documents),
        topics=len(plan.topics),
        unchanged=len(_with_fate(plan, "unchanged")),
        created=_with_fate(plan, "created"),
        updated=(*_with_fate(plan, "updated"), *_topics_with_fate(plan, "updated")),
        kept=_with_fate(plan, "kept"),
        conflicts=_with_fate(plan, "conflict"),
        deleted=_with_fate(plan, "deleted"),
        vanished=_in_content(plan.vanished),
        new_topics=_topics_with_fate(plan, "created"),
        repeats=tuple(
            ("content" / page.path, "content" / plan.repeats[page.document.id])
            for page in plan.pages
            if page.action == "created" and page.document.id in plan.repeats
        ),
    )


def plan_as_json(plan: ImportPlan) -> dict[str, object]:
    """The plan as one object for ``json.dumps``."""
    return {
        "documents": [_document_as_json(page, plan) for page in plan.pages],
        "topics": [
            {
                "slug": topic.slug,
                "title": topic.title,
                "description": topic.description,
                "members": list(topic.members),
            }
            for topic in plan.topics
        ],
        "report": _report_as_json(report_of(plan)),
        "warnings": [str(warning) for warning in plan.warnings],
    }


def _document_as_json(page: PlannedPage, plan: ImportPlan) -> dict[str, object]:
    document = page.document
    assignment = plan.assignments.get(document.id)
    repeats = plan.repeats.get(document.id)
    return {
        "id": document.id,
        "kind": document.kind,
        "topic": page.topic,
        "title": title_of(document) if document.kind == "essay" else None,
        "date": document.date.isoformat() if document.date else None,
        "lines": list(document.place.lines),
        "text": document.text,
        "confidence": document.confidence,
        "by": _said_by(page, assignment),
        **_reason_as_json(assignment),
        "page": str("content" / page.path),
        "repeats": str("content" / repeats) if repeats else None,
    }


def _said_by(page: PlannedPage, assignment: TopicAssignment | None) -> str | None:
    """What put a document where it is; None for one that is nowhere."""
    if assignment is None:
        return "content" if page.topic else None
    return "command" if assignment.by_command else "meaning"


def _reason_as_json(assignment: TopicAssignment | None) -> dict[str, object]:
    """What spoke for a document's topic, as far as it was grouped by meaning."""
    known = assignment if assignment and not assignment.by_command else None
    return {
        "score": known.score if known else None,
        "runner_up": (known.runner_up or None) if known else None,
        "runner_up_score": known.runner_up_score if known and known.runner_up else None,
        "words": list(known.words) if known else [],
    }


def _report_as_json(report: ImportReport) -> dict[str, object]:
    paths = {
        "created": report.created,
        "updated": report.updated,
        "kept": report.kept,
        "conflicts": report.conflicts,
        "deleted": report.deleted,
        "vanished": report.vanished,
        "new_topics": report.new_topics,
    }
    return {
        "documents": report.documents,
        "essays": report.essays,
        "posts": report.posts,
        "topics": report.topics,
        "unchanged": report.unchanged,
        "repeats": len(report.repeats),
        **{name: len(found) for name, found in paths.items()},
        "paths": {name: [str(path) for path in found] for name, found in paths.items()},
    }


def _with_fate(plan: ImportPlan, action: PageAction) -> tuple[PurePosixPath, ...]:
    return _in_content(page.path for page in plan.pages if page.action == action)


def _topics_with_fate(plan: ImportPlan, action: PageAction) -> tuple[PurePosixPath, ...]:
    return _in_content(page.path for page in plan.topic_pages if page.action == action)


def _in_content(paths: Iterable[PurePosixPath]) -> tuple[PurePosixPath, ...]:
    return tuple("content" / path for path in paths)
