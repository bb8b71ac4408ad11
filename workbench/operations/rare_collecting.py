"""Lets a process that only inspects look for garbage rarely: pages and links hold no circles, and are freed as they are left."""

import gc

_NEW_OBJECTS = 1_000_000


def collect_rarely() -> None:
    """For the rest of the process."""
    gc.set_threshold(_NEW_OBJECTS, 20, 100)
