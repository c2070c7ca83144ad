"""Forms that go to municipalities, and come back (調査票の配布と回収)."""
