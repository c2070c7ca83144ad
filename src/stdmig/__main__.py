"""Where the program begins: ``stdmig`` and ``python -m stdmig`` (起動)."""

import sys


def start() -> None:
    """Run the command line; Ctrl-C is quiet even before it has been read in."""
    try:
        from stdmig.cli.main import main
    except KeyboardInterrupt:
        # The documented code; the module that names it may not be read yet.
        sys.exit(130)
    main()


if __name__ == "__main__":
    start()
