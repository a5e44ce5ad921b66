"""The tests of who may open which address."""
