"""Collects inline content into paragraphs, headings and blocks of code."""

from collections.abc import Callable

from sitegen.readers.html.blocks import Block, Code, Paragraph
from sitegen.readers.html.pieces import Link, Piece, Style, is_blank, normalize
from sitegen.readers.html.scripts import write_script

_INVISIBLE = "\u200b\ufeff\u00ad"


class Paragraphs:
    """The text that belongs to no finished block yet; ``emit`` receives each finished one."""

    def __init__(self, emit: Callable[[Block], None]) -> None:
        self.level = 0
        """The level of the heading that the text is; 0 for a paragraph."""
        self.link: Link | None = None
        self.is_verse = False
        """Whether line ends of the HTML are shown."""
        self.has_term = False
        """Whether the text is a term, which its definition follows on the next line."""
        self.follows_term = False
        """Whether a term and the line break after it are all of the text."""
        self._emit = emit
        self._scripts: list[str] = []
        """The open superscripts and subscripts, outermost first."""
        self._styles: dict[str, list[Style]] = {}
        self._counts: dict[Style, int] = {}
        """How many open inline elements have a style."""
        self._style = Style.NONE
        self._pieces: list[Piece] = []
        self._count = 0
        self._code: list[str] | None = None
        self._pre: list[str] | None = None
        self._language = ""

    @property
    def is_pre(self) -> bool:
        """Whether the text is a block of code."""
        return self._pre is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added since the last block."""
        return not self._pieces and self._code is None

    def add_text(self, text: str) -> None:
        """Adds text."""
        if self._scripts:
            text = write_script(text, self._scripts[-1])
        if self._pre is not None:
            self._pre.append(text)
        elif self._code is not None:
            if self._code and self._code[-1] == "\n":
                text = text.removeprefix("\n")  # the line end behind a line break
            self._code.append(text.replace("\n", " "))
        elif self.is_verse:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._add("break", "")
                self._add("text", line)
        elif self._pieces or not text.isspace():
            self._add("text", text)

    def open_script(self, name: str) -> None:
        """Begins a superscript or a subscript: ``sup`` or ``sub``."""
        self._scripts.append(name)

    def close_script(self) -> None:
        """Ends the innermost superscript or subscript."""
        if self._scripts:
            self._scripts.pop()

    def add_break(self) -> None:
        """Adds a line break."""
        if self._pre is not None:
            self._pre.append("\n")
        elif self._code is not None:
            self._code.append("\n")
        else:
            self._add("break", "")

    def add_piece(self, kind: str, text: str, address: str = "") -> None:
        """Adds a picture or the reference of a footnote."""
        if self._pre is None:
            self._leave_code()
            self._add(kind, text, address)

    def open_style(self, name: str, style: Style) -> None:
        """Begins an inline element."""
        self._styles.setdefault(name, []).append(style)
        self._count_style(style, 1)

    def close_style(self, name: str) -> None:
        """Ends an inline element, if one is open."""
        if styles := self._styles.get(name):
            self._count_style(styles.pop(), -1)

    def _count_style(self, style: Style, change: int) -> None:
        for each in style:
            self._counts[each] = self._counts.get(each, 0) + change
            self._style = self._style | each if self._counts[each] else self._style & ~each

    def set_link(self, link: Link | None) -> None:
        """Begins or ends a link."""
        is_code = self._code is not None
        self._leave_code()
        self.link = link
        if is_code:
            self._code = []

    def end_term(self) -> bool:
        """Begins the definition after a term on a new line; returns whether there is a term."""
        if not self.has_term or not self._pieces:
            return False
        self.add_break()
        self.has_term, self.follows_term = False, True
        return True

    def open_code(self, language: str) -> None:
        """Begins code within a line."""
        if self._pre is None and self._code is None:
            self._code, self._language = [], language

    def close_code(self) -> None:
        """Ends code within a line."""
        self._leave_code()

    def open_pre(self, language: str) -> None:
        """Begins a block of code."""
        self.flush()
        self._pre, self._language = [], language

    def set_language(self, language: str) -> None:
        """Names the language of the block of code."""
        self._language = self._language or language

    def end_line(self) -> None:
        """Ends a line of a block of code."""
        if self._pre and not self._pre[-1].endswith("\n"):
            self._pre.append("\n")

    def suspend(self) -> Callable[[], None]:
        """Ends all emphasis; returns what restores it."""
        saved = self._styles, self._counts, self._style, self.link, self.level

        def restore() -> None:
            self._styles, self._counts, self._style, self.link, self.level = saved

        self._styles, self._counts, self._style = {}, {}, Style.NONE
        self.link, self.level = None, 0
        return restore

    def flush(self) -> None:
        """Finishes the block."""
        self.has_term = self.follows_term = False
        if self._pre is not None:
            self._finish_pre()
        was_code = self._code is not None
        self._leave_code()
        if was_code:
            self._code = []
        self._finish_paragraph()

    def _add(self, kind: str, text: str, address: str = "") -> None:
        self.follows_term = False
        self._pieces.append(
            Piece(kind, text, self._style, self.link, address)  # type: ignore[arg-type]
        )

    def _leave_code(self) -> None:
        if self._code is None:
            return
        text = "".join(self._code)
        self._code = None
        if "\n" not in text.strip() or self.level:
            self._add_code(text.replace("\n", " "))
            return
        self._finish_paragraph()
        lines = (line.rstrip().replace("\xa0", " ") for line in text.strip("\n").split("\n"))
        self._emit(Code("\n".join(lines), self._language))
        self._language = ""

    def _add_code(self, code: str) -> None:
        """Adds code within a line, with the white space at its ends outside it."""
        if code[:1].isspace():
            self._add("text", " ")
        if code.strip():
            self._add("code", code.strip())
        if code[-1:].isspace():
            self._add("text", " ")

    def _finish_pre(self) -> None:
        text = "".join(self._pre or ()).replace("\r\n", "\n").replace("\r", "\n")
        self._pre = None
        lines = [line.rstrip() if line.isspace() else line for line in text.split("\n")]
        while lines and not lines[0]:
            lines.pop(0)
        while lines and not lines[-1]:
            lines.pop()
        if lines:
            self._emit(Code("\n".join(lines), self._language))
        self._language = ""

    def _finish_paragraph(self) -> None:
        if not self._pieces:
            return
        pieces, self._pieces = self._pieces, []
        for part in _split_at_blank_lines(normalize(pieces)):
            self._count += 1
            for piece in part:
                link = piece.link
                if link and link.block is None and piece.kind in ("text", "code"):
                    link.block = self._count if piece.text.strip() else None
            is_words = any(piece.kind != "image" for piece in part)
            self._emit(Paragraph(part, self._count, self.level if is_words else 0))


def _split_at_blank_lines(pieces: list[Piece]) -> list[list[Piece]]:
    """The parts of a paragraph between two or more line breaks that follow each other."""
    parts: list[list[Piece]] = [[]]
    for index, piece in enumerate(pieces):
        is_blank_line = piece.kind == "break" and index > 0 and pieces[index - 1].kind == "break"
        if is_blank_line:
            if parts[-1]:
                parts.append([])
        elif piece.kind != "break" or parts[-1]:
            parts[-1].append(piece)
    return [kept for part in parts if (kept := _without_outer_breaks(part))]


def _without_outer_breaks(pieces: list[Piece]) -> list[Piece]:
    while pieces and pieces[-1].kind == "break":
        pieces.pop()
    is_invisible = all(not piece.text.strip(_INVISIBLE) for piece in pieces if piece.kind == "text")
    has_other = any(piece.kind not in ("text", "break") for piece in pieces)
    return [] if is_blank(pieces) or (is_invisible and not has_other) else pieces
