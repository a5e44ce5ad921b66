"""The provider network: who carries out the actions of a plan, on which conditions, and within which budget."""
