"""What a client file means: records, edits, rules, outcomes. No clock, no randomness, no I/O."""
