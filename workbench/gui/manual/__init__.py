"""The manual: chapters of resources/help, shown in a window of its own at the page that fits what is on screen."""
