"""Asking a provider for its own answers: the form that goes out, and the answers that come back."""
