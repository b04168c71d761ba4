const std = @import("std");

fn isPrime(n: u32) bool {
    var divisor: u32 = 2;
    while (divisor * divisor <= n) : (divisor += 1) {
        if (n % divisor == 0) return false;
    }
    return n > 1;
}

pub fn main(init: std.process.Init) !void {
    var buffer: [1024]u8 = undefined;
    var writer: std.Io.File.Writer = .init(.stdout(), init.io, &buffer);
    const out = &writer.interface;

    try out.print("Hello, World!\n", .{});
    for (0..30) |n| {
        if (isPrime(@intCast(n))) try out.print("{d} ", .{n});
    }
    try out.print("\n", .{});
    try out.flush();
}
