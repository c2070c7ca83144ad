"""The option parser in the reader's language: help and usage errors (引数の解析)."""

from stdmig.cli.parser.commands import HELP_NAMES, Child, Command, Group

__all__ = ["HELP_NAMES", "Child", "Command", "Group"]
