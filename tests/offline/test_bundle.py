"""What lies in the zip, and that the same wheels give the same bytes (ZIPの内容)."""

from __future__ import annotations

import ast
import hashlib
import re
import zipfile
from io import BytesIO

import pytest

from scripts.offline.bundle import files_of, zipped
from scripts.offline.target import PLATFORMS, Platform
from tests.offline.fake import LINUX, WINDOWS, contents, wheel

STARTS = {"windows": "install.bat", "linux": "install.sh"}


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda each: each.name)
def test_set_holds_everything(platform: Platform) -> None:
    """Wheels, installer, words in two languages, licences and checksums are inside."""
    files = files_of(contents(platform))
    assert sorted(files) == sorted(
        [
            *("LICENSES.txt", "README.txt", "SHA256SUMS", STARTS[platform.name]),
            *("installer/install.py", "installer/requirements.txt"),
            *("installer/target.json", "wheels/helper-1.5-py3-none-any.whl"),
            *("wheels/stdmig-9.9-py3-none-any.whl", "はじめに.txt"),
        ]
    )
    for name, data in files.items():
        if not name.startswith("wheels/"):
            written = data.decode("cp932" if name == "install.bat" else "utf-8")
            assert not re.search(r"@[A-Z_]+@", written), name


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda each: each.name)
def test_same_wheels_give_the_same_bytes(platform: Platform) -> None:
    """Neither the order of the wheels nor the clock is in the zip."""
    made = contents(platform, wheel("z"), wheel("a"))
    other = made._replace(wheels=made.wheels[::-1])
    zips = {zipped(each.folder, files_of(each)) for each in (made, other)}
    assert len(zips) == 1
    (data,) = zips
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        assert archive.testzip() is None
    assert {each.date_time for each in entries} == {(1980, 1, 1, 0, 0, 0)}
    names = [each.filename for each in entries]
    assert names == sorted(names)
    assert all(name.startswith(f"stdmig-9.9-{platform.name}/") for name in names)
    # Without this flag Windows reads the name in its own code page.
    (japanese,) = (each for each in entries if "はじめに" in each.filename)
    assert japanese.flag_bits & 0x800


def test_checksums_are_of_every_other_file() -> None:
    """The list is what ``sha256sum --check`` reads."""
    files = files_of(contents())
    sums = files.pop("SHA256SUMS").decode().splitlines()
    assert sums == [
        f"{hashlib.sha256(files[name]).hexdigest()}  {name}" for name in sorted(files)
    ]


def test_requirements_are_pinned_with_hashes_and_without_pip() -> None:
    """Our own wheel is the first; pip installs the others and is none of them."""
    made = contents(LINUX, wheel("pip"))
    written = files_of(made)["installer/requirements.txt"].decode()
    names = re.findall(r"^(\S+)==", written, re.MULTILINE)
    assert names == ["stdmig", "helper"]
    digest = hashlib.sha256(made.own.data).hexdigest()
    assert written.startswith(f"stdmig==9.9 \\\n    --hash=sha256:{digest}\n")


def test_licences_are_listed() -> None:
    """Name, version and licence of each wheel; the text itself is in the wheel."""
    mit = wheel("mit", metadata=("Classifier: License :: OSI Approved :: MIT License",))
    lines = files_of(contents(LINUX, mit))["LICENSES.txt"].decode().splitlines()[2:]
    assert [line.split(maxsplit=2) for line in lines] == [
        ["helper", "1.5", "BSD"],
        ["mit", "1.0", "MIT License"],
        ["stdmig", "9.9", "MIT"],
    ]


def test_texts_for_windows_are_such_as_notepad_reads() -> None:
    """A byte order mark, both line ends, and at most 80 columns."""
    from rich.cells import cell_len

    files = files_of(contents(WINDOWS))
    for name in ("はじめに.txt", "README.txt"):
        assert files[name].startswith(b"\xef\xbb\xbf")
        text = files[name].decode("utf-8-sig")
        assert text.count("\n") == text.count("\r\n") > 20
        assert max(map(cell_len, text.splitlines())) <= 80
        assert "9.9" in text
        assert "3.11, 3.12" in text
        for word in ("install.bat", "open-stdmig.cmd", "stdmig plan --sample"):
            assert word in text


def test_batch_file_is_read_alike_in_every_code_page() -> None:
    """No byte of a Japanese letter is one that cmd takes for a sign of its own."""
    data = files_of(contents(WINDOWS))["install.bat"]
    assert data.count(b"\n") == data.count(b"\r\n") > 20
    for line in data.decode("cp932").splitlines():
        japanese = "".join(re.findall(r"[^\x00-\x7f]+", line))
        assert not set(japanese.encode("cp932")) & set(b'"%&()<>\\^|'), line
        if japanese:
            assert line.startswith("echo ")


def test_batch_file_asks_for_a_python_that_the_set_is_for() -> None:
    """It tries the newest first, and the condition is one that Python understands."""
    text = files_of(contents(WINDOWS))["install.bat"].decode("cp932")
    assert "for %%v in (3.12 3.11) do" in text
    (condition,) = re.findall(r'^set "FITS=(.*)"\r?$', text, re.MULTILINE)
    ast.parse(condition)
    assert "not in [(3, 11), (3, 12)]" in condition
    # A percent or an exclamation mark would be taken by cmd; a quote would end it.
    assert not set(condition) & set('%"')
    # An exclamation mark in the name of a folder is none of a variable.
    assert text.splitlines()[1] == "setlocal DisableDelayedExpansion"
    labels = set(re.findall(r"^:(\w+)", text, re.MULTILINE))
    assert set(re.findall(r"goto (\w+)", text)) <= labels


def test_shell_script_is_sound() -> None:
    """The shell reads it without complaint."""
    import shutil
    import subprocess

    if shutil.which("sh") is None:
        pytest.skip("no sh here")
    script = files_of(contents())["install.sh"]
    done = subprocess.run(
        ["sh", "-n"], input=script, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
