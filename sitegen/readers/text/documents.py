"""Makes documents of the parts of a text."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.models import Document, DocumentKind, DumpPlace
from sitegen.readers.text.lines import Line
from sitegen.readers.text.regimes import find_title


@dataclass(frozen=True, slots=True)
class Part:
    """What becomes one document."""

    lines: Sequence[Line]
    kind: DocumentKind
    confidence: float


def make_documents(parts: Iterable[Part], text: Sequence[str], file: str) -> tuple[Document, ...]:
    """The documents of the parts of a text, which is given by its lines.

    A document's id is made from its text, so that it stays the same when other documents come or
    go; of documents with the same text, the second and later ones also count which one they are.
    """
    seen: Counter[str] = Counter()
    documents = []
    for part in parts:
        first, last = part.lines[0].first, part.lines[-1].last
        content = "\n".join(text[first - 1 : last])
        documents.append(
            Document(
                id=_identify(content, seen[content]),
                kind=part.kind,
                text=content,
                place=DumpPlace(file, (first, last)),
                confidence=round(part.confidence, 3),
                title=find_title(part.lines) if part.kind == "essay" else None,
            )
        )
        seen[content] += 1
    return tuple(documents)


def _identify(text: str, earlier: int) -> str:
    marked = f"{text}\0{earlier}" if earlier else text
    return hashlib.sha256(marked.encode("utf-8", "surrogatepass")).hexdigest()[:10]
