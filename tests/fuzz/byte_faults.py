"""Files spoiled byte by byte, as disks, editors and Excel spoil them (バイトの破損)."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.fuzz.files import Files

_PIECES = (
    b"\0",
    b"\xed\xa0\x80",
    b"\xed\xb0\x80",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff\0a",
    "住民課".encode("utf-16-le"),
    "住民課".encode("utf-16"),
    "税務課（予）".encode("cp932"),
    "税務課".encode("euc_jp"),
    "税務課".encode("iso2022_jp"),
    b"\x1b[31m",
    b"\x80",
    b"\xc0\xaf",
    b"\xf4\x90\x80\x80",
    b"\xf0\x9f\x8f\xaf",
    "\u3000".encode(),
    "：".encode(),
    "\u2028".encode(),
    "\u0085".encode(),
    "\u202e".encode(),
    "\ufeff".encode(),
    "\ufffe".encode(),
    b"\t",
    b"\r",
    b"\r\n\r",
    b"\v",
    b"\x7f",
    b"'",
    b'"',
    b"{",
    b"]",
    b"- ",
    b": ",
    b"#",
    b"%YAML 9.9\n",
    b"---\n",
    b"...\n",
    b"&a ",
    b"*a",
    b"!!python/object:os.system ",
    b"| ",
    b">-9",
    b"? ",
    b"<<: ",
    b"@",
    b"`",
    b"\\x00",
    b'"\\ud800"',
    b'"\\U0010ffff"',
)


def flip(random: Random, data: bytes) -> bytes:
    """Turn bits in a few bytes."""
    made = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        if made:
            made[random.randrange(len(made))] ^= 1 << random.randrange(8)
    return bytes(made)


def cut(random: Random, data: bytes) -> bytes:
    """Keep only the beginning."""
    return data[: random.randrange(len(data) + 1)]


def cut_out(random: Random, data: bytes) -> bytes:
    """Lose a stretch in the middle."""
    at = random.randrange(len(data) + 1)
    return data[:at] + data[at + random.choice((1, 3, 40, 400)) :]


def insert(random: Random, data: bytes) -> bytes:
    """Write odd bytes between others."""
    for _ in range(random.choice((1, 1, 2, 20))):
        at = random.randrange(len(data) + 1)
        data = data[:at] + random.choice(_PIECES) + data[at:]
    return data


def begin_oddly(random: Random, data: bytes) -> bytes:
    """Put odd bytes at the very beginning."""
    return random.choice(_PIECES) + data


def encode_otherwise(random: Random, data: bytes) -> bytes:
    """Write the whole file in another encoding."""
    text = data.decode("utf-8", "replace")
    encoding = random.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp932", "euc_jp", "iso2022_jp")
    )
    return text.encode(encoding, "replace")


def half_in_another_encoding(random: Random, data: bytes) -> bytes:
    """Write some lines in another encoding than the rest."""
    encoding = random.choice(("cp932", "euc_jp", "utf-16-le"))
    lines = data.split(b"\n")
    for place in random.sample(range(len(lines)), min(len(lines), 5)):
        lines[place] = (
            lines[place].decode("utf-8", "replace").encode(encoding, "replace")
        )
    return b"\n".join(lines)


def end_lines_otherwise(random: Random, data: bytes) -> bytes:
    """End every line, or each by chance, as another system does."""
    ends = random.choice(
        ((b"\r\n",), (b"\r",), (b"\r\n", b"\n", b"\r"), (b"\n", "\u2028".encode()))
    )
    lines = data.split(b"\n")
    return b"".join(line + random.choice(ends) for line in lines)


def repeat_lines(random: Random, data: bytes) -> bytes:
    """Write lines a second time, or very often."""
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    block = lines[at : at + random.choice((1, 2, 10))]
    lines[at:at] = block * random.choice((1, 1, 2, 300))
    return b"\n".join(lines)


def delete_lines(random: Random, data: bytes) -> bytes:
    """Lose a few lines."""
    lines = data.split(b"\n")
    for _ in range(random.choice((1, 1, 3))):
        at = random.randrange(len(lines)) if lines else 0
        del lines[at : at + 1]
    return b"\n".join(lines)


def swap_lines(random: Random, data: bytes) -> bytes:
    """Let two lines change places."""
    lines = data.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def indent_otherwise(random: Random, data: bytes) -> bytes:
    """Move a few lines to the right or left, with blanks or tabs."""
    lines = data.split(b"\n")
    for _ in range(random.choice((1, 1, 5))):
        at = random.randrange(len(lines))
        by = random.choice((b" ", b"  ", b"\t", "\u3000".encode(), b""))
        lines[at] = by + (
            lines[at].lstrip(b" ") if random.random() < 0.3 else lines[at]
        )
    return b"\n".join(lines)


def replace_character(random: Random, data: bytes) -> bytes:
    """Write one mark of YAML for another."""
    marks = b":-{}[],'\"#&*!|>%@`"
    found = [place for place, each in enumerate(data) if each in marks]
    if not found:
        return data
    at = random.choice(found)
    return data[:at] + bytes([random.choice(marks)]) + data[at + 1 :]


def empty(random: Random, data: bytes) -> bytes:
    """Leave nothing, or nothing that is seen."""
    return random.choice(
        (b"", b"\n", b" ", b"# \n", b"\0" * 4096, b"\xef\xbb\xbf", b"~")
    )


def noise(random: Random, data: bytes) -> bytes:
    """Put bytes by chance in the place of everything."""
    return random.randbytes(random.choice((1, 17, 300, 20000)))


KINDS: tuple[Callable[[Random, bytes], bytes], ...] = (
    *(flip, cut, cut_out, insert, insert, insert, begin_oddly),
    *(encode_otherwise, half_in_another_encoding, end_lines_otherwise),
    *(repeat_lines, delete_lines, delete_lines, swap_lines, indent_otherwise),
    *(replace_character, replace_character, empty, noise),
)


def spoil(random: Random, files: Files) -> str:
    """Spoil one file of a workspace, and return what was done."""
    name = random.choice([*files, "systems.yaml", "systems.yaml"])
    if name not in files:
        name = next(iter(files))
    kind = random.choice(KINDS)
    files[name] = kind(random, files[name])
    return f"{kind.__name__} in {name}"
