"""``stdmig import``: one command for each kind of file that comes in."""
