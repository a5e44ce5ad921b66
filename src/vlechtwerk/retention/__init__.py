"""How long what is kept: terms with their source, proposals to erase, holds, and the rights of the client about her data."""
