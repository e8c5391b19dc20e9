"""The questions that a client asks: its own, those it leaves out, and their order."""
