"""What stops the setup: one sentence for the person at the keyboard, with the remedy."""


class SetupError(Exception):
    """The message is a whole Chinese sentence; nothing else is shown."""
