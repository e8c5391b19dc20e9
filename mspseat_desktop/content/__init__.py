"""Question banks, the checklist and seat templates: TOML in resources/content, read as domain values."""
