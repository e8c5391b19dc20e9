"""What-if copies and versions in the window: kept, shown, compared, taken over, dropped."""
