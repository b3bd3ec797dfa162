"""What the site adds to the theme: templates, scripts and styles, as readers get them."""
