"""What a user can do, one file each; the window and the command line call the same functions."""
