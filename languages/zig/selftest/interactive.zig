const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var buffer: [4096]u8 = undefined;
    var reader: std.Io.File.Reader = .init(.stdin(), init.io, &buffer);
    const out: std.Io.File = .stdout();

    try out.writeStreamingAll(init.io, "Name? ");
    const name = (try reader.interface.takeDelimiter('\n')).?;
    try out.writeStreamingAll(init.io, "Hello, ");
    try out.writeStreamingAll(init.io, name);
    try out.writeStreamingAll(init.io, "\n");
}
