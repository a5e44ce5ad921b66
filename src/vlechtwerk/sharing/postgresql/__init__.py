"""The PostgreSQL of Django with one thing more: confidential tables are not touched while nobody acts."""
