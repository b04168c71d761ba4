const std = @import("std");

pub fn main(init: std.process.Init) !void {
    const text = try std.Io.Dir.cwd().readFileAlloc(init.io, "test.txt", init.arena.allocator(), .unlimited);
    try std.Io.File.stdout().writeStreamingAll(init.io, text);
}
