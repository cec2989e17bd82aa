"""Makes documents, with stable ids, from the parts of a text."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.models import Document, DocumentKind, DumpPlace
from sitegen.readers.text.essays import find_title
from sitegen.readers.text.lines import Lines


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one document, with its kind and confidence."""

    lines: Lines
    kind: DocumentKind
    confidence: float


def make_documents(parts: Iterable[Part], text: Sequence[str], file: str) -> tuple[Document, ...]:
    """Makes a document of each part of a text.

    A document's id is a hash of its text, so that it does not depend on other documents. Where
    several have the same text, the hash of the second and later ones includes a counter.
    """
    earlier: Counter[str] = Counter()
    documents = []
    for part in parts:
        first, last = part.lines.firsts[0], part.lines.lasts[-1]
        content = "\n".join(text[first - 1 : last])
        documents.append(
            Document(
                id=_identify(content, earlier[content]),
                kind=part.kind,
                text=content,
                place=DumpPlace(file, (first, last)),
                confidence=round(part.confidence, 3),
                title=find_title(part.lines) if part.kind == "essay" else None,
            )
        )
        earlier[content] += 1
    return tuple(documents)


def _identify(text: str, earlier: int) -> str:
    marked = f"{text}\0{earlier}" if earlier else text
    return hashlib.sha256(marked.encode("utf-8", "surrogatepass")).hexdigest()[:10]
