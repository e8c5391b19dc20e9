"""What is worth a look: the count, the list beside the chart, and what mends it."""
