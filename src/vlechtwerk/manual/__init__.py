"""The manual inside the program: the pages of docs/gebruik, with those of the own role first."""
