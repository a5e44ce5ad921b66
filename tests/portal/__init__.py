"""The tests of the client's own view."""
