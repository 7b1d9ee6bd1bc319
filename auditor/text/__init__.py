"""Words, sentences, language: what can be said of a text without knowing where it stands."""
