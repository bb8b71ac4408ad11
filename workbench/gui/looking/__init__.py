"""Looks at home pages as a reader meets them: hidden pages in a process of its own."""
