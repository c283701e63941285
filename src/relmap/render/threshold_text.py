"""A threshold's value as it stands in YAML, lists without their brackets."""


def threshold_text(value: object) -> str:
    """Write a value: `0.5`, `budget, user`, `interconnected: technical`; `none` where there is nothing in it."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {threshold_text(entry)}" for key, entry in value.items()) or "none"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return f"{value:.10g}" if isinstance(value, float) else str(value)
