"""Who signed the page and where it says so."""
