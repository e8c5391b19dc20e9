"""Question banks, checklist, seat templates, sample: TOML in resources/content as domain values."""
