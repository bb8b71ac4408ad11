"""Everything the window can be told to do: one function each, with its title, key and icon."""
