"""Tests of the recognition of external providers."""
