"""The tests of reconstructing a trajectory."""
