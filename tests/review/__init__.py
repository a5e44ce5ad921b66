"""Tests of reviewing the record and of emergency access."""
