"""Seat templates in the window: a seat from one, one's own ones kept, managed and passed on."""
