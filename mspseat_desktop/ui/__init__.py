"""The windows: PySide6 lives here and in the application's start, nowhere else."""
