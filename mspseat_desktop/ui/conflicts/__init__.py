"""Two versions of one client: told apart, both kept, put together by choice; and open elsewhere."""
