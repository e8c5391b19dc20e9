"""The page "Coverage": who is accountable for each piece of IT work."""
