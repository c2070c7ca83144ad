"""What is remarked, asked and refused while a list is understood (確認の記録)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location, Severity
from stdmig.intake.question import Answers, Question
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, text


class Remark(NamedTuple):
    """How something was read that could have been read otherwise (読み取りの注記)."""

    place: Location
    wording: Text


class Inquiry:
    """
    The answers that are there, and everything that is left to say.

    Attributes
    ----------
    questions
        Those without a fitting answer, in the order in which they came up.
    remarks
        How doubtful things were read.
    diagnostics
        What was left out, and answers that do not fit.
    """

    def __init__(self, answers: Answers) -> None:
        self.questions: list[Question] = []
        self.remarks: list[Remark] = []
        self.diagnostics: list[Diagnostic] = []
        self._answers = answers
        self._asked: set[str] = set()

    def next_stage(self) -> Inquiry:
        """
        Return what the next questions are put to.

        While questions are open, those that build on their answers would be premature:
        what comes up is then kept to itself.
        """
        return Inquiry(self._answers) if self.questions else self

    def remark(self, place: Location, wording: Text) -> None:
        """Keep how something was read."""
        remark = Remark(place, wording)
        if remark not in self.remarks:
            self.remarks.append(remark)

    def left_out(
        self, place: Location, message: Text, help_: Text | None = None
    ) -> None:
        """Report a value that is not taken over (``STD023``)."""
        found = Diagnostic("STD023", message, place, help_, severity=Severity.WARNING)
        if found not in self.diagnostics:
            self.diagnostics.append(found)

    def ask(
        self,
        question: Question,
        place: Location,
        fits: Callable[[str], bool] | None = None,
    ) -> str | None:
        """
        Return the answer to a question; where none fits, keep the question.

        Parameters
        ----------
        question
            Asked once, however often it comes up.
        place
            Where an answer that does not fit is reported.
        fits
            What an answer in words must be; choices are checked without it.
        """
        answer = self._answers.get(question.id)
        if answer is not None:
            answer = answer.strip()
            if (
                _is_choice(question, answer)
                if question.choices
                else not fits or fits(answer)
            ):
                self._asked.add(question.id)
                return answer
        if question.id in self._asked:
            return None
        self._asked.add(question.id)
        self.questions.append(question)
        if answer is not None:
            self._unfit(question, answer, place)
        return None

    def _unfit(self, question: Question, answer: str, place: Location) -> None:
        message = text(
            "the answer '{answer}' does not fit the question '{id}'",
            answer=quoted(answer),
            id=question.id,
        )
        keys = ", ".join(choice.key for choice in question.choices)
        help_ = text("answer with one of: {keys}", keys=keys) if keys else None
        if question.several:
            help_ = text("answer with one or more of: {keys}", keys=keys)
        self.diagnostics.append(Diagnostic("STD024", message, place, help_))

    def refuse_stray_answers(self, place: Location) -> None:
        """Report answers to what was not asked (``STD024``)."""
        for key in self._answers:
            if key not in self._asked:
                message = text(
                    "the list raises no question '{id}'",
                    id=quoted(key),
                )
                self.diagnostics.append(Diagnostic("STD024", message, place))


def several_of(answer: str) -> list[str]:
    """Return the choices that an answer names, each once."""
    parts = answer.replace("、", ",").replace("，", ",").split(",")
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _is_choice(question: Question, answer: str) -> bool:
    keys = {choice.key for choice in question.choices}
    if not question.several:
        return answer in keys
    named = several_of(answer)
    alone = {"none", "other"} & set(named)
    return bool(named) and set(named) <= keys and (len(named) == 1 or not alone)
