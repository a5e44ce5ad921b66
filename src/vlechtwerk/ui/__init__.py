"""The look of every screen: pages and fragments, components, forms, error pages and the style sheets."""
