"""Forms that are not finished."""
