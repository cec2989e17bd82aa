"""Reports what an import did or would do, also as JSON."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath

from sitegen.importer.composing import title_of
from sitegen.importer.page_actions import PageAction, PlannedPage
from sitegen.importer.plan import ImportPlan
from sitegen.importer.reading import DumpsRead
from sitegen.topics import TopicAssignment


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """The number of documents, and what the import did with the pages.

    Paths are relative to the digest's folder: ``content/essays/a.md``.
    """

    essays: int
    posts: int
    topics: int
    unchanged: int
    created: tuple[PurePosixPath, ...]
    updated: tuple[PurePosixPath, ...]
    """Pages that the editor has not changed; those of declared topics come last."""
    kept: tuple[PurePosixPath, ...]
    """Pages that the editor changed."""
    conflicts: tuple[PurePosixPath, ...]
    """Pages that changed both in the dump and by the editor, whose version is kept."""
    deleted: tuple[PurePosixPath, ...]
    """The last paths of pages that the editor deleted; they are not restored."""
    vanished: tuple[PurePosixPath, ...]
    """Pages of documents that are no longer in the dump; they stay."""
    withheld: tuple[PurePosixPath, ...]
    """Pages that show what the dump does not have as public any more; they stay."""
    removed: tuple[PurePosixPath, ...]
    """Those that nobody changed, and that were asked to be removed or whose text is in others."""
    new_topics: tuple[PurePosixPath, ...]
    """The pages of new topics."""
    repeats: tuple[tuple[PurePosixPath, PurePosixPath], ...]
    """New pages that nearly repeat another page, each with the other."""

    @property
    def documents(self) -> int:
        """The number of documents in the dump."""
        return self.essays + self.posts


def report_of(plan: ImportPlan) -> ImportReport:
    """The report of a plan."""
    kept = [page for page in plan.vanished if not page.is_removed]
    return ImportReport(
        essays=sum(document.kind == "essay" for document in plan.documents),
        posts=sum(document.kind == "post" for document in plan.documents),
        topics=len(plan.topics),
        unchanged=len(_pages_with(plan, "unchanged")),
        created=_pages_with(plan, "created"),
        updated=(*_pages_with(plan, "updated"), *_topic_pages_with(plan, "updated")),
        kept=_pages_with(plan, "kept"),
        conflicts=_pages_with(plan, "conflict"),
        deleted=_pages_with(plan, "deleted"),
        vanished=_in_content(page.path for page in kept if not page.is_withheld),
        withheld=_in_content(page.path for page in kept if page.is_withheld),
        removed=_in_content(page.path for page in plan.vanished if page.is_removed),
        new_topics=_topic_pages_with(plan, "created"),
        repeats=tuple(
            ("content" / page.path, "content" / plan.repeats[page.document.id])
            for page in plan.pages
            if page.action == "created" and page.document.id in plan.repeats
        ),
    )


def plan_as_json(plan: ImportPlan) -> dict[str, object]:
    """The plan as an object for ``json.dumps``."""
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
        "report": _report_as_json(report_of(plan)) | _reading_as_json(plan.read),
        "warnings": [*(str(warning) for warning in plan.warnings), *_remarks(plan.read)],
    }


def _remarks(read: DumpsRead) -> list[str]:
    """What the readers say of their formats, such as what these cannot tell."""
    return list(dict.fromkeys(text for source in read.sources for text in source.remarks))


def _document_as_json(page: PlannedPage, plan: ImportPlan) -> dict[str, object]:
    document = page.document
    assignment = plan.assignments.get(document.id)
    repeats = plan.repeats.get(document.id)
    return {
        "id": document.id,
        "kind": document.kind,
        "topic": page.topic,
        "title": title_of(document) if document.kind == "essay" else document.title,
        "author": document.author,
        "date": document.date.isoformat() if document.date else None,
        "source": document.source,
        "link": document.link._asdict() if document.link else None,
        "tags": list(document.tags),
        "lang": document.lang,
        "media": [medium.name for medium in document.media],
        "thread": document.thread._asdict() if document.thread else None,
        "warning": document.warning,
        "lines": list(document.place.lines) if document.place.lines else None,
        "text": document.text,
        "confidence": document.confidence,
        "by": _assigned_by(page, assignment),
        **_reason_as_json(assignment),
        "page": str("content" / page.path),
        "repeats": str("content" / repeats) if repeats else None,
    }


def _assigned_by(page: PlannedPage, assignment: TopicAssignment | None) -> str | None:
    """What assigned a document to its topic; None for one without a topic."""
    if assignment is None:
        return "content" if page.topic else None
    return assignment.by


def _reason_as_json(assignment: TopicAssignment | None) -> dict[str, object]:
    """The reasons for a document's topic: those of a language model, or of its meaning."""
    reason = assignment if assignment and assignment.by == "meaning" else None
    return {
        "reason": (assignment.reason or None) if assignment else None,
        "score": reason.score if reason else None,
        "runner_up": (reason.runner_up or None) if reason else None,
        "runner_up_score": reason.runner_up_score if reason and reason.runner_up else None,
        "topic_confidence": reason.probability if reason else None,
        "words": list(reason.words) if reason else [],
    }


def _report_as_json(report: ImportReport) -> dict[str, object]:
    paths = {
        "created": report.created,
        "updated": report.updated,
        "kept": report.kept,
        "conflicts": report.conflicts,
        "deleted": report.deleted,
        "vanished": report.vanished,
        "withheld": report.withheld,
        "removed": report.removed,
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


def _reading_as_json(read: DumpsRead) -> dict[str, object]:
    """What the readers read, left out and lost."""
    formats = [name for source in read.sources for name in source.formats]
    return {
        "format": formats[0] if len(formats) == 1 else formats,
        "read": sum(len(source.documents) for source in read.sources),
        "left_out": read.left_out,
        "merged": read.merged,
        "lost": [asdict(lost) for source in read.sources for lost in source.lost],
    }


def _pages_with(plan: ImportPlan, action: PageAction) -> tuple[PurePosixPath, ...]:
    return _in_content(page.path for page in plan.pages if page.action == action)


def _topic_pages_with(plan: ImportPlan, action: PageAction) -> tuple[PurePosixPath, ...]:
    return _in_content(page.path for page in plan.topic_pages if page.action == action)


def _in_content(paths: Iterable[PurePosixPath]) -> tuple[PurePosixPath, ...]:
    return tuple("content" / path for path in paths)
