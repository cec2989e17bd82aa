"""Imports a dump into pages under ``content/``, repeatedly, without losing the editor's changes.

The modules, in the order of the work:

- ``request``: what the editor asks for
- ``reading``, ``cleaning``, ``merging``, ``dump_age``: the documents of all dumps
- ``existing``, ``ledger``: read the pages that exist, and what earlier imports wrote
- ``state_before``: what these tell about the documents
- ``recognition``: recognises the dump and its documents, also after edits, by ``sketches``
- ``filtering``: the documents that the editor wants
- ``page_links``, ``former_places``, ``headings``: links between texts lead to their pages
- ``choosing_topics``: new documents get topics, with ``dump_language``, ``examples``, ``meaning``,
  ``grouping`` and ``locked_topics``
- ``composing``, ``page_paths``: the text and the path of each page
- ``preparing``: prepares new pages in another process while topics are chosen
- ``media``: the pictures, films and sounds of the dumps
- ``page_actions``, ``topic_pages``, ``vanished_pages``: whether to create, update, keep or remove
  each page; ``renamed_pages``: those that were renamed by hand
- ``profiles``: what posts are about, for the builds after the import
- ``duplicates``: documents that repeat another page; ``next_ledger``: the ledger afterwards
- ``plan``: all of this as a plan; ``report``: a summary of it; ``apply``: writes the pages
- ``journal_entry``: makes an import one act of the editor, which can be undone
- ``unfinished``: resumes an import that was interrupted
- ``config_errors``: errors that point to a setting
"""

from typing import TYPE_CHECKING

from sitegen.lazy_imports import lazily

if TYPE_CHECKING:
    from sitegen.importer.apply import apply_import
    from sitegen.importer.page_actions import PageAction, PlannedPage
    from sitegen.importer.plan import ImportPlan, plan_import
    from sitegen.importer.reading import DumpsRead
    from sitegen.importer.report import ImportReport, plan_as_json, report_of
    from sitegen.importer.request import Filters, ImportRequest
    from sitegen.importer.topic_pages import PlannedTopicPage

__all__ = [
    "DumpsRead",
    "Filters",
    "ImportPlan",
    "ImportReport",
    "ImportRequest",
    "PageAction",
    "PlannedPage",
    "PlannedTopicPage",
    "apply_import",
    "plan_as_json",
    "plan_import",
    "report_of",
]

# A check needs only the ledger.
__getattr__ = lazily(
    __name__,
    {
        "DumpsRead": "reading",
        "Filters": "request",
        "ImportPlan": "plan",
        "ImportReport": "report",
        "ImportRequest": "request",
        "PageAction": "page_actions",
        "PlannedPage": "page_actions",
        "PlannedTopicPage": "topic_pages",
        "apply_import": "apply",
        "plan_as_json": "report",
        "plan_import": "plan",
        "report_of": "report",
    },
)
