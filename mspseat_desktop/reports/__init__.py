"""Printed pages with reportlab: one file per report, one print style."""
