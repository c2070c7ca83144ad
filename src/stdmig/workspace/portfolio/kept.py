"""An entry in the file that is kept, and that file as bytes (控えのファイル)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from stdmig.workspace.portfolio.product import product_digest
from stdmig.workspace.portfolio.town_of import Job

_FORMAT = b"stdmig.portfolio-cache/1 "


class Kept(NamedTuple):
    """
    What is known of a workspace.

    Attributes
    ----------
    signature, digest
        What the disk said of its files, and of which content they were.
    settled
        Whether the files were clearly older than the moment in which they were read.
    row
        The municipality as JSON.
    """

    signature: str
    digest: str
    settled: bool
    row: bytes


def header_of(job: Job) -> bytes:
    """Return what an entry depends on beside the files of its workspace."""
    told = product_digest(), job.as_of.isoformat(), *sorted(job.items)
    return json.dumps(told).encode("ascii")


def bytes_of(header: bytes, kept: Mapping[str, Kept]) -> bytes:
    """Return the file, which begins with a digest of all that follows."""
    lines = [header, *(_line(key, each) for key, each in kept.items())]
    found = hashlib.blake2b(digest_size=16)
    for line in lines:
        found.update(line)
    first = _FORMAT + found.hexdigest().encode("ascii")
    return b"\n".join([first, *lines])


def kept_in(data: bytes, header: bytes) -> dict[str, Kept]:
    """
    Return the entries of a file by their keys.

    There are none where anything in it is damaged, or it depends on something else.
    """
    first, *lines = data.split(b"\n")
    if not lines or lines[0] != header or not first.startswith(_FORMAT):
        return {}
    found = hashlib.blake2b(digest_size=16)
    for line in lines:
        found.update(line)
    if first.removeprefix(_FORMAT) != found.hexdigest().encode("ascii"):
        return {}
    return dict(_entries(lines[1:]))


def _entries(lines: Iterable[bytes]) -> Iterable[tuple[str, Kept]]:
    for line in lines:
        head, _, row = line.partition(b"\t")
        key, signature, digest, settled = json.loads(head)
        yield key, Kept(signature, digest, settled, row)


def _line(key: str, kept: Kept) -> bytes:
    head = json.dumps((key, kept.signature, kept.digest, kept.settled))
    return head.encode("ascii") + b"\t" + kept.row
