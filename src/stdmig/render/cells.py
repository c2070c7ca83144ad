"""Terminal cells: full-width characters take two (文字幅)."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def width(words: str) -> int:
    """Return how many cells a text takes."""
    return cell_len(words)


def fit(words: str, cells: int) -> str:
    """Return a text in exactly so many cells: cut with "..", or filled with blanks."""
    if cell_len(words) <= cells:
        return words + " " * (cells - cell_len(words))
    return set_cell_size(words, max(cells - 2, 0)) + ".."[:cells]


def right(words: str, cells: int) -> str:
    """Return a text flush with the right edge of so many cells."""
    return " " * max(cells - cell_len(words), 0) + words


def wrap(words: str, cells: int, indent: str = "") -> list[str]:
    """
    Break a text into lines of at most so many cells.

    Lines break after a blank where there is one in the last third of the line, else
    anywhere, as Japanese may; closing punctuation never begins a line.

    Parameters
    ----------
    words
        One paragraph.
    cells
        Width of a line with its indent.
    indent
        What every line after the first begins with.
    """
    lines: list[str] = []
    line = ""
    for character in words:
        if cell_len(line) + cell_len(character) > cells and character not in _CLOSING:
            head, rest = _break(line, cells)
            lines.append(head.rstrip())
            line = indent + rest.lstrip()
            if character == " " and not rest:
                continue
        line += character
    return [*lines, line] if line.strip() or not lines else lines


_CLOSING = "、。，．）」』】,.)]:;!?"


def _break(line: str, cells: int) -> tuple[str, str]:
    """Return what stays on a full line and what goes to the next."""
    blank = line.rfind(" ")
    if blank > 0 and cell_len(line[:blank]) * 3 >= cells * 2:
        return line[:blank], line[blank + 1 :]
    return line, ""
