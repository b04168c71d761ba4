package dev.sandlot.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CookieVisitorsTest {

    private final Visitors visitors = new CookieVisitors(Keys.none());
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aStrangerIsNobody() {
        assertThat(visitors.find(request)).isEmpty();
    }

    @Test
    void theCookieIsForTheServerAlone() {
        visitors.findOrCreate(request, response);

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("sandlot_visitor=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void overHttpsTheCookieIsSecure() {
        request.setSecure(true);
        visitors.findOrCreate(request, response);
        assertThat(response.getHeader("Set-Cookie")).contains("Secure");
    }

    @Test
    void whoeverHasACookieGetsNoOther() {
        Visitors.Created created = visitors.create();
        request.setCookies(new Cookie("other", "x"), new Cookie(Visitors.COOKIE, created.token()));

        assertThat(visitors.findOrCreate(request, response)).isEqualTo(created.visitor());
        assertThat(response.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void theSameValueWorksAsAKey() {
        Visitors.Created created = visitors.create();
        request.addHeader("Authorization", "Bearer " + created.token());

        assertThat(visitors.find(request)).contains(created.visitor());
    }

    @Test
    void theIdIsNotTheSecret() {
        Visitors.Created created = visitors.create();
        assertThat(created.visitor().id()).matches("[0-9a-f]{64}").isNotEqualTo(created.token());
        assertThat(created.token()).hasSize(43).isNotEqualTo(visitors.create().token());
    }

    @Test
    void whatIsNoTokenIsNobody() {
        request.setCookies(new Cookie(Visitors.COOKIE, "admin"));
        request.addHeader("Authorization", "Basic YTpi");
        assertThat(visitors.find(request)).isEmpty();
        assertThat(visitors.ofToken("")).isEmpty();
    }
}
