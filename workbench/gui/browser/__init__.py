"""What pages are made of; only this folder, `web_engine.py`, `reopening/` and `looking/` import QtWebEngine."""
