"""The pictures of the manual: made from the demonstration, so that they show the program as it is."""
