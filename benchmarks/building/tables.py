"""The measurements as Markdown: absolute, and relative to Hugo in the same run."""

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.building.builds import Figures
from benchmarks.building.generators import HUGO
from benchmarks.building.serving import Served, median_and_worst
from benchmarks.building.starting import Start

_ABSENT = "–"
_MEGABYTE = 1_000_000
_GOALS_OF_SERVER = {1_000: "median 50 ms"}
_GOAL_OF_SERVER = "median 100 ms, worst 250 ms"
_GOAL_OF_START = 0.12


def builds_table(figures: Figures, names: Sequence[str]) -> str:
    """Builds of one size, a column for each generator."""
    files = {name: f"{count:,}" for name, count in figures.files.items()}
    rows = [
        ("cold build", _seconds(figures.cold), "0.75 plain, 1.2 default, 1.3 wire"),
        ("its processor time", _seconds(figures.processor), ""),
        ("peak memory of it", _megabytes(figures.memory), "at most 0.45"),
        ("files written", files, ""),
        ("nothing changed, new process", _seconds(figures.unchanged), "at most 0.06"),
        ("one post edited, new process", _seconds(figures.edited), "at most 0.12"),
    ]
    lines = [
        [what, *(cells.get(name, _ABSENT) for name in names), goal] for what, cells, goal in rows
    ]
    return _table([f"{figures.posts:,} posts", *names, "goal, against Hugo"], lines)


def growth_table(small: Figures, large: Figures, names: Sequence[str]) -> str:
    """Cold builds of a large site, relative to a small one by the same generator."""
    growth = {
        name: f"{seconds / large.posts / (small.cold[name] / small.posts):.2f}"
        for name, seconds in large.cold.items()
        if name in small.cold
    }
    rows = [
        ("cold build", _seconds(large.cold), ""),
        (f"time per post, against {small.posts:,} posts", growth, "at most 1.2"),
        ("peak memory", _megabytes(large.memory), "at most 700 MB"),
    ]
    lines = [
        [what, *(cells.get(name, _ABSENT) for name in names), goal] for what, cells, goal in rows
    ]
    return _table([f"{large.posts:,} posts", *names, "goal"], lines)


def stages_table(posts: int, stages: Mapping[str, Mapping[str, float]]) -> str:
    """The processor time of each stage of a cold build in one process, a column for each site."""
    names = list(stages)
    rows = next(iter(stages.values()), {})
    lines = [[stage, *(f"{stages[name][stage]:.2f} s" for name in names)] for stage in rows]
    lines.append(["all", *(f"{sum(stages[name].values()):.2f} s" for name in names)])
    return _table([f"processor time, {posts:,} posts, one process", *names], lines)


def servers_table(served: Mapping[str, Sequence[Served]]) -> str:
    """The time from a save to the served page, a line for each server and size."""
    lines = [
        [
            name,
            f"{one.posts:,}",
            str(len(one.to_page)),
            _median_and_worst(one.to_event),
            _median_and_worst(one.to_page),
            str(one.stale),
            _GOALS_OF_SERVER.get(one.posts, _GOAL_OF_SERVER) if one.to_event else "",
        ]
        for name, measured in served.items()
        for one in measured
    ]
    head = ["server", "posts", "edits", "save to reload event", "save to served page"]
    return _table([*head, "stale pages", "goal, to the event"], lines)


def start_lines(start: Start) -> Iterator[str]:
    """The figures of ``sitegen --version``."""
    heavy = ", ".join(start.heavy) or "none"
    milliseconds = 1000 * start.seconds
    yield f"`sitegen --version`: {milliseconds:.0f} ms (goal: 120 ms); heavy imports: {heavy}"
    if start.heavy or start.seconds > _GOAL_OF_START:
        yield "Longest imports: " + ", ".join(
            f"{name} {us / 1000:.1f} ms" for name, us in start.longest
        )


def import_table(posts: int, size: int, seconds: Mapping[str, float]) -> str:
    """An import by stage."""
    stages = {**seconds, "all": sum(seconds.values())}
    lines = [
        [stage, f"{taken:.2f} s", f"{size / _MEGABYTE / taken:.2f}" if taken > 0 else _ABSENT]
        for stage, taken in stages.items()
    ]
    return _table([f"import of {posts:,} posts, {size / _MEGABYTE:.1f} MB", "time", "MB/s"], lines)


def _seconds(values: Mapping[str, float]) -> Mapping[str, str]:
    return {name: f"{value:.2f} s{_ratio(value, values)}" for name, value in values.items()}


def _megabytes(values: Mapping[str, int]) -> Mapping[str, str]:
    return {
        name: f"{value / _MEGABYTE:,.0f} MB{_ratio(value, values)}"
        for name, value in values.items()
    }


def _ratio(value: float, values: Mapping[str, float] | Mapping[str, int]) -> str:
    reference = values.get(HUGO.name)
    return f" ({value / reference:.2f})" if reference else ""


def _median_and_worst(values: tuple[float, ...]) -> str:
    if not values:
        return _ABSENT
    median, worst = (1000 * value for value in median_and_worst(values))
    return f"median {median:,.0f} ms, worst {worst:,.0f} ms"


def _table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    rule = ["---"] * len(head)
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *lines))
