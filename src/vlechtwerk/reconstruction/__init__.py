"""Reconstructing a trajectory: how it stood on any past day, with deadlines and follow-up, as a page and as a report (AT-132)."""
