"""Seats as boxes and lines, the same for the window, paper and command line; knows no Qt."""
