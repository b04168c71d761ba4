package dev.sandlot;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The walls between rooms, as each room's package-info declares them.
class ModularityTest {

    @Test
    void everyRoomUsesOnlyTheRoomsThatItMay() {
        ApplicationModules.of(Application.class).verify();
    }
}
