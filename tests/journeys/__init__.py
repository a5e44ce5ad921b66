"""The tests in a browser, from signing in to signing out."""
