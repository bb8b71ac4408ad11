"""What several pages show: words, badges, meters, fields, lists, dialogs. None of these knows the work."""
