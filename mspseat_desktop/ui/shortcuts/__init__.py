"""Which keys do what: the usual ones, the user's own, and the window in which they are changed."""
