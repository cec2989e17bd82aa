"""Makes the fonts of cards: small subsets of Noto, without hints, as they are drawn large.

    pip install fonttools
    apt-get download fonts-noto-core fonts-noto-cjk     (Debian; unpack both by dpkg -x FILE FOLDER)
    python tools/fonts/make_fonts.py FOLDER sitegen/output_formats/cards/fonts

Writes a font for each family and group of scripts; ``coverage.json``, the ranges of characters
that each can draw; and ``kerning.json``, pairs of characters that stand closer together or further
apart, in thousandths of the size. With these, no text shaper is needed.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

_EUROPEAN = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x259, 0x259),
    (0x2BB, 0x2BC),
    (0x370, 0x52F),
    (0x1E00, 0x1FFF),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2070, 0x2094),
    (0x20A0, 0x20C0),
    (0x2100, 0x2122),
    (0x2150, 0x215E),
    (0x2190, 0x2199),
    (0x2200, 0x2265),
    (0x25CA, 0x25CC),
    (0xFB00, 0xFB04),
)
_HEBREW = ((0x5BE, 0x5BE), (0x5D0, 0x5F4), (0x20AA, 0x20AA))
_ARABIC = (
    (0x60C, 0x60C),
    (0x61B, 0x61F),
    (0x640, 0x640),
    (0x660, 0x66D),
    (0x6D4, 0x6D5),
    (0x6F0, 0x6F9),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFC),
)
"""Letters only in the forms that they have in words; a letter without such forms is not drawn."""
_ARMENIAN = ((0x530, 0x58F), (0xFB13, 0xFB17))
_GEORGIAN = ((0x10A0, 0x10FF), (0x1C90, 0x1CBF))
_KERNED = ((0x21, 0x17F), (0x386, 0x3CE), (0x400, 0x45F), (0x2010, 0x201E))
_LEAST_KERNING = 15
"""In thousandths of the size: less is not seen at any size of a card."""


def main(source: Path, target: Path) -> None:
    """Makes all fonts."""
    coverage, kerning = {}, {}
    jobs = (
        ("european-serif", "NotoSerif-Bold.ttf", _in(_EUROPEAN)),
        ("european-sans", "NotoSans-Bold.ttf", _in(_EUROPEAN)),
        ("hebrew-serif", "NotoSerifHebrew-Bold.ttf", _in(_HEBREW)),
        ("hebrew-sans", "NotoSansHebrew-Bold.ttf", _in(_HEBREW)),
        ("arabic-serif", "NotoNaskhArabic-Bold.ttf", _in(_ARABIC)),
        ("arabic-sans", "NotoSansArabic-Bold.ttf", _in(_ARABIC)),
        ("armenian-serif", "NotoSerifArmenian-Bold.ttf", _in(_ARMENIAN)),
        ("armenian-sans", "NotoSansArmenian-Bold.ttf", _in(_ARMENIAN)),
        ("georgian-serif", "NotoSerifGeorgian-Bold.ttf", _in(_GEORGIAN)),
        ("georgian-sans", "NotoSansGeorgian-Bold.ttf", _in(_GEORGIAN)),
        ("east-asian", "NotoSansCJK-Bold.ttc", _east_asian()),
    )
    for name, original, characters in jobs:
        [path] = source.rglob(original)
        font = TTFont(path, fontNumber=0, recalcTimestamp=False)
        file = f"{name}.{'otf' if 'CFF ' in font else 'ttf'}"
        if name.startswith("european"):
            kerning[file] = _by_left(_kerning(font))
        _cut(font, characters)
        font.save(target / file, reorderTables=True)
        coverage[file] = _ranges(font.getBestCmap())
    _write(target / "coverage.json", coverage)
    _write(target / "kerning.json", kerning)


def _write(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n")


def _in(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {code for first, last in ranges for code in range(first, last + 1)}


def _east_asian() -> set[int]:
    """The characters of JIS X 0208, of GB 2312 and Big 5 those in common use, and of KS X 1001."""
    wide = _in(((0x3000, 0x30FF), (0xFF01, 0xFFEE), (0x25A0, 0x25EF), (0x2605, 0x2606)))
    codes = (
        *_decoded("euc_jp", range(0xA1, 0xF5)),
        *_decoded("gb2312", range(0xB0, 0xD8)),
        *_decoded("big5", range(0xA4, 0xC7)),
        *_decoded("euc_kr", range(0xB0, 0xC9)),
    )
    return wide | {code for code in codes if code >= 0x2010}


def _decoded(encoding: str, first_bytes: Iterable[int]) -> Iterator[int]:
    for first in first_bytes:
        for second in range(0x40, 0xFF):
            text = bytes((first, second)).decode(encoding, "ignore")
            if len(text) == 1:
                yield ord(text)


def _cut(font: TTFont, characters: Iterable[int]) -> None:
    options = subset.Options()
    options.hinting = False
    options.desubroutinize = False
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 5, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG", "BASE", "VORG", "vhea", "vmtx", "meta"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=characters)
    worker.subset(font)


def _by_left(pairs: Iterable[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for left, right, value in sorted(pairs):
        if abs(value) >= _LEAST_KERNING:
            table.setdefault(left, {})[right] = value
    return table


def _kerning(font: TTFont) -> Iterator[tuple[str, str, int]]:
    """The pairs of characters that are kerned, with the distance in thousandths of the size."""
    cmap = font.getBestCmap()
    characters: dict[str, list[str]] = {}
    for code in sorted(_in(_KERNED) & cmap.keys()):
        characters.setdefault(cmap[code], []).append(chr(code))
    found = dict(_glyph_pairs(font, characters.keys()))
    for (left, right), value in found.items():
        thousandths = round(value * 1000 / font["head"].unitsPerEm)
        yield from (
            (one, other, thousandths) for one in characters[left] for other in characters[right]
        )


def _glyph_pairs(font: TTFont, glyphs: Iterable[str]) -> Iterator[tuple[tuple[str, str], int]]:
    """All pairs of glyphs; a later one overrides an earlier one."""
    table = font["GPOS"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "kern"
        for index in record.Feature.LookupListIndex
    }
    for index in sorted(lookups, reverse=True):
        for plain in reversed(table.LookupList.Lookup[index].SubTable):
            sub = plain.ExtSubTable if plain.LookupType == 9 else plain
            if sub.LookupType == 2:
                yield from _pairs(sub, set(glyphs))


def _pairs(sub: object, glyphs: set[str]) -> Iterator[tuple[tuple[str, str], int]]:
    covered = sub.Coverage.glyphs
    if sub.Format == 1:
        for left, pairs in zip(covered, sub.PairSet, strict=True):
            for record in pairs.PairValueRecord if left in glyphs else ():
                if record.SecondGlyph in glyphs and record.Value1:
                    yield (left, record.SecondGlyph), record.Value1.XAdvance
        return
    firsts, seconds = sub.ClassDef1.classDefs, sub.ClassDef2.classDefs
    for left in glyphs & set(covered):
        row = sub.Class1Record[firsts.get(left, 0)].Class2Record
        for right in glyphs:
            value = row[seconds.get(right, 0)].Value1
            if value:
                yield (left, right), getattr(value, "XAdvance", 0)


def _ranges(codes: Iterable[int]) -> list[list[int]]:
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ranges


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
