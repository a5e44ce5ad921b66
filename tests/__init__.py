"""The tests: what the program promises, in sentences that an expert of the field could agree with."""
