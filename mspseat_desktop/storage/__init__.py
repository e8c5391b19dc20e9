"""The client file: schema, rows, working copy and publishing. The only room with SQL."""
