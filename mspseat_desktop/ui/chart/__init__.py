"""The painted chart: canvas, cards, gestures, and its tree for screen readers."""
