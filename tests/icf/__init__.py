"""Tests of the ICF profile."""
