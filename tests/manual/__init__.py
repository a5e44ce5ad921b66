"""Tests of the manual: of its pages as they stand in docs/gebruik, and of the same pages in the program."""
