package dev.sandlot.access;

import dev.sandlot.fair.FairShare;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds the pages that are open, and ends those soon that never show up: a robot that reads the
/// address, say. What a page takes is freed with its browser's session.
@Component
class PageSessions extends OncePerRequestFilter {

    private static final String PLACE = PageSessions.class.getName();
    private static final Duration RETRY = Duration.ofMinutes(1);

    /// The page's side lets the oldest go when there are more in one session.
    private static final int PAGES_EACH = 10;

    private final Clients clients;
    private final ConnectionSettings settings;
    private final FairShare places;

    PageSessions(Clients clients, ConnectionSettings settings) {
        this.clients = clients;
        this.settings = settings;
        this.places = new FairShare(settings.maxPages());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Visit visit = new Visit(request);
        if (!visit.takePlace()) {
            refuse(response);
            return;
        }
        try {
            chain.doFilter(visit, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!visit.refused || response.isCommitted()) {
                throw e;
            }
            refuse(response);
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.reset();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY.toSeconds()));
        response.setStatus(429);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .println("Very many pages are open here just now. Try again in a minute.");
    }

    private static final class TooManyPagesException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final class Visit extends HttpServletRequestWrapper {

        private boolean refused;

        Visit(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            HttpSession session = super.getSession(false);
            if (session == null && create) {
                return open();
            }
            if (session != null && isOfThePage()) {
                session.setMaxInactiveInterval(Math.toIntExact(settings.idlePage().toSeconds()));
            }
            return session;
        }

        @Override
        public HttpSession getSession() {
            HttpSession session = getSession(true);
            if (session == null) {
                throw new IllegalStateException("A session that was asked for is there");
            }
            return session;
        }

        /// Only a page that runs in a browser sends these.
        private boolean isOfThePage() {
            return says("v-r=");
        }

        /// @return whether there is room for the page that this request opens, if it opens one
        private boolean takePlace() {
            HttpSession session = says("v-r=init") ? super.getSession(false) : null;
            return session == null
                    || !(session.getAttribute(PLACE) instanceof Places places)
                    || places.takeForOneMore();
        }

        private boolean says(String words) {
            String query = getQueryString();
            return query != null && query.contains(words);
        }

        private HttpSession open() {
            String client = clients.of(this).name();
            if (!places.take(client, 1)) {
                refused = true;
                throw new TooManyPagesException();
            }
            HttpSession session = super.getSession(true);
            session.setMaxInactiveInterval(Math.toIntExact(settings.newPage().toSeconds()));
            session.setAttribute(PLACE, new Places(client));
            return session;
        }
    }

    /// What the pages of one session take; given back at its end.
    private final class Places implements HttpSessionBindingListener {

        private final String client;

        /// The first was taken with the session.
        private int taken = 1;

        private int opened;

        Places(String client) {
            this.client = client;
        }

        /// No more are taken than the session keeps open.
        synchronized boolean takeForOneMore() {
            if (opened >= taken && taken < PAGES_EACH) {
                if (!places.take(client, 1)) {
                    return false;
                }
                taken++;
            }
            opened++;
            return true;
        }

        @Override
        public synchronized void valueUnbound(HttpSessionBindingEvent event) {
            places.giveBack(client, taken);
        }
    }
}
