"""Sentences that windows, reports and command line share: outcomes, refusals, names of edits."""
