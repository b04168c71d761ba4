package dev.sandlot.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandlot.judge.JudgeService.Watch;
import dev.sandlot.judge.Submission.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubmissionFeedTest {

    private final SubmissionFeed feed = new SubmissionFeed();
    private final List<String> heard = new ArrayList<>();

    @Test
    void aWatcherHearsTheStateNowAndEveryChange() {
        watch(state(Status.QUEUED, 0));
        feed.publish(state(Status.JUDGING, 0));
        feed.publish(state(Status.JUDGING, 1));
        feed.publish(state(Status.JUDGED, 1));
        assertThat(heard).containsExactly("QUEUED 0", "JUDGING 0", "JUDGING 1", "JUDGED 1");
    }

    @Test
    void aChangeThatOvertakesTheFirstStateIsNotUndone() {
        feed.watch(
                "id",
                () -> {
                    feed.publish(state(Status.JUDGING, 3));
                    return Optional.of(state(Status.QUEUED, 0));
                },
                this::hear);
        assertThat(heard).containsExactly("JUDGING 3");
    }

    @Test
    void aClosedWatchHearsNothing() {
        Watch watch = watch(state(Status.QUEUED, 0));
        watch.close();
        feed.publish(state(Status.JUDGING, 0));
        assertThat(heard).containsExactly("QUEUED 0");
    }

    @Test
    void afterTheVerdictThereIsNothingMore() {
        watch(state(Status.JUDGED, 3));
        feed.publish(state(Status.JUDGED, 4));
        assertThat(heard).containsExactly("JUDGED 3");
    }

    @Test
    void oneListenerThatFailsDisturbsNoOther() {
        feed.watch(
                "id",
                () -> Optional.of(state(Status.QUEUED, 0)),
                _ -> {
                    throw new IllegalStateException("gone");
                });
        watch(state(Status.QUEUED, 0));
        feed.publish(state(Status.JUDGING, 1));
        assertThat(heard).containsExactly("QUEUED 0", "JUDGING 1");
    }

    @Test
    void progressIsNewerThanWhatIsStored() {
        feed.publish(state(Status.JUDGING, 2));
        assertThat(feed.newest(state(Status.JUDGING, 0)).testsDone()).isEqualTo(2);
        assertThat(feed.newest(state(Status.JUDGED, 3)).testsDone()).isEqualTo(3);
        feed.publish(state(Status.JUDGED, 3));
        assertThat(feed.newest(state(Status.JUDGING, 0)).testsDone()).isZero();
    }

    @Test
    void aWatchOfNothingIsSilent() {
        try (Watch _ = feed.watch("id", Optional::empty, this::hear)) {
            feed.publish(state(Status.JUDGING, 1));
        }
        assertThat(heard).isEmpty();
    }

    private Watch watch(Submission now) {
        return feed.watch("id", () -> Optional.of(now), this::hear);
    }

    private void hear(Submission submission) {
        heard.add(submission.status() + " " + submission.testsDone());
    }

    private static Submission state(Status status, int testsDone) {
        return new Submission(
                "id",
                "toy",
                "toy",
                "1",
                List.of(),
                Instant.EPOCH,
                status,
                testsDone,
                5,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
