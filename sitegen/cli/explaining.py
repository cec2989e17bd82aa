"""Prints why each document of an import is in its topic."""

from collections.abc import Iterator, Mapping

import click

from sitegen.importer import ImportPlan, PlannedPage
from sitegen.text.labels import label_of
from sitegen.topics import Placement


def print_reasons(plan: ImportPlan) -> None:
    """Prints each document's topic, score, runner-up and the words that decided, to stdout.

    One whose page stands already was not grouped this time, and stays in its topic.
    """
    for page in plan.pages:
        click.echo("\n".join(_lines(page, plan)))
    click.echo()


def _lines(page: PlannedPage, plan: ImportPlan) -> Iterator[str]:
    titles = {topic.slug: topic.title for topic in plan.topics}
    yield label_of(page.document.text)
    if page.topic:
        placement = plan.placements.get(page.document.id)
        reason = _reason(placement, titles) if placement else ", where its page stands"
        yield f"    {titles.get(page.topic, page.topic)}{reason}"


def _reason(placement: Placement, titles: Mapping[str, str]) -> str:
    if placement.by_command:
        return ", as your command says"
    if not placement.score:
        return ""
    second = titles.get(placement.runner_up, placement.runner_up)
    before = f", before {second} {placement.runner_up_score:.2f}" if second else ""
    words = f": {', '.join(placement.words)}" if placement.words else ""
    return f" {placement.score:.2f}{before}{words}"
