"""Preview, printing and saving of reports."""
