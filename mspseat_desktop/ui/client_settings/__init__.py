"""The settings of an open client: what it is called, how it judges, and how it writes."""
