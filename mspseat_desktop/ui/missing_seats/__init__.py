"""The missing-seat guide: one plain question after the other about the firms that work here."""
