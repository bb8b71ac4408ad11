"""The nouns of the trade: frozen records and the rules that follow from them alone. Standard library only."""
