"""The comments at the head of a new systems.yaml and of its parts (見出しの説明)."""

from __future__ import annotations

from stdmig.words import text

HEADER = text(
    "Systems to be standardised, and their contracts\n"
    "\n"
    "This file says who plans, which contracts run, and which of the 20 systems\n"
    "of the law are in use with which units. Change it with any text editor and\n"
    "save it as UTF-8. Then run 'stdmig check': it says what is wrong, and where.\n"
    "\n"
    "How to write\n"
    "  One 'key: value' a line: a half-width colon, then a space.\n"
    "  The spaces before a key say what it belongs to. Keep keys that belong\n"
    "  together in one column; use half-width spaces, never tabs.\n"
    "  '- ' begins an entry of a list.\n"
    "  What follows '#' is a remark and is not read. To use a key that stands\n"
    "  behind '# ', delete these two characters and write your value.\n"
    "  Put a value in quotation marks where ': ' or ' #' stands in it:\n"
    '    name: "System: residents"\n'
    "How to write days\n"
    "  Western (2025-03-31) and Japanese (令和7年3月31日, R7.3.31) are both read.\n"
    "  Where the day does not matter, a month will do (2025-03, 令和7年3月).\n"
    "  'start' and 'end' of a contract are both part of it.\n"
    "What is not known\n"
    "  Leave it out; it can be added at any time.\n"
    "What may stand anywhere\n"
    "  source, confirmed_by, confirmed_on (a day), note, and\n"
    "  assumed: true for what no document says."
)
"""What the file is, and how YAML is written."""

MUNICIPALITY = text("Who plans. May also be written here:")
CONTRACTS = text(
    "Contracts of the present systems. A contract for several units stands here\n"
    "once, and every unit names its id. May be written in each:"
)
SYSTEMS = text(
    "Systems in the order of the law, each with its units (one for each section\n"
    "that has a system of its own). May be written for a system:"
)
UNITS = text("May be written for a unit:")
FILE = text("May also be written, in the first column:")
NOT_LISTED = text(
    "Systems of the law that are not listed yet. 'stdmig check' asks for them:\n"
    "delete '# ' before those that are in use, and add their units."
)
REASON_WANTED = text("not run here (write why)")
