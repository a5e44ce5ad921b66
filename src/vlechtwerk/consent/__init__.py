"""What is shared about somebody, item by item: with whom, why, in which words, and with whose consent until when."""
