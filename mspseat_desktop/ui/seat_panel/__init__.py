"""The panel beside the chart: everything that is kept about one seat."""
