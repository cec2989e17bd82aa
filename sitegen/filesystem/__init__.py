"""Files and folders: reading, writing, listing, fingerprinting and watching them."""
