"""Tests of the road to a trajectory."""
