"""What a dump says not to be public, and which documents of other dumps that holds back."""

from collections.abc import Iterable

from sitegen.models import Document
from sitegen.readers.findings import Withheld
from sitegen.readers.web_addresses import normal_address


class WithheldItems:
    """Items that are not public."""

    def __init__(self, items: Iterable[Withheld]) -> None:
        listed = list(items)
        self._ids = {item.id for item in listed}
        addresses = {normal_address(item.source) for item in listed if item.source}
        self._addresses = {each for each in addresses if "/" in each or "?" in each}

    def hold(self, document: Document) -> bool:
        """Whether a document is one of them: by its id in the service, or by its address."""
        return (document.has_own_id and document.id in self._ids) or self.hold_address(document)

    def hold_address(self, document: Document) -> bool:
        """Whether a document has the address of one of them; that of a whole website is none."""
        source = document.source if self._addresses else None
        return source is not None and normal_address(source) in self._addresses
