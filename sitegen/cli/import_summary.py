"""What an import read, left out and lost, as lines for the terminal."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sitegen.cli.document_labels import label_of_document
from sitegen.importer import DumpsRead, ImportPlan, ImportReport
from sitegen.readers import INCLUDES, Lost, SourceRead
from sitegen.topics.placement import DOUBTFUL

_MOST_LINES = 12
"""How many rows of a count are shown."""
_MOST_LOST = 5
_MOST_DOUBTS = 7
_MOST_TOPICS = 5


def count_line(report: ImportReport) -> str:
    """How many essays and posts were read."""
    counts = [
        f"{count:,} {noun if count == 1 else noun + 's'}"
        for count, noun in ((report.essays, "essay"), (report.posts, "post"))
        if count
    ]
    return f"Read {' and '.join(counts) or 'nothing'}."


def filter_lines(plan: ImportPlan, *, need_dates: bool) -> Iterator[str]:
    """How many documents the filters left out; ``need_dates``: whether one is on dates."""
    read = [document for found in plan.read.documents.values() for document in found]
    if count := len(read) - len(plan.documents):
        undated = sum(document.date is None for document in read) if need_dates else 0
        rest = f": {undated:,} have no date, which --since and --until need" if undated else ""
        yield f"The filters left out {count:,} of {len(read):,}{rest}."


def plan_lines(plan: ImportPlan) -> Iterator[str]:
    """The numbers of documents by kind, month and author, if a dump has dates or authors."""
    documents = plan.documents
    if not any(document.date or document.author for document in documents):
        return
    titles = {topic.slug: topic.title for topic in plan.topics}
    kinds = Counter("link" if d.link else "thread" if d.thread else d.kind for d in documents)
    yield from _table("By kind", kinds)
    months = Counter(d.date.strftime("%Y-%m") if d.date else "no date" for d in documents)
    yield from _table("By month", dict(sorted(months.items(), reverse=True)))
    yield from _table("By author", _by_size(Counter(d.author or "no author" for d in documents)))
    topics = Counter(titles.get(page.topic or "", "no topic") for page in plan.pages)
    yield from _table("By topic", _by_size(topics))


def doubtful_topic_lines(plan: ImportPlan) -> Iterator[str]:
    """The new documents whose topic is doubtful, the most doubtful first, with the runner-up."""
    titles = {topic.slug: topic.title for topic in plan.topics}
    placed = [
        (assignment.probability, page, assignment)
        for page in plan.pages
        if page.action == "created" and (assignment := plan.assignments.get(page.document.id))
        if assignment.probability is not None
    ]
    doubtful = sorted((one for one in placed if one[0] < DOUBTFUL), key=lambda one: one[0])
    if not doubtful:
        return
    noun = "document" if len(placed) == 1 else "documents"
    yield f"{len(doubtful):,} of {len(placed):,} {noun} with a topic may belong elsewhere:"
    for probability, page, assignment in doubtful[:_MOST_DOUBTS]:
        topic = titles.get(assignment.topic, assignment.topic)
        second = titles.get(assignment.runner_up, assignment.runner_up)
        other = f", or {second}" if second else ""
        yield f"  {probability:.0%} {topic}{other}: {label_of_document(page.document)}"
    if len(doubtful) > _MOST_DOUBTS:
        yield f"  and {len(doubtful) - _MOST_DOUBTS:,} more: --json names them all"
    if len(doubtful) > max(_MOST_DOUBTS, len(placed) // 2):
        yield from _doubtful_topics(
            [(each[0], titles.get(each[2].topic, each[2].topic)) for each in placed]
        )
        yield "  Most are guesses: declare topics under [[topics]], or move posts in the preview"


def _doubtful_topics(placed: Sequence[tuple[float, str]]) -> Iterator[str]:
    """How many posts are probably in the right topic, and the topics to check first.

    Args:
        placed: for each post the probability that its topic is right, and the topic's title.
    """
    by_topic: dict[str, list[float]] = defaultdict(list)
    for probability, title in placed:
        by_topic[title].append(probability)
    right = round(sum(probability for probability, _ in placed))
    yield f"  About {right:,} of {len(placed):,} are in the right topic. Check these topics first:"
    order = sorted(by_topic, key=lambda title: sum(by_topic[title]) / len(by_topic[title]))
    for title in order[:_MOST_TOPICS]:
        number = len(by_topic[title])
        share = sum(by_topic[title]) / number
        yield f"  {share:.0%} of {number:,} {'post' if number == 1 else 'posts'} under {title}"


def reading_lines(read: DumpsRead) -> Iterator[str]:
    """What was left out, merged and lost, and what a format cannot tell."""
    for source in read.sources:
        yield from _source_lines(source, named=len(read.sources) > 1)
    if read.merged:
        yield f"Merged {read.merged:,} that an earlier dump holds too."


def _source_lines(source: SourceRead, *, named: bool) -> Iterator[str]:
    where = f"{source.name}: " if named else ""
    if source.included:
        yield f"{where}Included on request: {_counts(source.included)}."
    if source.left_out:
        yield f"{where}Left out {_counts(source.left_out)}.{_hint(source)}"
    if source.lost:
        yield f"{where}Lost:"
        yield from _lost_lines(source.lost)
    if source.unread:
        count = len(source.unread)
        files = "file" if count == 1 else "files, such as"
        yield f"{where}Not opened: {count:,} {files} {source.unread[0]}."
    yield from (f"{where}{remark}" for remark in source.remarks)


def _hint(source: SourceRead) -> str:
    words = [word for word, reason in INCLUDES.items() if reason in source.can_be_included]
    if not words:
        return ""
    count = sum(source.left_out[reason] for reason in source.can_be_included)
    which = "them" if count == sum(source.left_out.values()) else f"{count:,} of them"
    return f" To import {which}: --include {','.join(words)}"


def _lost_lines(lost: tuple[Lost, ...]) -> Iterator[str]:
    kinds = Counter((each.what, each.why) for each in lost)
    places = {(each.what, each.why): each.where for each in reversed(lost)}
    for (what, why), count in kinds.most_common(_MOST_LOST):
        times = f"{count:,} × " if count > 1 else ""
        yield f"  {times}{what}, {places[what, why]}: {why}"
    if len(kinds) > _MOST_LOST:
        yield f"  and {len(kinds) - _MOST_LOST:,} more: --json names them all"


def _counts(counts: Mapping[str, int]) -> str:
    parts = [f"{count:,} ({reason})" for reason, count in counts.items()]
    return ", ".join(parts)


def _by_size(counts: Counter[str]) -> dict[str, int]:
    return dict(counts.most_common())


def _table(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    yield f"{title}:"
    rows = list(counts.items())
    yield from (f"  {count:>6,}  {name}" for name, count in rows[:_MOST_LINES])
    if len(rows) > _MOST_LINES:
        rest = sum(count for _, count in rows[_MOST_LINES:])
        yield f"  {rest:>6,}  in {len(rows) - _MOST_LINES:,} more"
