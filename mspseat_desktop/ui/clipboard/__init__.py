"""Cut, copy, paste and duplicate: seats on the clipboard, ours and other people's."""
