"""Where the program begins: ``stdmig`` and ``python -m stdmig`` (起動)."""

import sys


def start() -> None:
    """Run the command line; Ctrl-C is quiet even before it has been read in."""
    try:
        from stdmig.cli.endings import heed_endings

        # Reading in the rest takes long enough for somebody to give up.
        heed_endings()
        from stdmig.cli.main import main

        main()
    except KeyboardInterrupt:
        # The documented code; the module that names it may not be read yet.
        sys.exit(130)
    except Exception as error:
        # Without it there are no commands, and no doctor either.
        from stdmig.cli.broken_library import broken_library

        named = error.name if isinstance(error, ImportError) else None
        library = named or broken_library(error)
        if library is None or library.partition(".")[0] == "stdmig":
            raise
        _tell_missing(library)
        sys.exit(2)


def _tell_missing(module: str) -> None:
    """Say which library is missing, in both languages: none is chosen yet."""
    in_english = (
        f"stdmig: the library '{module}' is missing or does not work;"
        " install stdmig again\n"
    )
    in_japanese = (
        f"stdmig：部品「{module}」がないか、動作しません。"
        "stdmigを再度インストールしてください\n"
    )
    for words in (in_english, in_japanese):
        encoding = sys.stderr.encoding or "ascii"
        sys.stderr.write(words.encode(encoding, "backslashreplace").decode(encoding))


if __name__ == "__main__":
    start()
