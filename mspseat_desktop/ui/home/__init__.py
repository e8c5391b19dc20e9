"""The start page: clients by name, new, open, import, sample."""
