package dev.sandlot.api;

import dev.sandlot.access.Clients;
import dev.sandlot.access.UnknownKeyException;
import dev.sandlot.access.UnreadBody;
import dev.sandlot.fair.FairShare;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends the reading of a request's body where it gets too long, at once when its length is
/// announced and otherwise at the first byte over the limit, and where it comes too slowly.
@Component
class BodyLimitFilter extends OncePerRequestFilter {

    /// A body this short is never refused for want of memory.
    private static final int FREE = 64 * 1024;

    private final long limit;
    private final Duration patience;
    private final Clients clients;
    private final long stock = Runtime.getRuntime().maxMemory() / 8;
    private final FairShare memory = new FairShare(stock);

    BodyLimitFilter(ApiProperties properties, Clients clients) {
        this.limit = properties.maxBodySize().toBytes();
        this.patience = properties.bodyTimeout();
        this.clients = clients;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        LimitedRequest limited = new LimitedRequest(request);
        try {
            chain.doFilter(limited, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (limited.refusal == null || response.isCommitted()) {
                throw e;
            }
            response.sendError(limited.refusal.status().value());
        } finally {
            limited.release();
        }
        if (!request.isAsyncStarted()) {
            UnreadBody.throwAway(request, patience);
        }
    }

    private final class LimitedRequest extends HttpServletRequestWrapper {

        private @Nullable BodyRefusedException refusal;
        private @Nullable String holder;
        private long taken;

        LimitedRequest(HttpServletRequest request) {
            super(request);
        }

        private void take(long bytes) throws BodyRefusedException {
            if (holder == null) {
                holder = holder();
            }
            if (!memory.take(holder, bytes)) {
                throw refuse(BodyRefusedException.noRoom(stock));
            }
            taken += bytes;
        }

        private String holder() {
            try {
                return clients.of(this).name();
            } catch (UnknownKeyException e) {
                return "unknown key"; // which will be told soon
            }
        }

        private void release() {
            if (holder != null) {
                memory.giveBack(holder, taken);
            }
            taken = 0;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > limit) {
                throw refuse(BodyRefusedException.tooLarge(limit));
            }
            return new BoundedStream(super.getInputStream(), this);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            Charset charset =
                    Optional.ofNullable(getCharacterEncoding())
                            .map(Charset::forName)
                            .orElse(StandardCharsets.UTF_8);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }

        private BodyRefusedException refuse(BodyRefusedException refused) {
            refusal = refused;
            return refused;
        }
    }

    private final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final LimitedRequest request;
        private final long deadline;
        private long read;

        BoundedStream(ServletInputStream body, LimitedRequest request) {
            this.body = body;
            this.request = request;
            this.deadline = System.nanoTime() + patience.toNanos();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int number = readInTime(buffer, offset, length);
            read += Math.max(number, 0);
            if (read > limit) {
                throw request.refuse(BodyRefusedException.tooLarge(limit));
            }
            if (number > 0 && read > FREE) {
                request.take(number);
            }
            return number;
        }

        /// The server bounds how long one read waits; the sum is bounded here.
        private int readInTime(byte[] buffer, int offset, int length) throws IOException {
            try {
                int number = body.read(buffer, offset, length);
                if (number < 0 || System.nanoTime() - deadline < 0) {
                    return number;
                }
            } catch (SocketTimeoutException _) {
                // The same to the client: it was too slow.
            }
            throw request.refuse(BodyRefusedException.tooSlow(patience.toSeconds()));
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
