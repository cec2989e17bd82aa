"""Media files whose metadata hold the word of a place, for tests that it is gone."""

import io
import struct
import zlib

from PIL import Image, ImageDraw

PLACE = b"Canary Wharf"


def exif(orientation: int = 1) -> bytes:
    """Exif that names a place and a device."""
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x010F] = PLACE.decode()
    found[0x9286] = PLACE.decode()
    return found.tobytes()


def picture(width: int = 24, height: int = 16) -> Image.Image:
    """A picture with a red corner at the top left."""
    drawn = Image.new("RGB", (width, height), (20, 60, 200))
    ImageDraw.Draw(drawn).rectangle((0, 0, width // 3, height // 3), fill=(220, 30, 30))
    return drawn


def jpeg(orientation: int = 1, *, size: tuple[int, int] = (24, 16), profile: bytes = b"") -> bytes:
    file = io.BytesIO()
    extra = {"icc_profile": profile} if profile else {}
    picture(*size).save(file, "JPEG", exif=exif(orientation), comment=PLACE, **extra)
    data = file.getvalue()
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x>" + PLACE
    iptc = b"Photoshop 3.0\0" + PLACE
    added = b"".join(
        b"\xff" + marker + struct.pack(">H", len(content) + 2) + content
        for marker, content in ((b"\xe1", xmp), (b"\xed", iptc), (b"\xe2", b"FPXR\0" + PLACE))
    )
    return data[:2] + added + data[2:] + b"\xff\xd8" + PLACE


def png(orientation: int = 1) -> bytes:
    file = io.BytesIO()
    picture().save(file, "PNG")
    data = file.getvalue()
    chunks = b"".join(
        png_chunk(name, content)
        for name, content in (
            (b"tEXt", b"Location\0" + PLACE),
            (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + PLACE),
            (b"zTXt", b"Comment\0\0" + zlib.compress(PLACE)),
            (b"tIME", b"\x07\xe8\1\1\1\1\1"),
            (b"eXIf", exif(orientation).removeprefix(b"Exif\0\0")),
            (b"prIv", PLACE),
        )
    )
    return data[:33] + chunks + data[33:] + PLACE


def png_chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))


def webp(orientation: int = 1) -> bytes:
    file = io.BytesIO()
    picture().save(file, "WEBP", lossless=True, exif=exif(orientation), xmp=PLACE)
    data = file.getvalue() + b"PRIV" + struct.pack("<I", len(PLACE)) + PLACE
    return data[:4] + struct.pack("<I", len(data) - 8) + data[8:]


def gif() -> bytes:
    file = io.BytesIO()
    frames = [picture(), picture().rotate(180)]
    frames[0].save(
        file, "GIF", save_all=True, append_images=frames[1:], comment=PLACE, loop=0, duration=50
    )
    data = file.getvalue()
    xmp = b"\x21\xff\x0bXMP DataXMP" + bytes((len(PLACE),)) + PLACE + b"\0"
    return data[:-1] + xmp + b"\x3b" + PLACE


def svg() -> bytes:
    return (
        b'<?xml version="1.0"?><!-- Canary Wharf --><!DOCTYPE svg PUBLIC "a" "b.dtd">'
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="s" viewBox="0 0 4 4" '
        b'sodipodi:docname="Canary Wharf" onload="a()"><metadata>Canary Wharf</metadata>'
        b'<script>Canary Wharf</script><rect width="4" height="4" fill="red"/>'
        b'<image href="https://elsewhere.example/Canary Wharf.png"/><text>A &amp; B</text></svg>'
    )


def box(name: bytes, *contents: bytes) -> bytes:
    """A box of an MP4 file."""
    content = b"".join(contents)
    return struct.pack(">I", len(content) + 8) + name + content


def mp4(brand: bytes = b"isom", handler: bytes = b"vide") -> bytes:
    place = box(b"udta", box(b"\xa9xyz", PLACE), box(b"meta", PLACE))
    name = box(b"hdlr", bytes(8) + handler + PLACE)
    film = box(b"avc1", bytes(42), PLACE.ljust(32, b"\0"), bytes(4))
    tables = box(b"stbl", box(b"stsd", bytes(7) + b"\1", film), box(b"stco", b"tables"))
    media = box(b"mdia", name, box(b"minf", box(b"vmhd"), tables))
    return b"".join(
        (
            box(b"ftyp", brand, bytes(4)),
            box(b"moov", box(b"mvhd", b"times"), box(b"trak", box(b"tkhd"), media, place), place),
            box(b"mdat", b"frames"),
            box(b"uuid", PLACE),
        )
    )


def avif(*, is_drawing: bool = False) -> bytes:
    file = io.BytesIO()
    drawn = picture(64, 48)
    drawn.convert("RGBA" if is_drawing else "RGB").save(file, "AVIF", exif=exif(), xmp=PLACE)
    return file.getvalue() + box(b"uuid", PLACE)


def id3(content: bytes = PLACE) -> bytes:
    return b"ID3\4\0\0\0\0\0" + bytes((len(content),)) + content


def mp3() -> bytes:
    return id3() + b"\xff\xfb\x90\0" + b"sound" * 40 + b"TAG" + PLACE.ljust(125, b"\0")


def flac() -> bytes:
    blocks = b"\0\0\0\x22" + bytes(34) + b"\x84" + struct.pack(">I", len(PLACE))[1:] + PLACE
    return b"fLaC" + blocks + b"\xff\xf8" + b"sound" * 40


def wav() -> bytes:
    chunks = b"".join(
        name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
        for name, content in ((b"fmt ", bytes(16)), (b"LIST", b"INFO" + PLACE), (b"data", b"sound"))
    )
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WAVE" + chunks


def ogg_page(content: bytes, number: int) -> bytes:
    sizes = bytes([255] * (len(content) // 255) + [len(content) % 255])
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, 0, 0, 1, number, 0, len(sizes))
    return head + sizes + content


def ogg() -> bytes:
    comments = b"OpusTags" + struct.pack("<I", 4) + b"test" + struct.pack("<II", 1, 12) + PLACE
    pages = (b"OpusHead" + bytes(11), comments, b"sound" * 60)
    return b"".join(ogg_page(content, number) for number, content in enumerate(pages))


def element(name: bytes, content: bytes, *, has_size: bool = True) -> bytes:
    """An element of a Matroska file; without a size as browsers record them."""
    size = (1 << 56 | len(content)).to_bytes(8, "big") if has_size else b"\x01" + b"\xff" * 7
    return name + size + content


def webm(track_type: int = 1, *, has_sizes: bool = True, kind: bytes = b"webm") -> bytes:
    info = element(b"\x2a\xd7\xb1", b"\x0f\x42\x40") + element(b"\x57\x41", b"at " + PLACE)
    info += element(b"\x7b\xa9", PLACE) + b"\xec\x80" + element(b"\xec", PLACE)
    track = element(b"\x83", bytes((track_type,))) + element(b"\x53\x6e", PLACE)
    block = element(b"\xe7", b"\x00") + element(b"\xa3", b"\x81\x00\x00\x80film")
    content = element(b"\x15\x49\xa9\x66", info)
    content += element(b"\x16\x54\xae\x6b", element(b"\xae", track))
    content += 2 * element(b"\x1f\x43\xb6\x75", block, has_size=has_sizes)
    content += element(b"\x12\x54\xc3\x67", PLACE) + element(b"\x19\x41\xa4\x69", PLACE)
    head = element(b"\x1a\x45\xdf\xa3", b"\x42\x82" + bytes((0x80 | len(kind),)) + kind)
    return head + element(b"\x18\x53\x80\x67", content, has_size=has_sizes)
