"""Opens links once more that programs could not open: hidden pages in a process of their own."""
