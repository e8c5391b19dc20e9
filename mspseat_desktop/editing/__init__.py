"""The one way an edit travels: do, undo, redo, with a history that lives in the client file."""
