"""The tests of the commands that need no database."""
