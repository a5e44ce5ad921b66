"""The client as a person: who it is, apart from any trajectory."""
