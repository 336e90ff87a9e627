"""The command line: views of what the library answers, printed as tables, JSON or Markdown."""
