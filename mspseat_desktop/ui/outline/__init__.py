"""The outline: the chart as a list beside it."""
