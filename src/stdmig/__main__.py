"""``python -m stdmig``."""

from stdmig.cli.main import main

main()
