"""The concept graph: layout, measures, orders, and answers to questions."""
