package dev.sandlot.problem;

import dev.sandlot.problem.Problem.Sample;
import org.commonmark.node.CustomBlock;

/// A sample inside a statement.
final class SampleBlock extends CustomBlock {

    private final Sample sample;

    SampleBlock(Sample sample) {
        this.sample = sample;
    }

    Sample sample() {
        return sample;
    }
}
