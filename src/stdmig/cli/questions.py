"""Questions of a list: answered beforehand, by proposal, or at the terminal (確認)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from shlex import quote

import typer

from stdmig.cli.ask import ask_question, can_ask, tell_question, tell_wrapped
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import READER
from stdmig.cli.messages import complain, say
from stdmig.cli.nearest import nearest
from stdmig.intake.question import Question
from stdmig.intake.typed.choice import refused, typed_choice
from stdmig.render.one_line import one_line
from stdmig.words import Text, count, listing, text


@dataclass(slots=True)
class Questions:
    """
    What was answered so far, and how the rest is answered.

    Attributes
    ----------
    given
        Answers that were given beforehand (``--answer ID=KEY``).
    yes
        Whether every proposal is taken without asking.
    implied
        Answers that other options give; a question for them need not come up.
    answers
        All that are settled, by the question's id.
    asked
        How many questions were put at the terminal.
    """

    given: dict[str, str]
    yes: bool = False
    implied: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    _refused: set[str] = field(default_factory=set)
    asked: int = 0
    _way_out_told: bool = False

    @classmethod
    def of(cls, given: Sequence[str] | None, *, yes: bool) -> Questions:
        """
        Return them with the answers as they were typed.

        Raises
        ------
        typer.Exit
            With code 2 if one has no id.
        """
        pairs = {}
        for each in given or ():
            name, equals, key = each.partition("=")
            if not equals or not name.strip():
                complain(text("--answer {word}: write it as ID=KEY", word=each))
                raise typer.Exit(UNUSABLE)
            pairs[name.strip()] = key
        return cls(pairs, yes)

    def settle(self, questions: Sequence[Question]) -> bool:
        """
        Answer some of the questions; return whether there was one that was open.

        What needs nobody is answered first, all of it; else the first at the terminal.

        Raises
        ------
        typer.Exit
            With code 2 if an answer given beforehand is none of the choices, or
            questions are left and there is no terminal.
        KeyboardInterrupt
            If the person stops.
        """
        waiting = [each for each in questions if each.id not in self.answers]
        if not waiting:
            return False
        settled = self._without_asking(waiting)
        if not settled:
            if not can_ask():
                self._tell_open(waiting)
                raise typer.Exit(UNUSABLE)
            first = waiting[0]
            # What was answered amiss is the same question once more.
            self.asked += first.id not in self._refused
            self.tell_way_out()
            say("")
            number = text("Question {n}", n=self.asked)
            settled = {first.id: ask_question(first, number)}
        self.answers |= settled
        return True

    def tell_way_out(self) -> None:
        """Say how to leave the questions, once, before the first of them."""
        if not self._way_out_told:
            self._way_out_told = True
            tell_wrapped(text("Ctrl+C stops; nothing is then written."))

    def _without_asking(self, waiting: Sequence[Question]) -> dict[str, str]:
        settled = {}
        beforehand = {**self.implied, **self.given}
        for question in waiting:
            if question.id in beforehand and question.id not in self._refused:
                key = typed_choice(beforehand[question.id], question, READER)
                if isinstance(key, Text):
                    why = refused(question, key)
                    complain(text("--answer {id}: {why}", id=question.id, why=why))
                    raise typer.Exit(UNUSABLE)
                settled[question.id] = key
            elif self._may_agree(question) and question.proposal is not None:
                settled[question.id] = question.proposal
        return settled

    def _may_agree(self, question: Question) -> bool:
        return self.yes and question.id not in self._refused

    def take_back(self, questions: Sequence[Question]) -> None:
        """
        Forget the answers to questions that are asked again: they did not fit.

        Raises
        ------
        typer.Exit
            With code 2 if one of them was given beforehand.
        """
        for question in questions:
            answer = self.answers.pop(question.id, None)
            if answer is None:
                continue
            self._refused.add(question.id)
            words = text("'{answer}' does not answer this:", answer=one_line(answer))
            if question.id in {**self.implied, **self.given}:
                complain(words)
                tell_question(question)
                raise typer.Exit(UNUSABLE)
            say("")
            tell_wrapped(words)

    def refuse_unused(self) -> None:
        """
        Go on only if every answer that was given beforehand had its question.

        Raises
        ------
        typer.Exit
            With code 2 if one had none: it may be mistyped.
        """
        for name in self.given:
            if name not in self.answers:
                hints = nearest(name, self.answers)
                complain(text("no question has the id '{id}'", id=name), *hints)
                raise typer.Exit(UNUSABLE)

    @staticmethod
    def _tell_open(questions: Sequence[Question]) -> None:
        complain(
            count(
                "{n} question is open, and there is no terminal to ask it at; nothing"
                " was written",
                "{n} questions are open, and there is no terminal to ask them at;"
                " nothing was written",
                len(questions),
            )
        )
        shown, more = questions[:_SHOWN], len(questions[_SHOWN:])
        for question in shown:
            say("")
            tell_question(question)
        say("")
        if more:
            tell_wrapped(count("and {n} more question", "and {n} more questions", more))
            tell_wrapped(
                text(
                    "So many questions are answered best at a terminal, where they are"
                    " asked one after the other, or by writing the usual names into the"
                    " list."
                )
            )
        tell_wrapped(text("Answer them beforehand, for example:"))
        for question in shown:
            _tell_example(question)
        if all(each.proposal is not None for each in questions):
            tell_wrapped(text("Or take every proposed answer: --yes"))


def _tell_example(question: Question) -> None:
    """Show how an answer is given; the proposal, or else what may be chosen."""
    proposal = question.proposal
    answer = _OPEN if proposal is None else proposal
    say(f"  --answer {quote(f'{question.id}={answer}')}")
    if proposal is None and question.choices:
        keys = listing(choice.key for choice in question.choices)
        tell_wrapped(text("instead of {open}: {keys}", open=_OPEN, keys=keys), "      ")


_OPEN = "..."
"""Stands for the answer where none is proposed."""

_SHOWN = 20
"""Questions that are told at once; whoever has more does not read them all."""
