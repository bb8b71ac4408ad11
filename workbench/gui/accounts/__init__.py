"""新媒体: one sheet per account; what the inspector saw of it, typed, ticked and pictured."""
