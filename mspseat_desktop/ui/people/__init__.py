"""The page "People": everybody who sits somewhere, people and providers, and a form for each."""
