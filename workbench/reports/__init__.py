"""Documents: every order, total and word is decided in the report model; a report only lays it out."""
