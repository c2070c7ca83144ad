"""The set is installed from itself alone, and replaces nothing it did not bring."""

from __future__ import annotations

import codecs
import ensurepip
import hashlib
import os
import re
import signal
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from scripts.offline import install
from scripts.offline.bundle import files_of, zipped
from scripts.offline.target import PYTHONS
from scripts.offline.wheel import Wheel, read_wheel
from tests.command import environment
from tests.offline.fake import LINUX, contents

pytestmark = pytest.mark.skipif(
    sysconfig.get_platform() != LINUX.runs
    or "{}.{}".format(*sys.version_info[:2]) not in PYTHONS,
    reason="the set is for other machines",
)


def _pip() -> Wheel:
    """Return the pip that comes with this Python; the real set brings its own."""
    folder = Path(ensurepip.__file__).parent / "_bundled"
    found = sorted(folder.glob("pip-*.whl"))
    if not found:
        pytest.skip("this Python brings no pip along")
    return read_wheel(found[-1].name, found[-1].read_bytes())


def _extract(folder: Path, says: str = "") -> Path:
    made = contents(LINUX, _pip(), says=says)._replace(pythons=PYTHONS)
    with zipfile.ZipFile(BytesIO(zipped(made.folder, files_of(made)))) as archive:
        archive.extractall(folder)
    return folder / made.folder


@pytest.fixture
def extracted(tmp_path: Path) -> Path:
    """Return the folder of an extracted set."""
    return _extract(tmp_path / "usb")


def _install(
    extracted: Path, to: Path, lang: str = "en"
) -> subprocess.CompletedProcess[bytes]:
    # What would lead pip to a network, or elsewhere, must not matter.
    env = environment() | {"PIP_INDEX_URL": "http://127.0.0.1:9/", "STDMIG_LANG": lang}
    env.pop("PYTHONPATH")
    return subprocess.run(
        ["sh", extracted / "install.sh", "--to", to],
        env=env | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"},
        capture_output=True,
        timeout=120,
        check=False,
    )


def _says(program: Path) -> str:
    done = subprocess.run([program, "a b"], capture_output=True, timeout=60, check=True)
    return done.stdout.decode()


def test_set_is_installed_and_runs(extracted: Path, tmp_path: Path) -> None:
    """One command installs it into a folder of any name, and the launcher starts it."""
    folder = tmp_path / "私の 道具'"
    done = _install(extracted, folder)
    assert (done.returncode, done.stderr) == (0, b"")
    told = done.stdout.decode()
    assert f"stdmig 9.9 is installed. To begin: {folder / 'stdmig'} doctor" in told
    assert _says(folder / "stdmig") == "stdmig 9.9 a b\n"
    names = {each.name for each in folder.iterdir()}
    assert names == {"lib", "launch.py", "stdmig", "stdmig.json"}
    link = tmp_path / "link"
    link.symlink_to(folder / "stdmig")
    assert _says(link) == "stdmig 9.9 a b\n"
    # The folder may be moved: nothing in it says where it is.
    folder.rename(tmp_path / "elsewhere")
    assert _says(tmp_path / "elsewhere" / "stdmig") == "stdmig 9.9 a b\n"
    assert {each.name for each in tmp_path.iterdir()} == {"usb", "elsewhere", "link"}


def test_update_keeps_what_a_person_put_there(extracted: Path, tmp_path: Path) -> None:
    """The new version takes the place of the old one, and of nothing else."""
    folder = tmp_path / "there"
    assert _install(extracted, folder).returncode == 0
    (folder / "見本町").mkdir()
    (folder / "見本町" / "systems.yaml").write_text("mine", encoding="utf-8")
    stale = folder / "lib" / "stale.py"
    stale.touch()
    newer = _extract(tmp_path / "newer", "stdmig 10")
    assert _install(newer, folder).returncode == 0
    assert _says(folder / "stdmig") == "stdmig 10 a b\n"
    assert (folder / "見本町" / "systems.yaml").read_text("utf-8") == "mine"
    assert not stale.exists()
    assert {each.name for each in tmp_path.iterdir()} == {"usb", "newer", "there"}


def test_folder_of_others_is_refused(extracted: Path, tmp_path: Path) -> None:
    """A folder with files of another purpose, or a file, is left as it is."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "lib").write_text("mine", encoding="utf-8")
    for target in (folder, folder / "lib"):
        done = _install(extracted, target)
        assert done.returncode == 2
        assert b"holds files that are not of stdmig" in done.stderr
    assert (folder / "lib").read_text("utf-8") == "mine"


def test_damaged_file_is_named_before_anything_is_done(
    extracted: Path, tmp_path: Path
) -> None:
    """Each file that is not as it was packed is told, in the reader's language."""
    (extracted / "README.txt").unlink()
    helper = extracted / "wheels" / "helper-1.5-py3-none-any.whl"
    helper.write_bytes(helper.read_bytes()[:-1])
    done = _install(extracted, tmp_path / "there", lang="ja")
    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    assert lines[0].startswith("壊れているファイル、足りないファイル又は余分な")
    assert [line.strip() for line in lines[1:]] == [
        "README.txt",
        "wheels/helper-1.5-py3-none-any.whl",
    ]
    assert not (tmp_path / "there").exists()


def _text(name: str, data: bytes) -> Callable[[Path], None]:
    def write(extracted: Path) -> None:
        (extracted / name).write_bytes(data)
        sums = extracted / "SHA256SUMS"
        # Whoever changes a file may change its checksum as well.
        if name != sums.name:
            digest = hashlib.sha256(data).hexdigest()
            packed = sums.read_text("utf-8")
            sums.write_text(
                re.sub(f"(?m)^.*  {name}$", f"{digest}  {name}", packed), "utf-8"
            )

    return write


def _cut(extracted: Path) -> None:
    sums = extracted / "SHA256SUMS"
    sums.write_bytes(sums.read_bytes()[:100])


def _second_pip(extracted: Path) -> None:
    (extracted / "wheels" / "pip-99.0-py3-none-any.whl").write_bytes(b"other")


DAMAGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "no sums": (lambda set: (set / "SHA256SUMS").unlink(), "SHA256SUMS"),
    "sums of another encoding": (_text("SHA256SUMS", b"\xff\xfe\x00"), "SHA256SUMS"),
    "empty sums": (_text("SHA256SUMS", b""), "SHA256SUMS"),
    "cut sums": (_cut, "SHA256SUMS"),
    "no target": (
        lambda set: (set / install.TARGET).unlink(),
        "installer/target.json",
    ),
    "broken target": (_text(install.TARGET, b"{"), "installer/target.json"),
    "target of another kind": (_text(install.TARGET, b"[1]"), "installer/target.json"),
    "deep target": (_text(install.TARGET, b"[" * 99999), "installer/target.json"),
    "second pip": (_second_pip, "wheels/pip-99.0-py3-none-any.whl"),
}


@pytest.mark.parametrize("case", DAMAGES)
def test_damaged_set_installs_nothing(
    case: str, extracted: Path, tmp_path: Path
) -> None:
    """A set whose own lists are broken is told to be damaged, without a traceback."""
    damage, name = DAMAGES[case]
    damage(extracted)
    done = _install(extracted, tmp_path / "there")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "Damaged, missing or foreign files; copy the ZIP file again and extract it"
        " into a new folder:",
        f"  {name}",
    ]
    assert {each.name for each in tmp_path.iterdir()} == {"usb"}


@pytest.mark.parametrize("name", ["d" * 256, "町" * 86, "d" * 5000])
def test_folder_of_too_long_a_name_is_refused(
    name: str, extracted: Path, tmp_path: Path
) -> None:
    """What the system says of the name is passed on, and nothing is left behind."""
    done = _install(extracted, tmp_path / name)
    assert done.returncode == 2
    assert done.stderr.startswith(b"It could not be installed; what was there before")
    assert b"File name too long" in done.stderr
    assert b"Traceback" not in done.stderr
    assert {each.name for each in tmp_path.iterdir()} == {"usb"}


def _held(folder: Path) -> dict[str, str]:
    return {
        each.relative_to(folder).as_posix(): each.read_text("utf-8")
        for each in folder.rglob("*")
        if each.is_file()
    }


def _folder(folder: Path, says: str) -> Path:
    (folder / "lib").mkdir(parents=True)
    for name in ("lib/code.py", "launch.py", "stdmig", "stdmig.json"):
        (folder / name).write_text(says, encoding="utf-8")
    return folder


STOPS = [KeyboardInterrupt(), PermissionError(13, "in use"), SystemExit(1)]


@pytest.mark.parametrize("stop", STOPS, ids=repr)
@pytest.mark.parametrize("early", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("move", range(8))
def test_stop_between_the_moves_restores_the_old_version(
    move: int,
    early: bool,
    stop: BaseException,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Wherever it is stopped, all of the old version is there and none of the new."""
    made, folder = _folder(tmp_path / "made", "new"), _folder(tmp_path / "at", "old")
    (folder / "町.yaml").write_text("mine", encoding="utf-8")
    before, done = _held(folder), []
    rename = os.rename

    def stopped(start: Path, end: Path) -> None:
        done.append(start)
        if len(done) == move + 1:
            if not early:
                rename(start, end)
            raise stop
        rename(start, end)

    monkeypatch.setattr(os, "rename", stopped)
    wanted = install.Refusal if isinstance(stop, OSError) else type(stop)
    with pytest.raises(wanted):
        install.put_in_place(made, folder)
    assert _held(folder) == before
    assert {each.name for each in tmp_path.iterdir()} == {"made", "at"}


def test_stop_of_a_first_installation_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing was, nothing is."""
    made = _folder(tmp_path / "made", "new")

    def stopped(start: Path, end: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "rename", stopped)
    with pytest.raises(KeyboardInterrupt):
        install.put_in_place(made, tmp_path / "at")
    assert {each.name for each in tmp_path.iterdir()} == {"made"}


def test_what_cannot_be_put_back_is_kept_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version that can go neither forward nor back is not deleted."""
    made, folder = _folder(tmp_path / "made", "new"), _folder(tmp_path / "at", "old")
    rename = os.rename

    def only_away(start: Path, end: Path) -> None:
        if end.parent == folder:
            raise PermissionError(13, "in use")
        rename(start, end)

    monkeypatch.setattr(os, "rename", only_away)
    with pytest.raises(install.Refusal, match=r"The files of before are in .*-old-"):
        install.put_in_place(made, folder)
    (kept,) = tmp_path.glob(".stdmig-old-*")
    assert _held(kept) == dict.fromkeys(_held(made), "old")


def test_ctrl_c_during_the_moves_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The moves take no time; a signal in between finds them done."""
    made, folder = _folder(tmp_path / "made", "new"), _folder(tmp_path / "at", "old")
    rename = os.rename

    def signalled(start: Path, end: Path) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        rename(start, end)

    monkeypatch.setattr(os, "rename", signalled)
    install.put_in_place(made, folder)
    assert set(_held(folder).values()) == {"new"}
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_stopped_installer_says_so(
    extracted: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Ctrl+C before anything is moved ends without a traceback and leaves nothing."""

    def stopped(pip: Path, into: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(install, "SET", extracted)
    monkeypatch.setattr(install, "unpack", stopped)
    monkeypatch.setenv("STDMIG_LANG", "en")
    monkeypatch.setattr(sys, "argv", ["install.py", "--to", str(tmp_path / "there")])
    assert install.main() == 130
    assert capsys.readouterr().err == "Stopped; what was there before is unchanged.\n"
    assert {each.name for each in tmp_path.iterdir()} == {"usb"}


def test_windows_launchers_take_paths_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PATH is never read as a command, nor is ``!`` in a path taken for a variable."""
    monkeypatch.setattr(install, "WINDOWS", True)
    monkeypatch.setattr(sys, "executable", r"C:\P!\python.exe")
    codecs.register(lambda name: codecs.lookup("cp932") if name == "oem" else None)
    install.write_launchers(tmp_path)
    assert (tmp_path / "stdmig.cmd").read_bytes() == (
        b"@setlocal DisableDelayedExpansion\r\n"
        b'@"C:\\P!\\python.exe" -sP "%~dp0launch.py" %*\r\n'
    )
    lines = (tmp_path / "open-stdmig.cmd").read_bytes().decode().split("\r\n")
    # Between ! a value is put in after the line was read; between % before.
    assert 'set "PATH=!STDMIG_FOLDER!;!PATH!"' in lines
    assert not [line for line in lines if "%PATH%" in line or "%USER" in line]
    names = [line.split()[1] for line in lines if line.startswith("setlocal")]
    assert names == ["DisableDelayedExpansion", "EnableDelayedExpansion"]
    assert lines.index('set "STDMIG_FOLDER=%~dp0"') < lines.index(
        "setlocal EnableDelayedExpansion"
    )


def test_failure_leaves_the_old_version(extracted: Path, tmp_path: Path) -> None:
    """A version that does not start takes no place."""
    folder = tmp_path / "there"
    assert _install(extracted, folder).returncode == 0
    broken = _extract(tmp_path / "broken", "x")
    wheel = broken / "wheels" / "stdmig-9.9-py3-none-any.whl"
    sums = broken / "SHA256SUMS"
    before = hashlib.sha256(wheel.read_bytes()).hexdigest()
    wheel.write_bytes(b"no wheel")
    after = hashlib.sha256(b"no wheel").hexdigest()
    sums.write_text(sums.read_text("utf-8").replace(before, after), encoding="utf-8")
    done = _install(broken, folder)
    assert done.returncode == 2
    assert b"what was there before is unchanged" in done.stderr
    assert _says(folder / "stdmig") == "stdmig 9.9 a b\n"
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]


@pytest.mark.parametrize(
    "target",
    [
        {"pythons": ["2.7"], "runs_on": LINUX.runs},
        {"pythons": list(PYTHONS), "runs_on": "win-arm64"},
    ],
)
def test_other_machines_are_refused(target: dict[str, object]) -> None:
    """Which Python the set is for, and which one this is, is told."""
    with pytest.raises(install.Refusal) as refused:
        install.refuse_other_machines(target)
    here = "{}.{}".format(*sys.version_info[:2])
    assert f"here is {here} on {LINUX.runs}." in str(refused.value)


@pytest.mark.parametrize(
    ("python", "written"),
    [
        (r"C:\Users\山田\AppData\Local\P\python.exe", r"%LOCALAPPDATA%\P\python.exe"),
        (r"c:\users\山田\py\python.exe", r"%USERPROFILE%\py\python.exe"),
        (r"D:\100%\python.exe", r"D:\100%%\python.exe"),
    ],
)
def test_launcher_does_without_the_name_of_the_user(python: str, written: str) -> None:
    """A name that the code page of the PC lacks is not in the file that cmd reads."""
    environ = {
        "LOCALAPPDATA": r"C:\Users\山田\AppData\Local",
        "USERPROFILE": r"C:\Users\山田",
    }
    assert install.portable(python, environ) == written


def test_every_message_is_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two have the same places to fill in."""
    import string

    for english, japanese in install.WORDS.values():
        names = [
            {name for _, name, _, _ in string.Formatter().parse(words) if name}
            for words in (english, japanese)
        ]
        assert names[0] == names[1]
    monkeypatch.setenv("STDMIG_LANG", "ja")
    assert install.said("failed", why="") == (
        "導入できませんでした。以前の内容はそのままです。"
    )
