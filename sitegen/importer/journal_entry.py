"""Records an import in the journal of the editor's acts, as one act that can be undone."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from sitegen.configuration.settings import Config
from sitegen.curation.changes import (
    StoredChange,
    digest_of_content,
    digest_of_file,
    read_file_state,
)
from sitegen.curation.curator import Curator
from sitegen.curation.library import read_library
from sitegen.importer.ledger import LEDGER_NAME
from sitegen.importer.plan import ImportPlan
from sitegen.topics.profile_file import PROFILES_NAME

_MOST_NAMED = 3
"""So many dumps are named in the journal, of more only the first."""


class JournalEntry:
    """The entry of an import, which is made before it writes and added before the ledger is.

    An import that is killed has none: it is completed by being run again.
    """

    def __init__(self, plan: ImportPlan, config: Config) -> None:
        """Reads what is in the files that the import replaces or removes.

        Raises:
            ContentError: the journal cannot be read; better now than when the pages are written.
        """
        self._plan = plan
        self._root, self._content = config.root, config.content
        self._curator = Curator(config.root, lambda: read_library(config.root))
        updated = (page.path for page in plan.writes if page.action == "updated")
        removed = (page.path for page in plan.vanished if page.is_removed)
        own = (PurePosixPath(PROFILES_NAME), PurePosixPath(LEDGER_NAME))
        files = [self._content / path for path in (*updated, *removed, *own)]
        self._curator.history()
        self._before = {file: read_file_state(file) for file in files}

    def add(self, media: Iterable[Path], ledger: bytes) -> None:
        """Adds it to the journal, unless the import changes nothing.

        Args:
            media: the files that the import brought to ``content/media/``.
            ledger: the ledger that the import is about to write.

        Raises:
            SitegenError: the journal cannot be read or written.
        """
        after = dict.fromkeys(self._before, "")
        after |= {file: digest_of_file(file) for file in media}
        after[self._content / PROFILES_NAME] = digest_of_file(self._content / PROFILES_NAME)
        after |= {self._content / p.path: digest_of_content(p.data) for p in self._plan.writes}
        after[self._content / LEDGER_NAME] = digest_of_content(ledger)
        changes = tuple(self._changes(after.items()))
        if changes:
            changed = {self._root / change.path for change in changes}
            replaced = (data for file, (data, _) in self._before.items() if file in changed)
            self._curator.record(self._what(), changes, filter(None, replaced))

    def _changes(self, after: Iterable[tuple[Path, str]]) -> Iterator[StoredChange]:
        for file, digest in after:
            data, mode = self._before.get(file, (None, None))
            path = file.relative_to(self._root).as_posix()
            change = StoredChange(path, digest_of_content(data), digest, mode)
            if change.before != change.after:
                yield change

    def _what(self) -> str:
        names = [*self._plan.read.documents]
        more = len(names) - 1 if len(names) > _MOST_NAMED else 0
        dumps = f"{names[0]} and {more:,} more" if more else ", ".join(names)
        actions = Counter(page.action for page in self._plan.pages)
        counts = {
            "created": actions["created"],
            "updated": actions["updated"],
            "removed": sum(page.is_removed for page in self._plan.vanished),
        }
        done = ", ".join(f"{count:,} {word}" for word, count in counts.items() if count)
        return f"Import {dumps}" + (f": {done}" if done else "")
