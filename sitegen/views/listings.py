"""The variables of list pages: the archive, a month, an author, a tag, about the digest."""

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from sitegen.addresses import (
    author_address,
    month_address,
    page_count,
    search_address,
    tag_address,
    topic_address,
)
from sitegen.artifacts import Artifact, TemplateArtifact
from sitegen.content.archive import LIST_LENGTH, date_range, is_long
from sitegen.languages import Wording, format_month, format_year
from sitegen.models import Author, Month, Site, Tag
from sitegen.views.template_records import Context, Dump, Group, Listed, Pager, PageRef, Year


class Listings:
    """The lists of a site."""

    def __init__(
        self,
        site: Site,
        artifacts: Iterable[Artifact],
        wording: Wording,
        refs: Mapping[str, PageRef],
        page_size: int,
    ) -> None:
        self._site = site
        self._wording = wording
        self._refs = refs
        self._page_size = page_size
        planned = [artifact for artifact in artifacts if isinstance(artifact, TemplateArtifact)]
        months = {artifact.month for artifact in planned}
        authors = {artifact.author for artifact in planned}
        self._months = {month.slug: month for month in site.months if month.slug in months}
        self._authors = {author.slug: author for author in site.authors if author.slug in authors}
        tags = {artifact.tag for artifact in planned}
        self._tags = {tag.slug: tag for tag in site.tags if tag.slug in tags}

    def archive(self) -> Context:
        """The months, authors and tags; in a short digest, also all entries."""
        is_index = is_long(self._site) and self._months
        return {
            "groups": () if is_index else tuple(map(self._group, self._site.months)),
            "months": tuple(map(self._list_month, self._months.values())),
            "years": self._years(with_pages=not is_index),
            "authors": self._list_authors(),
            **self.tags(),
        }

    def month(self, artifact: TemplateArtifact) -> Context:
        """One page of a month, with the next and the previous month."""
        slugs = list(self._months)
        place = slugs.index(artifact.month)
        near = {
            name: self._list_month(self._months[slugs[other]])
            for name, other in (("newer", place - 1), ("older", place + 1))
            if 0 <= other < len(slugs)
        }
        month = self._months[artifact.month]
        return {
            "month": self._list_month(month),
            "newer": near.get("newer"),
            "older": near.get("older"),
            **self._page(
                month.members, artifact.number, LIST_LENGTH, lambda n: month_address(month.slug, n)
            ),
        }

    def author(self, artifact: TemplateArtifact) -> Context:
        """One page of an author."""
        author = self._authors[artifact.author]
        return {
            "author": _list_author(author),
            **self._page(
                author.members,
                artifact.number,
                LIST_LENGTH,
                lambda n: author_address(author.slug, n),
            ),
        }

    def tag(self, artifact: TemplateArtifact) -> Context:
        """One page of a tag."""
        tag = self._tags[artifact.tag]
        return {
            "tag": _list_tag(tag),
            **self._page(
                tag.members, artifact.number, self._page_size, lambda n: tag_address(tag.slug, n)
            ),
        }

    def tags(self) -> Context:
        """All tags that have a page."""
        return {"tags": tuple(map(_list_tag, self._tags.values()))}

    def search(self, artifact: TemplateArtifact) -> Context:
        """One page of the titles of everything that is searched, by topic."""
        first = (artifact.number - 1) * LIST_LENGTH
        shown = self._searched[first : first + LIST_LENGTH]
        total = page_count(len(self._searched), LIST_LENGTH)
        return {
            "groups": tuple(
                self._topic_group(slug, [page for _, page in group])
                for slug, group in groupby(shown, key=lambda entry: entry[0])
            ),
            "pager": make_pager(artifact.number, total, search_address, first=first + 1),
        }

    @functools.cached_property
    def _searched(self) -> Sequence[tuple[str, str]]:
        """The topic, if any, and the id of everything that is searched."""
        return [
            *(("", page.id) for page in self._site.essays),
            *((post.topic or "", post.id) for post in self._site.posts),
            *(("", page.id) for page in self._site.pages),
        ]

    def about(self) -> Context:
        """The dumps that the digest was imported from, its authors, and the range of its dates."""
        pages = (*self._site.essays, *self._site.posts)
        oldest, newest = date_range(page.date for page in pages if page.date)
        dumps = Counter(page.dump.file for page in pages if page.dump)
        return {
            "dumps": tuple(Dump(file, dumps[file]) for file in sorted(dumps)),
            "authors": self._list_authors(),
            "oldest": oldest,
            "newest": newest,
        }

    def _years(self, *, with_pages: bool) -> tuple[Year, ...]:
        """The years, newest first, then the group without a date."""
        return tuple(
            Year(
                year_title(months[0], self._wording),
                tuple(map(self._group, months)) if with_pages else (),
                tuple(self._list_month(month) for month in months if month.slug in self._months),
            )
            for _, group in groupby(self._site.months, key=lambda month: month.slug[:4])
            if (months := list(group))
        )

    def _group(self, month: Month) -> Group:
        return Group(
            month_title(month, self._wording),
            tuple(self._refs[page] for page in month.members),
            month_address(month.slug) if month.slug in self._months else None,
        )

    def _topic_group(self, slug: str, pages: Iterable[str]) -> Group:
        """Pages of a topic; without a topic, essays or further pages."""
        topic = next((topic for topic in self._site.topics if topic.slug == slug), None)
        return Group(
            topic.title if topic else "",
            tuple(self._refs[page] for page in pages),
            topic_address(slug) if topic else None,
        )

    def _list_month(self, month: Month) -> Listed:
        title = month_title(month, self._wording)
        return Listed(title, month_address(month.slug), len(month.members))

    def _list_authors(self) -> tuple[Listed, ...]:
        return tuple(map(_list_author, self._authors.values()))

    def _page(
        self, members: Sequence[str], number: int, size: int, address: Callable[[int], str]
    ) -> Context:
        shown = members[(number - 1) * size : number * size]
        return {
            "entries": tuple(self._refs[member] for member in shown),
            "pager": make_pager(
                number,
                page_count(len(members), size),
                address,
                first=(number - 1) * size + 1,
            ),
        }


def month_title(month: Month, wording: Wording) -> str:
    """The name of the month with a capital letter, for the start of a line: ``Marzo de 2023``."""
    if month.day is None:
        return wording.say("Without a date")
    title = format_month(month.day.date().replace(day=1), wording.language)
    return title[:1].upper() + title[1:]


def year_title(month: Month, wording: Wording) -> str:
    """The name of the month's year."""
    if month.day is None:
        return month_title(month, wording)
    return format_year(month.day.date(), wording.language)


def make_pager(number: int, total: int, address: Callable[[int], str], *, first: int) -> Pager:
    """The pager of page ``number`` of ``total``.

    ``address`` returns the address of a page by number. ``first`` is the position of the first
    entry of the page among all entries.
    """
    return Pager(
        number,
        total,
        address(number - 1) if number > 1 else None,
        address(number + 1) if number < total else None,
        first,
        address(1) if number > 2 else None,
        address(total) if number < total - 1 else None,
    )


def _list_author(author: Author) -> Listed:
    return Listed(author.name, author_address(author.slug), len(author.members))


def _list_tag(tag: Tag) -> Listed:
    return Listed(tag.name, tag_address(tag.slug), len(tag.members))
