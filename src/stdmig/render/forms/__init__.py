"""Excel forms that municipalities fill in and send back (調査票)."""
