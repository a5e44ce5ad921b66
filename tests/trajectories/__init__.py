"""The tests of the pages about one trajectory."""
