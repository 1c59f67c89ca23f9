"""To whom, where and in which language something was said."""
