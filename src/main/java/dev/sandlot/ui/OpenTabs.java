package dev.sandlot.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// Bounds what one session keeps in memory: when one tab too many is opened, the oldest is let go.
/// It loads itself anew when it is used again; its text is in the browser.
@Component
final class OpenTabs implements VaadinServiceInitListener {

    private static final int MOST = 10;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(OpenTabs::closeTheOldest);
    }

    private static void closeTheOldest(UIInitEvent opened) {
        List<UI> open =
                opened.getUI().getSession().getUIs().stream()
                        .filter(ui -> !ui.isClosing())
                        .sorted(Comparator.comparingInt(UI::getUIId))
                        .toList();
        open.stream().limit(Math.max(0, open.size() - MOST)).forEach(UI::close);
    }
}
