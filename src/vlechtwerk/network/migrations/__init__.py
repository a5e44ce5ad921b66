"""What the database holds of the provider network."""
