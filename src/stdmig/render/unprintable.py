"""A paper that this machine cannot write (書類を作成できない場合)."""

from __future__ import annotations

from stdmig.words import Text


class UnprintableError(Exception):
    """
    What a paper needs from the machine is not there.

    Attributes
    ----------
    message
        What is missing.
    help
        What to do about it.
    """

    def __init__(self, message: Text, help: Text) -> None:
        super().__init__(message.message)
        self.message, self.help = message, help
