"""The tests of the tables that leave the program."""
