"""What the embedded browser is made of; only this folder, `web_engine.py` and `reopening/` import QtWebEngine."""
