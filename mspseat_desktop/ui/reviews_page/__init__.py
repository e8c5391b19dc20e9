"""The page "Reviews": the whole company at a glance, rated, filtered, and held against earlier."""
