"""The demo newspaper: its stories, its people and its pictures, and what makes a site of them."""
