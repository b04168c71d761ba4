package dev.sandlot.sandbox.nsjail;

import dev.sandlot.sandbox.Profile;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The installed `sandlot-jail`. This is the only class that starts a process.
final class LauncherProcess implements Launcher {

    private static final Logger log = LoggerFactory.getLogger(LauncherProcess.class);
    private static final int MAX_LOG_LINE = 400;
    private static final long LOG_THREAD_STACK = 128 * 1024;

    private final Path executable;

    LauncherProcess(Path executable) {
        this.executable = executable;
    }

    @Override
    public Line start(Profile profile, String root) throws IOException {
        requireInstalled();
        String name = profile.name().toLowerCase(Locale.ROOT);
        ProcessBuilder builder = new ProcessBuilder(executable.toString(), name, root);
        builder.environment().clear();
        builder.directory(new File("/"));
        try {
            RunningProcess process = new RunningProcess(builder.start());
            process.keepLog(name);
            return process;
        } catch (OutOfMemoryError e) {
            throw new IOException("no thread is to be had: " + e.getMessage(), e);
        }
    }

    private void requireInstalled() throws IOException {
        if (!Files.exists(executable)) {
            throw new IOException(
                    "sandlot-jail is not installed at " + executable + ": run deploy/run");
        }
        if (!Files.isExecutable(executable)) {
            throw new IOException(
                    "This user may not execute "
                            + executable
                            + ": the service must run as the user sandlot, which deploy/run makes");
        }
    }

    private static final class RunningProcess implements Line {

        private final Process process;
        private volatile String lastWords = "";

        private RunningProcess(Process process) {
            this.process = process;
        }

        @Override
        public InputStream fromJail() {
            return process.getInputStream();
        }

        @Override
        public OutputStream toJail() {
            return process.getOutputStream();
        }

        @Override
        public String lastWords() {
            return lastWords;
        }

        private void keepLog(String profile) {
            try {
                Thread.ofPlatform()
                        .daemon()
                        .name("jail-log-" + profile)
                        .stackSize(LOG_THREAD_STACK)
                        .start(this::copyLog);
            } catch (OutOfMemoryError e) {
                closeQuietly(process.getOutputStream());
                abandon();
                throw e;
            }
        }

        @Override
        public void hangUp() {
            try {
                // Closing waits for a write under way, and a stopped process may never read it.
                Thread.ofPlatform()
                        .daemon()
                        .name("jail-hang-up")
                        .start(() -> closeQuietly(process.getOutputStream()));
            } catch (OutOfMemoryError e) {
                closeQuietly(process.getInputStream()); // ends it too, once it has something to say
            }
        }

        @Override
        public boolean awaitEnd(Duration atMost) throws InterruptedException {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void abandon() {
            closeQuietly(process.getInputStream());
            process.destroyForcibly();
        }

        private void closeQuietly(Closeable stream) {
            try {
                stream.close();
            } catch (IOException e) {
                log.debug("sandlot-jail {} was gone already", process.pid(), e);
            }
        }

        private void copyLog() {
            StringBuilder line = new StringBuilder(MAX_LOG_LINE);
            try (Reader words = process.errorReader(StandardCharsets.US_ASCII)) {
                for (int c = words.read(); c >= 0; c = words.read()) {
                    if (c == '\n') {
                        heard(line.toString());
                        line.setLength(0);
                    } else if (line.length() < MAX_LOG_LINE) {
                        line.append(c >= ' ' && c <= '~' ? (char) c : '?');
                    }
                }
            } catch (IOException e) {
                log.debug("The log of sandlot-jail {} ended", process.pid(), e);
            }
        }

        private void heard(String line) {
            lastWords = line;
            log.warn("sandlot-jail {}: {}", process.pid(), line);
        }
    }
}
