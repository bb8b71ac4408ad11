"""The inspection workbench (巡检工作台)."""

__version__ = "0.1.0"
