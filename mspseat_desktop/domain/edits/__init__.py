"""The edits of a client, one file per subject; each function returns an Edit and writes nothing."""
