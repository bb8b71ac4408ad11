"""The tour: a few steps over the real window, each with one control in the light and two sentences beside it."""
