"""Candidates for one seat side by side, over the window."""
