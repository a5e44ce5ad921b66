"""Tests of the house itself: starting, stopping, settings and style."""
