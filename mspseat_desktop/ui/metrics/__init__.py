"""Figures of metrics: reading what is typed, the grid by period, and the small line over time."""
