"""Tests of the rules: pure, without Django and without a database."""
