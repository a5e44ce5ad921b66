"""The tests of the look and of the words."""
