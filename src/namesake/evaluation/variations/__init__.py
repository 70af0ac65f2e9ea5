"""What happens to names between a list and a file of customers: one module a kind of cause."""
