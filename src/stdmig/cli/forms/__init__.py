"""``stdmig forms``: forms that go to municipalities and come back filled in."""
