"""What leaves the laptop and what is forgotten: copies to send, forgetting, erasing."""
