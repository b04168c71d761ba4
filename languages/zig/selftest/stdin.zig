const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var in_buffer: [4096]u8 = undefined;
    var out_buffer: [4096]u8 = undefined;
    var reader: std.Io.File.Reader = .init(.stdin(), init.io, &in_buffer);
    var writer: std.Io.File.Writer = .init(.stdout(), init.io, &out_buffer);
    const in = &reader.interface;
    const out = &writer.interface;

    var sum: i32 = 0;
    var words = std.mem.tokenizeScalar(u8, (try in.takeDelimiter('\n')).?, ' ');
    while (words.next()) |word| sum += try std.fmt.parseInt(i32, word, 10);
    try out.print("{d}\n", .{sum});
    while (try in.takeDelimiter('\n')) |line| try out.print("{s}\n", .{line});
    try out.flush();
}
