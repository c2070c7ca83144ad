"""Write the reference of the input files and their schemas, from the models.

Run ``python scripts/file_reference.py``; ``--check`` fails where a page or a schema is
out of date. Written are docs/files.md, docs/files.ja.md and docs/schemas.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from stdmig.inventory.describe import Told, told_of, told_of_model
from stdmig.inventory.describe.choices import CHOICES
from stdmig.inventory.fields import Fact
from stdmig.inventory.schema.files import INPUT_FILES, InputFile
from stdmig.inventory.schema.notation import form_of
from stdmig.inventory.schema.shape import Shape, models, shapes
from stdmig.words import LANGUAGES, Language, Style
from stdmig.workspace.schemas import schema_json

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.plain_markdown import plain
from scripts.written import ROOT, write_or_check

DOCS = ROOT / "docs"
EXAMPLES = ROOT / "examples" / "small-town"
PAGES: dict[Language, str] = {"en": "files.md", "ja": "files.ja.md"}

WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "title": "The files",
        "about": """\
A workspace is a folder of YAML files. Only `systems.yaml` is needed;\
 where `procedures.yaml` or `schedule_template.yaml` is missing, the packaged one is\
 used. `stdmig check` names every fault with its line. An editor can explain each key\
 while you type: see [In the editor](editor.md).""",
        "other": "[日本語](files.ja.md)",
        "key": "Key",
        "meaning": "Meaning",
        "written": "How it is written",
        "omitted": "When left out",
        "needed": "cannot be left out",
        "example": "Example",
        "behind": "Behind",
        "of": "{key} of {mapping}",
        "common": "Keys of every mapping",
        "common_about": "Wherever `key: value` lines stand, these may be added.",
        "values": "values",
        "schema": "JSON Schema",
        "colon": ": ",
        "stop": ". ",
        "comma": ", ",
        "aside": " ({})",
    },
    "ja": {
        "title": "ファイルの書き方",
        "about": """\
作業フォルダーは、YAMLファイルを置いたフォルダーです。必ず要るのは\
 `systems.yaml` だけで、`procedures.yaml` と `schedule_template.yaml` は、なければ\
同梱のものを使います。書き方の誤りは、`stdmig check` が行番号とともに全て示します。\
エディターでは、入力しながら各キーの説明を見られます\
（[エディターでの編集](editor.ja.md)）。""",
        "other": "[English](files.md)",
        "key": "キー",
        "meaning": "意味",
        "written": "書き方",
        "omitted": "省略したとき",
        "needed": "省略できません",
        "example": "例",
        "behind": "書く所",
        "of": "{mapping}の {key}",
        "common": "どこにでも書けるキー",
        "common_about": "「キー: 値」の行のある所には、次のキーも書けます。",
        "values": "値",
        "schema": "JSON Schema",
        "colon": "：",
        "stop": "。",
        "comma": "、",
        "aside": "（{}）",
    },
}


def page(language: Language) -> str:
    """Return the reference of all files in a language."""
    style, words = Style.of(language), WORDS[language]
    lines = [
        f"# {words['title']}",
        "",
        "<!-- Written by scripts/file_reference.py; change the descriptions of the"
        " models, not this page. -->",
        "",
        words["other"],
        "",
        words["about"],
        "",
    ]
    for file in INPUT_FILES:
        told = told_of_model(file.model)
        anchor, schema = _anchor(file.model), file.schema_name
        lines.append(f"- [`{file.name}`](#{anchor}): {plain(told.title, style)}")
        lines[-1] += words["aside"].format(f"[{words['schema']}](schemas/{schema})")
    told_already: set[type[BaseModel]] = set()
    for file in INPUT_FILES:
        lines += ["", *_file(file, told_already, style, words)]
    lines += ["", *_common(style, words)]
    return "\n".join(lines) + "\n"


def _file(
    file: InputFile,
    told_already: set[type[BaseModel]],
    style: Style,
    words: dict[str, str],
) -> Iterator[str]:
    top, *below = models(file.model)
    yield f'<a id="{_anchor(top)}"></a>'
    yield ""
    yield f"## {file.name}"
    yield ""
    yield plain(told_of_model(top).meaning, style)
    yield ""
    yield f"**{words['example']}**{words['colon'].strip()}"
    yield ""
    yield "```yaml"
    yield _example(file)
    yield "```"
    yield ""
    yield from _table(top, style, words)
    elsewhere = [
        model
        for other in INPUT_FILES
        if other is not file
        for model in models(other.model)
        if model is not other.model and model not in below
    ]
    for model in below:
        # What two files have in common is told where it comes first.
        if model not in told_already:
            told_already.add(model)
            yield ""
            yield from _mapping(model, (top, *below, *elsewhere), style, words)


def _example(file: InputFile) -> str:
    """Return the example of a file without its comments, which the page spares."""
    lines = (EXAMPLES / file.name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


def _mapping(
    model: type[BaseModel],
    others: tuple[type[BaseModel], ...],
    style: Style,
    words: dict[str, str],
) -> Iterator[str]:
    told = told_of_model(model)
    yield f'<a id="{_anchor(model)}"></a>'
    yield ""
    yield f"### {plain(told.title, style)}"
    yield ""
    places = words["comma"].join(_places(model, others, style, words))
    meaning = plain(told.meaning, style).rstrip("。.")
    yield f"{meaning}{words['stop']}{words['behind']}{words['colon']}{places}"
    yield ""
    yield from _table(model, style, words)


def _places(
    model: type[BaseModel],
    others: tuple[type[BaseModel], ...],
    style: Style,
    words: dict[str, str],
) -> Iterator[str]:
    """Yield the keys behind which a mapping stands."""
    for place, other in enumerate(others):
        for key, shape in shapes(other).items():
            if shape.model is not model:
                continue
            title = plain(told_of_model(other).title, style)
            of = words["of"].format(key=f"`{key}`", mapping=title)
            yield of if place else f"`{key}`"


def _table(
    model: type[BaseModel], style: Style, words: dict[str, str]
) -> Iterator[str]:
    yield from _header(words)
    for key, shape in shapes(model).items():
        if key not in Fact.model_fields:
            yield _row(key, told_of(model, key), shape, style, words)


def _common(style: Style, words: dict[str, str]) -> Iterator[str]:
    yield f'<a id="{_anchor(Fact)}"></a>'
    yield ""
    yield f"## {words['common']}"
    yield ""
    yield words["common_about"]
    yield ""
    yield from _header(words)
    for key, shape in shapes(Fact).items():
        yield _row(key, told_of(Fact, key), shape, style, words)


def _header(words: dict[str, str]) -> Iterator[str]:
    heads = [words[key] for key in ("key", "meaning", "written", "omitted")]
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"


def _row(
    key: str, told: Told, shape: Shape, style: Style, words: dict[str, str]
) -> str:
    title, meaning = plain(told.title, style), plain(told.meaning, style)
    written = plain(form_of(shape), style)
    if shape.scalar is not None and shape.scalar.choices in CHOICES:
        told_values = CHOICES[shape.scalar.choices]
        pairs = [
            f"`{value}` {plain(each, style)}"
            for value, each in zip(shape.scalar.choices, told_values, strict=True)
        ]
        written += f"{words['stop']}{words['comma'].join(pairs)}"
    if shape.model is not None:
        linked = plain(told_of_model(shape.model).title, style)
        written += words["aside"].format(f"[{linked}](#{_anchor(shape.model)})")
    if told.example:
        written += f"<br>{words['example']}{words['colon']}`{told.example}`"
    then = words["needed"] if told.omitted is None else plain(told.omitted, style)
    cells = (f"`{key}`", f"**{title}**{words['colon']}{meaning}", written, then)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _anchor(model: type[BaseModel]) -> str:
    return f"file-{model.__name__.lower()}"


def outputs() -> Iterator[tuple[Path, str]]:
    """Yield every file that is written, with its content."""
    for language in LANGUAGES:
        yield DOCS / PAGES[language], page(language)
    for file in INPUT_FILES:
        made = schema_json(file, Style.of("ja"))
        yield DOCS / "schemas" / file.schema_name, made


def main() -> int:
    """Write the files, or say which are out of date."""
    return write_or_check(__doc__, dict(outputs()))


if __name__ == "__main__":
    sys.exit(main())
