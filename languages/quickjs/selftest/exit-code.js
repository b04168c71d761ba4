std.exit(7);
