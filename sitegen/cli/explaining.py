"""Prints why each document of an import is in its topic."""

from collections.abc import Iterator, Mapping

import click

from sitegen.cli.document_labels import label_of_document
from sitegen.importer import ImportPlan, PlannedPage
from sitegen.topics import TopicAssignment


def print_reasons(plan: ImportPlan) -> None:
    """Prints each document's topic, score, runner-up and the words that decided, to stdout.

    A document that already has a page is not grouped again, and stays in its topic.
    """
    for page in plan.pages:
        click.echo("\n".join(_lines(page, plan)))
    click.echo()


def _lines(page: PlannedPage, plan: ImportPlan) -> Iterator[str]:
    titles = {topic.slug: topic.title for topic in plan.topics}
    yield label_of_document(page.document)
    if page.topic:
        assignment = plan.assignments.get(page.document.id)
        reason = _reason(assignment, titles) if assignment else ", where its page is"
        yield f"    {titles.get(page.topic, page.topic)}{reason}"


def _reason(assignment: TopicAssignment, titles: Mapping[str, str]) -> str:
    if assignment.by == "command":
        return ", as your command says"
    if assignment.by == "llm":
        return f", as your model says{': ' if assignment.reason else ''}{assignment.reason}"
    if not assignment.score:
        return ""
    second = titles.get(assignment.runner_up, assignment.runner_up)
    before = f", before {second} {assignment.runner_up_score:.2f}" if second else ""
    words = f": {', '.join(assignment.words)}" if assignment.words else ""
    return f" {assignment.score:.2f}{before}{words}"
