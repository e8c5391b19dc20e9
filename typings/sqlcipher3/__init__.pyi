"""What we use of sqlcipher3 0.6: Python's sqlite3 with SQLCipher's engine."""
