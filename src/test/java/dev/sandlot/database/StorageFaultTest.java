package dev.sandlot.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class StorageFaultTest {

    @Test
    void aFullDiskIsToldFromADatabaseThatIsDown() {
        SQLException full = new SQLException("could not extend file", "53100");

        assertThat(StorageFault.of(new DataAccessResourceFailureException("", full)))
                .isEqualTo(StorageFault.FULL);
        assertThat(StorageFault.of(new DataAccessResourceFailureException("")))
                .isEqualTo(StorageFault.UNAVAILABLE);
        assertThat(StorageFault.of(new SQLException("no state")))
                .isEqualTo(StorageFault.UNAVAILABLE);
    }
}
