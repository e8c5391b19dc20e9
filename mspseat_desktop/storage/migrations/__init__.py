"""Frozen steps from one schema version to the next, in plain SQL, never edited again."""
