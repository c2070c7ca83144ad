"""Build the pages of docs/ as a site that opens offline, in both languages.

Run ``python scripts/docs_site.py FOLDER``; it needs the extra ``docs``. A warning of
Sphinx is an error.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from stdmig.words import LANGUAGES, Language

DOCS = Path(__file__).resolve().parent.parent / "docs"

FRONT = """\
<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>stdmig</title>
<style>
body {{ font: 1.25rem/1.8 sans-serif; margin: 4rem auto; max-width: 30rem }}
</style>
<h1>stdmig</h1>
<ul>
{links}</ul>
</html>
"""
LINKS: dict[Language, str] = {
    "ja": '<li><a href="ja/index.ja.html">日本語</a>\n',
    "en": '<li><a href="en/index.html" lang="en">English</a>\n',
}


def build(folder: Path, language: Language) -> None:
    """
    Build the pages of one language.

    Raises
    ------
    subprocess.CalledProcessError
        If Sphinx finds a fault in a page.
    """
    with tempfile.TemporaryDirectory() as kept:
        subprocess.run(
            [
                *(sys.executable, "-m", "sphinx", "build", "-W", "--keep-going"),
                *("-q", "-E", "-b", "html", "-d", kept, os.fspath(DOCS)),
                os.fspath(folder / language),
            ],
            env={
                **os.environ,
                "STDMIG_DOCS_LANGUAGE": language,
                # The order in sets, and the day that a template may ask for.
                "PYTHONHASHSEED": "0",
                "SOURCE_DATE_EPOCH": "1580601600",
            },
            check=True,
        )
    (folder / language / ".buildinfo").unlink(missing_ok=True)


def build_all(folder: Path) -> int:
    """Build both languages and the page that leads to them; return an exit code."""
    for language in LANGUAGES:
        shutil.rmtree(folder / language, ignore_errors=True)
        try:
            build(folder, language)
        except subprocess.CalledProcessError as error:
            return error.returncode
    links = "".join(LINKS[language] for language in LANGUAGES)
    (folder / "index.html").write_text(
        FRONT.format(links=links), encoding="utf-8", newline="\n"
    )
    return 0


def main() -> int:
    """Build the site into the folder that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    return build_all(parser.parse_args().folder)


if __name__ == "__main__":
    sys.exit(main())
