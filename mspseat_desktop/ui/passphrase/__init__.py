"""Passphrases: setting one, opening with one or with the recovery sheet, and the locked window."""
