package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Limits;
import dev.sandlot.sandbox.MemorySize;
import dev.sandlot.sandbox.Stream;
import java.time.Duration;

/// What `sandlot-jail` says: one kind for each frame of docs/protocol.md.
sealed interface Message {

    /// @param maxima what a job of this profile can get at most
    /// @param collect bytes that may come back in files at most
    record Hello(int slot, Limits maxima, MemorySize collect) implements Message {}

    record Ready() implements Message {}

    record Started() implements Message {}

    record Output(Stream stream, Duration at, byte[] bytes) implements Message {}

    /// The program has taken so many bytes of its input.
    record Window(int bytes) implements Message {}

    record FileStart(String name, boolean executable, int size) implements Message {}

    record FileData(byte[] bytes) implements Message {}

    record Finished(Report report) implements Message {}

    /// The answer to a beat: it is there.
    record Beat() implements Message {}

    record Quarantine(String reason) implements Message {}
}
