"""The stakeholder map as one value: people, lines, who stands between, and on whom it hangs."""
