"""The window: what an inspector sees. The only folder that knows Qt."""
