"""Finding seats while one types: the bar over the chart, and what it found."""
