"""The tests of the home screen."""
