"""What is known of the world: names, addresses, telephone numbers, domains, and how profiles state them."""
