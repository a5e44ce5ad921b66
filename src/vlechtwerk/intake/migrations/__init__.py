"""Migrations of the road to a trajectory."""
