"""The home screen: my cases with what is due, and the frame around every page."""
