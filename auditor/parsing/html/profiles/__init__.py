"""The page's author profiles, with their fields."""
