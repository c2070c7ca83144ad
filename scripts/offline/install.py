"""Install stdmig from the folder that this file came in, without a network.

``install.bat`` and ``install.sh`` run it; so may anybody, with the Python that stdmig
is to use. It needs nothing but that Python: neither venv nor ensurepip nor rights of
an administrator. pip comes along as a wheel, checks every hash once more and unpacks
the libraries into a folder; a launcher beside it names the Python and that folder.
Nothing is written outside the folder, so that deleting it removes stdmig.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import locale
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

SET = Path(__file__).resolve().parent.parent
"""The folder that was extracted."""

WORDS = {
    "wrong_python": (
        "This set is for Python {pythons} on {wanted}; here is {python} on {here}.",
        "この配布物は、{wanted}のPython {pythons}用です。"
        "このパソコンのPythonは{python}（{here}）です。",
    ),
    "damaged": (
        "Damaged, missing or foreign files; copy the ZIP file again and extract it"
        " into a new folder:",
        "壊れているファイル、足りないファイル又は余分なファイルがあります。"
        "ZIPファイルをコピーし直し、新しいフォルダーに展開してください。",
    ),
    "taken": (
        "{folder} holds files that are not of stdmig; choose another with --to.",
        "{folder}にはstdmig以外のファイルがあります。--toで別の導入先を指定してください。",
    ),
    "unpacking": (
        "Installing stdmig {version} into {folder} ...",
        "stdmig {version}を{folder}に導入しています...",
    ),
    "failed": (
        "It could not be installed; what was there before is unchanged. {why}",
        "導入できませんでした。以前の内容はそのままです。{why}",
    ),
    "in_use": (
        "Close every window that uses stdmig and try again. {why}",
        "stdmigを使っている画面を全て閉じてから、やり直してください。{why}",
    ),
    "kept": (
        "It could not be installed. The files of before are in {folder}. {why}",
        "導入できませんでした。以前のファイルは{folder}にあります。{why}",
    ),
    "stopped": (
        "Stopped; what was there before is unchanged.",
        "中止しました。以前の内容はそのままです。",
    ),
    "done": (
        "stdmig {version} is installed. To begin: {first}",
        "stdmig {version}を導入しました。始めるには: {first}",
    ),
}
"""What is said, in English and in Japanese."""

WINDOWS = os.name == "nt"
OURS = ("lib", "launch.py", "stdmig.json", "stdmig", "stdmig.cmd", "open-stdmig.cmd")
"""Everything that this puts into a folder, and all that it ever takes out."""

LAUNCH = '''\
"""Start stdmig from the folder beside this file."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))

from stdmig.__main__ import start

start()
'''

OPEN = """\
@echo off
setlocal DisableDelayedExpansion
set "STDMIG_FOLDER=%~dp0"
rem What is between ! is read no further: PATH may hold quotation marks and &.
setlocal EnableDelayedExpansion
set "PATH=!STDMIG_FOLDER!;!PATH!"
set "STDMIG_FOLDER="
cd /d "!USERPROFILE!"
cmd /v:off /k stdmig doctor
"""
"""What opens a command prompt that knows stdmig."""

SUMS = "SHA256SUMS"
TARGET = "installer/target.json"
PIP = re.compile(r"wheels/pip-[^/]*\.whl")
"""Files of the set by their names in it."""


class Refusal(Exception):
    """Why nothing is installed, in words for the person who tried."""


def said(key: str, **values: object) -> str:
    """Return a message in the language of the machine."""
    english, japanese = WORDS[key]
    name = os.environ.get("STDMIG_LANG") or os.environ.get("LC_ALL")
    name = name or os.environ.get("LANG") or locale.getlocale()[0] or ""
    is_japanese = name.lower().startswith(("ja_", "ja-", "ja.", "japanese"))
    is_japanese = is_japanese or name == "ja"
    return (japanese if is_japanese else english).format(**values)


def refuse_other_machines(target: Mapping[str, Any]) -> None:
    """Go on only where the wheels of this set run."""
    pythons = target["pythons"]
    python, here = "{}.{}".format(*sys.version_info[:2]), sysconfig.get_platform()
    if python not in pythons or here != target["runs_on"]:
        raise Refusal(
            said(
                "wrong_python",
                pythons=", ".join(pythons),
                wanted=target["runs_on"],
                python=python,
                here=here,
            )
        )


def sums_of(folder: Path) -> dict[str, str]:
    """
    Return the checksums of the files as they were packed.

    Raises
    ------
    Refusal
        If the list of them is not whole: it has what is installed, and this file.
    """
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        raise broken(SUMS) from None
    found = [re.fullmatch(r"([0-9a-f]{64})  (\S.*)", line) for line in lines]
    sums = {each[2]: each[1] for each in found if each}
    wanted = {TARGET, "installer/install.py", "installer/requirements.txt"}
    if len(sums) != len(lines) or not wanted <= sums.keys() or pip_of(sums) is None:
        raise broken(SUMS)
    return sums


def pip_of(sums: Mapping[str, str]) -> str | None:
    """Return the pip of the set, None where there is none or more than one."""
    found = [name for name in sums if PIP.fullmatch(name)]
    return found[0] if len(found) == 1 else None


def damaged(folder: Path, sums: Mapping[str, str]) -> Iterator[str]:
    """Yield the files that are not as they were packed, and wheels that were not."""
    for name, digest in sums.items():
        try:
            data = (folder / name).read_bytes()
        except OSError:
            yield name
            continue
        if hashlib.sha256(data).hexdigest() != digest:
            yield name
    for each in sorted((folder / "wheels").glob("*.whl")):
        if f"wheels/{each.name}" not in sums:
            yield f"wheels/{each.name}"


def broken(*names: str) -> Refusal:
    """Return that files of the set are not as they were packed."""
    return Refusal("\n  ".join((said("damaged"), *names)))


def read_target(folder: Path) -> dict[str, Any]:
    """
    Return what the set is for: version, pythons, and the system that it runs on.

    Raises
    ------
    Refusal
        If that cannot be read.
    """
    try:
        target = json.loads((folder / TARGET).read_text(encoding="utf-8"))
        pythons = [*map(str, target["pythons"])]
        return {
            "version": str(target["version"]),
            "runs_on": str(target["runs_on"]),
            "pythons": pythons,
        }
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        raise broken(TARGET) from None


def unpack(pip: Path, into: Path) -> None:
    """Let the pip of the set install everything into a folder, from the set alone."""
    run = (
        "import runpy, sys; sys.path.insert(0, sys.argv.pop(1));"
        " runpy.run_module('pip', run_name='__main__', alter_sys=True)"
    )
    done = subprocess.run(
        [
            *(sys.executable, "-sP", "-c", run, str(pip), "install", "--isolated"),
            # The set is complete; what else this Python holds is no concern of it.
            *("--no-deps", "--quiet", "--no-index", "--no-cache-dir", "--no-input"),
            *("--disable-pip-version-check", "--no-warn-script-location"),
            *("--root-user-action=ignore", "--only-binary=:all:", "--require-hashes"),
            *("--find-links", str(SET / "wheels"), "--target", str(into)),
            *("-r", str(SET / "installer" / "requirements.txt")),
        ],
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode != 0:
        raise Refusal(said("failed", why=f"pip: {done.returncode}"))


def write_launchers(folder: Path) -> None:
    """Write what starts stdmig with this Python, from wherever the folder is."""
    (folder / "launch.py").write_text(LAUNCH, encoding="utf-8")
    if WINDOWS:
        python = portable(sys.executable, os.environ)
        start = (
            "@setlocal DisableDelayedExpansion\r\n"
            f'@"{python}" -sP "%~dp0launch.py" %*\r\n'
        )
        # cmd reads the file in the code page of the PC.
        (folder / "stdmig.cmd").write_bytes(start.encode("oem"))
        prompt = OPEN.replace("\n", "\r\n").encode("ascii")
        (folder / "open-stdmig.cmd").write_bytes(prompt)
    else:
        quoted = sys.executable.replace("'", "'\\''")
        here = '"$(dirname -- "$(readlink -f -- "$0")")/launch.py"'
        start = f"#!/bin/sh\nexec '{quoted}' -sP {here} \"$@\"\n"
        (folder / "stdmig").write_text(start, encoding="utf-8")
        (folder / "stdmig").chmod(0o755)


def portable(python: str, environ: Mapping[str, str]) -> str:
    """Return the path of a Python as cmd reads it, without the name of the user."""
    for variable in ("LOCALAPPDATA", "USERPROFILE"):
        start = environ.get(variable)
        if start and python.lower().startswith(start.lower() + "\\"):
            return f"%{variable}%" + python[len(start) :].replace("%", "%%")
    return python.replace("%", "%%")


def put_in_place(made: Path, folder: Path) -> None:
    """
    Put what is ready in the place of what was there; a person's files stay.

    Raises
    ------
    Refusal
        If the system refuses it; what was there before is then there again.
    """
    new = [each.name for each in made.iterdir()]
    fresh = not os.path.lexists(folder)
    folder.mkdir(parents=True, exist_ok=True)
    old = Path(tempfile.mkdtemp(prefix=".stdmig-old-", dir=folder.parent))
    with undisturbed():
        try:
            for name in OURS:
                if os.path.lexists(folder / name):
                    os.rename(folder / name, old / name)
            for name in new:
                os.rename(made / name, folder / name)
        except BaseException as error:
            put_back(made, folder, old, new)
            for empty in (old, *([folder] if fresh else [])):
                with suppress(OSError):
                    os.rmdir(empty)
            if os.path.lexists(old):
                raise Refusal(said("kept", folder=old, why=error)) from error
            if isinstance(error, OSError):
                raise Refusal(said("in_use", why=error)) from error
            raise
        shutil.rmtree(old, ignore_errors=True)


def put_back(made: Path, folder: Path, old: Path, new: list[str]) -> None:
    """
    Undo what was moved; what cannot be moved back stays in `old`.

    Where each file is tells what was done: between a move and a note of it the
    person may have stopped the program.
    """
    for start, names, end in ((folder, new, made), (old, OURS, folder)):
        for name in names:
            if os.path.lexists(start / name) and not os.path.lexists(end / name):
                with suppress(OSError):
                    os.rename(start / name, end / name)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let neither Ctrl+C nor a terminal that is closed stop what is short."""
    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    there = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {each: signal.signal(each, signal.SIG_IGN) for each in there}
    try:
        yield
    finally:
        for each, handler in before.items():
            # None: what is not of Python set it, and only that could do so again.
            if handler is not None:
                signal.signal(each, handler)


def is_taken(folder: Path) -> bool:
    """Return whether a folder holds something, and that is no stdmig."""
    if not folder.exists():
        return False
    if not folder.is_dir():
        return True
    return any(folder.iterdir()) and not (folder / "stdmig.json").is_file()


def install(folder: Path) -> str:
    """
    Install into a folder and return what was installed.

    Raises
    ------
    Refusal
        If the machine, the set or the folder does not allow it; nothing is changed.
    """
    sums = sums_of(SET)
    bad = list(damaged(SET, sums))
    if bad:
        raise broken(*bad)
    target = read_target(SET)
    refuse_other_machines(target)
    try:
        if is_taken(folder):
            raise Refusal(said("taken", folder=folder))
        print(said("unpacking", version=target["version"], folder=folder), flush=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".stdmig-new-", dir=folder.parent))
    except OSError as error:
        raise Refusal(said("failed", why=error)) from error
    try:
        unpack(SET / str(pip_of(sums)), made / "lib")
        # Scripts of libraries name a Python by a path that is about to change.
        shutil.rmtree(made / "lib" / "bin", ignore_errors=True)
        write_launchers(made)
        target["python"] = sys.executable
        (made / "stdmig.json").write_text(json.dumps(target) + "\n", encoding="utf-8")
        try_out(made)
        put_in_place(made, folder)
    except (OSError, UnicodeError) as error:
        raise Refusal(said("failed", why=error)) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return str(target["version"])


def try_out(made: Path) -> None:
    """Start what is ready once, before anything is replaced."""
    done = subprocess.run(
        [sys.executable, "-sP", str(made / "launch.py"), "--version"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        raise Refusal(said("failed", why=done.stdout.decode("utf-8", "replace")))


def usual_folder() -> Path:
    """Return where a person's own programs go."""
    if WINDOWS:
        own = os.environ.get("LOCALAPPDATA")
        return Path(own) / "stdmig" if own else Path.home() / "stdmig"
    return Path.home() / ".local" / "share" / "stdmig"


def main() -> int:
    """Install, or say why not."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(description="Install stdmig from this folder.")
    parser.add_argument("--to", type=Path, default=usual_folder(), metavar="DIR")
    folder = parser.parse_args().to.absolute()
    try:
        version = install(folder)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(said("stopped"), file=sys.stderr)
        return 130
    first = folder / ("open-stdmig.cmd" if WINDOWS else "stdmig")
    print(said("done", version=version, first=first if WINDOWS else f"{first} doctor"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
