package dev.sandlot.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// No text is ever lost.
class KeptTextIT extends BrowserStories {

    @Autowired private ServletWebServerApplicationContext application;

    @Test
    void aReloadKeepsTheText() {
        open("/?language=python3");
        write("print('still here')");
        awaitDraft("still here");
        page.reload();
        assertThat(editor()).containsText("print('still here')");
    }

    @Test
    void eachLanguageKeepsItsOwnText() {
        open("/?language=python3");
        write("print('mine')");
        choose("lua");
        assertThat(editor()).not().containsText("mine");
        choose("py");
        assertThat(editor()).containsText("print('mine')");
    }

    @Test
    void aSecondTabDoesNotOverwriteTheFirst() {
        open("/?language=python3");
        write("print('first tab')");
        awaitDraft("first tab");
        Page first = page;
        page = profile().newPage();
        open("/?language=python3");
        write("print('second tab')");
        awaitDraft("second tab");
        first.reload();
        page = first;
        assertThat(editor()).containsText("print('first tab')");
    }

    @Test
    void anExpiredSessionKeepsTheTextAndGoesOnByItself() {
        open("/?language=python3");
        write("print('survivor')");
        expireAllSessions();
        run();
        assertThat(console()).hasText("survivor");
        assertThat(editor()).containsText("print('survivor')");
    }

    @Test
    void aLostConnectionIsSaidAndTheRunGoesOnAfterwards() {
        open("/?language=python3");
        write("print('back again')");
        profile().setOffline(true);
        run();
        assertThat(page.locator(".connection-bar")).hasText("Reconnecting… your code is kept");
        profile().setOffline(false);
        assertThat(console()).hasText("back again");
    }

    @Test
    void aLinkWithCodeLeavesTheDraftAlone() {
        open("/?language=python3");
        write("print('draft')");
        awaitDraft("draft");
        Page first = page;
        page = profile().newPage();
        open("/?language=python3&code=cHJpbnQoJ2Zyb20gYSBsaW5rJyk");
        assertThat(editor()).containsText("print('from a link')");
        first.reload();
        page = first;
        assertThat(editor()).containsText("print('draft')");
    }

    private void awaitDraft(String text) {
        page.waitForFunction(
                "text => Object.values(localStorage).some(value => value.includes(text))", text);
    }

    private void expireAllSessions() {
        TomcatWebServer server = (TomcatWebServer) application.getWebServer();
        for (Container context : server.getTomcat().getHost().findChildren()) {
            for (Session session : ((Context) context).getManager().findSessions()) {
                session.expire();
            }
        }
    }
}
