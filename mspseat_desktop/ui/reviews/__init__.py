"""The review of one seat's occupant, as a view on the session."""
