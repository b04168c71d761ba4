const std = @import("std");
const second = @import("second.zig");

pub fn main(init: std.process.Init) !void {
    try std.Io.File.stdout().writeStreamingAll(init.io, second.text() ++ "\n");
}
