"""Backups in the window: listed, opened as new clients, erased; and what a damaged file offers."""
