"""The page of agreed actions: what is open, what is overdue, and what became of the rest."""
