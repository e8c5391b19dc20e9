"""Presenting: only the chart, large, branch by branch, on whatever the room looks at."""
