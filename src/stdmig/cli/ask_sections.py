"""Ask which sections own the systems (担当課の質問)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from stdmig.cli.ask import ask, tell_wrapped
from stdmig.cli.known_beforehand import Sections
from stdmig.cli.numbered import Numbered, numbers_of
from stdmig.intake.typed.systems import typed_systems
from stdmig.intake.typed.word import typed_word
from stdmig.words import Text, text


def ask_sections(
    systems: Sequence[str], gone: Collection[str], numbered: Numbered
) -> Sections:
    """
    Return the sections with their systems; numbers are those of all systems.

    Raises
    ------
    KeyboardInterrupt
        If the person stops.
    """
    tell_wrapped(
        text(
            "Enter alone leaves it for later, in systems.yaml or from a list in Excel."
            " Otherwise write one section (such as Tax Section)"
        )
    )
    sections: dict[str, tuple[str, ...]] = {}
    left = [each for each in systems if each not in gone]
    offered = tuple(systems)
    while section := ask(typed_word, ""):
        if not sections:
            offered = numbered.show(systems)
        tell_wrapped(
            text(
                "Numbers or names of the systems of {section} (such as 6-9 or kokuho;"
                " Enter alone: none)",
                section=section,
            ),
            "  ",
        )
        none: tuple[str, ...] = ()
        chosen = ask(_owned_reader(offered, gone), none)
        if chosen:
            owned = (*sections.get(section, ()), *chosen)
            sections[section] = tuple(dict.fromkeys(owned))
        left = [each for each in left if each not in chosen]
        if left:
            numbers = numbers_of(left, offered)
            tell_wrapped(text("Still without a section: {numbers}", numbers=numbers))
        tell_wrapped(text("The next section (Enter alone: that is all)"))
    return tuple(sections.items())


def _owned_reader(
    systems: Sequence[str], gone: Collection[str]
) -> Callable[[str], tuple[str, ...] | Text]:
    def read(written: str) -> tuple[str, ...] | Text:
        chosen = typed_systems(written, systems)
        if isinstance(chosen, Text):
            return chosen
        # A span may well run over one that is not here.
        owned = tuple(each for each in chosen if each not in gone)
        return owned or text("write at least one number, such as 1")

    return read
