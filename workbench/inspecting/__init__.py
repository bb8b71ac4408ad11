"""Looks at one subject: asks for its pages, judges its links, runs the checks and proposes findings. Stores nothing."""
