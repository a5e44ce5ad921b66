"""What the database holds of plans and of the provider network."""
