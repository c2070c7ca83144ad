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
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping
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
        "Damaged or missing files; copy and extract the ZIP file again:",
        "壊れているか、足りないファイルがあります。"
        "ZIPファイルのコピーと展開をやり直してください。",
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


def damaged(folder: Path) -> Iterator[str]:
    """Yield the files that are not as they were packed."""
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        try:
            data = (folder / name).read_bytes()
        except OSError:
            yield name
            continue
        if hashlib.sha256(data).hexdigest() != digest:
            yield name


def unpack(into: Path) -> None:
    """Let the pip of the set install everything into a folder, from the set alone."""
    (pip,) = (SET / "wheels").glob("pip-*.whl")
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
        start = f'@"{python}" -sP "%~dp0launch.py" %*\r\n'
        # cmd reads the file in the code page of the PC.
        (folder / "stdmig.cmd").write_bytes(start.encode("oem"))
        prompt = (
            '@echo off\r\nset "PATH=%~dp0;%PATH%"\r\n'
            'cd /d "%USERPROFILE%"\r\ncmd /k stdmig doctor\r\n'
        )
        (folder / "open-stdmig.cmd").write_bytes(prompt.encode("ascii"))
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
    """Put what is ready in the place of what was there; a person's files stay."""
    folder.mkdir(parents=True, exist_ok=True)
    old = Path(tempfile.mkdtemp(prefix=".stdmig-old-", dir=folder.parent))
    moved: list[str] = []
    try:
        for name in OURS:
            if (folder / name).exists():
                os.rename(folder / name, old / name)
                moved.append(name)
        for each in made.iterdir():
            os.rename(each, folder / each.name)
    except OSError as error:
        for name in moved:
            if not (folder / name).exists():
                os.rename(old / name, folder / name)
        raise Refusal(said("in_use", why=error)) from error
    finally:
        shutil.rmtree(old, ignore_errors=True)


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
    target = json.loads((SET / "installer" / "target.json").read_text("utf-8"))
    refuse_other_machines(target)
    bad = list(damaged(SET))
    if bad:
        raise Refusal("\n  ".join((said("damaged"), *bad)))
    if is_taken(folder):
        raise Refusal(said("taken", folder=folder))
    print(said("unpacking", version=target["version"], folder=folder), flush=True)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".stdmig-new-", dir=folder.parent))
    except OSError as error:
        raise Refusal(said("failed", why=error)) from error
    try:
        unpack(made / "lib")
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
    first = folder / ("open-stdmig.cmd" if WINDOWS else "stdmig")
    print(said("done", version=version, first=first if WINDOWS else f"{first} doctor"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
