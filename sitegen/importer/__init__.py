"""From a dump to pages under ``content/``, as often as the dump changes, without losing an edit."""

from sitegen.importer.apply import apply_import
from sitegen.importer.page_actions import PageAction, PlannedPage
from sitegen.importer.plan import ImportPlan, plan_import
from sitegen.importer.report import ImportReport, plan_as_json, report_of
from sitegen.importer.topic_pages import PlannedTopicPage

__all__ = [
    "ImportPlan",
    "ImportReport",
    "PageAction",
    "PlannedPage",
    "PlannedTopicPage",
    "apply_import",
    "plan_as_json",
    "plan_import",
    "report_of",
]
