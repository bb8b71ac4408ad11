"""Reading an office's register (台账) in whatever form it comes, and what an import of it would change."""
