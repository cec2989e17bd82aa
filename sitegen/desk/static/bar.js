// The bar on posts. (In the next step.)
