"""Formats that are no text at all, told from their first bytes."""

from __future__ import annotations

_MAGIC = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE document"),
    (b"{\\rtf", "RTF"),
    (b"%!PS", "PostScript"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"OggS", "Ogg"),
    (b"ID3", "MP3"),
    (b"wOFF", "WOFF"),
    (b"wOF2", "WOFF"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x00asm", "WebAssembly"),
)
_UTF_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROL = bytes([*range(9), *range(14, 27), *range(28, 32)])  # all but white space and escape
# Share of control characters in the first two kilobytes from which a source is no text. Text has
# none, or a stray few; compressed data has 11 %.
_CONTROL_SHARE = 0.05


def binary_format(data: bytes) -> str:
    """The name of the binary format that data begin with; empty for what may be text."""
    head = data[:2048]
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if b"%PDF-" in head[:1024].lstrip()[:32]:
        return "PDF"
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return head[8:12].decode("ascii").strip()
    if head[4:8] == b"ftyp":
        return "MPEG-4"
    if head.startswith(_UTF_MARKS):
        return ""
    control = len(head) - len(head.translate(None, _CONTROL))
    nul = head.count(0)
    if control - nul > _CONTROL_SHARE * len(head):
        return "binary data"
    # NULs in every second place are UTF-16; strewn about they are not.
    half = max(1, len(head) // 2)
    skew = abs(head[0::2].count(0) - head[1::2].count(0)) / half
    if nul > _CONTROL_SHARE * len(head) and skew < 0.2 and nul != len(head):
        return "binary data"
    return ""
