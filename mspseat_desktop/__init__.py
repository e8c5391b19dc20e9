"""Accountability charts with a seat for every service provider, and fair seat reviews."""

__version__ = "0.1.0"
