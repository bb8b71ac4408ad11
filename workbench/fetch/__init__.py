"""Collects captures: the only room that speaks HTTP. One protocol, two engines, the same answers from both."""
