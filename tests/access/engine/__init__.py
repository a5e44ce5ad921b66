"""The matrix of access: everybody, every part of three files, and three answers that have to be the same."""
