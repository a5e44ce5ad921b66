"""Organisations, regions with their dated choices, and positions: who acts where in which role."""
