"""Scoring standards: packs read from TOML, and pure scoring by them."""
