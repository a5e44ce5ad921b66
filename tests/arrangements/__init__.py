"""What is arranged in a region."""
