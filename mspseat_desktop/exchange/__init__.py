"""Other formats in and out: bytes to domain values and back; no dialogs."""
