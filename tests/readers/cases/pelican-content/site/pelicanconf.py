SITENAME = "Lamps"
