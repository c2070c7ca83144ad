"""What the YAML parser complains about, in words a town hall knows (文法の誤り)."""

from __future__ import annotations

from stdmig.words import Text, text

FELT_LATER = frozenset(
    {"could not find expected ':'", "found unexpected document indicator"}
)
"""Complaints that the parser makes only lines after the fault they are about."""

_UNCLOSED = ("while parsing a flow node", "did not find expected node content")

_EXPLAINED = {
    "mapping values are not allowed in this context": text(
        "not valid YAML: a second ':'; put the text in quotes, or indent the line like"
        " its neighbours"
    ),
    "did not find expected ',' or ']'": text(
        "not valid YAML: a list in [ ] lacks a comma or its closing ]"
    ),
    "did not find expected ',' or '}'": text(
        "not valid YAML: a mapping in {{ }} lacks a comma or its closing }}"
    ),
    "did not find expected key": text(
        "not valid YAML: this line is not indented like its neighbours, or a text goes"
        " on after its closing quotation mark"
    ),
    "did not find expected '-' indicator": text(
        "not valid YAML: this line is not indented like the list it stands in"
    ),
    "could not find expected ':'": text(
        "not valid YAML: the key is not followed by a half-width ':' and a space"
    ),
    "found character that cannot start any token": text(
        "not valid YAML: this character cannot begin a value"
        " (a tab, or one of @ ` %); put the value in quotes"
    ),
    "found unexpected end of stream": text(
        "not valid YAML: a quotation mark is not closed"
    ),
    "block sequence entries are not allowed in this context": text(
        "not valid YAML: a list item '- ' cannot stand here; begin a new line"
    ),
    "mapping keys are not allowed in this context": text(
        "not valid YAML: a text that begins with '? ' must stand in quotes"
    ),
    "did not find expected alphabetic or numeric character": text(
        "not valid YAML: a text that begins with * or & must stand in quotes"
    ),
    "did not find expected whitespace or line break": text(
        "not valid YAML: a text that begins with ! must stand in quotes"
    ),
    "did not find expected comment or line break": text(
        "not valid YAML: a text that begins with > or | must stand in quotes"
    ),
    "did not find expected node content": text(
        "not valid YAML: a value is missing here, or a text that begins with , ] or }}"
        " is not in quotes"
    ),
    "found unexpected ':'": text(
        "not valid YAML: the ':' is not followed by a half-width space"
    ),
    "found unknown escape character": text(
        "not valid YAML: \\ has a special meaning in double quotes; use single quotes"
    ),
    "found invalid Unicode character escape code": text(
        "not valid YAML: \\u is followed by the number of no character, or of half of"
        " one (d800 to dfff); write the character itself"
    ),
    "found unexpected document indicator": text(
        "not valid YAML: a quotation mark is not closed"
    ),
    "found a tab character that violates indentation": text(
        "not valid YAML: a tab stands here; indent with half-width spaces"
    ),
    "found a tab character where an indentation space is expected": text(
        "not valid YAML: a tab stands here; indent with half-width spaces"
    ),
    "did not find expected <document start>": text(
        "not valid YAML: nothing can follow the end mark '...'"
    ),
}


def syntax_fault(context: str | None, problem: str | None) -> Text:
    """
    Return the parser's complaint as a sentence.

    Parameters
    ----------
    context, problem
        The parser's own English words; those that it uses most are explained,
        the others are passed on.
    """
    if (context, problem) == _UNCLOSED:
        return text(
            "not valid YAML: a [ or {{ is not closed, or a value is missing at a comma"
        )
    if problem in _EXPLAINED:
        return _EXPLAINED[problem]
    why = ", ".join(part for part in (context, problem) if part)
    return text("not valid YAML: {why}", why=why)
