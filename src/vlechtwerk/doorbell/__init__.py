"""The doorbell: a mail that says nothing but that there is something for somebody."""
