"""One small object for each thing a pressed mouse button can be doing."""
