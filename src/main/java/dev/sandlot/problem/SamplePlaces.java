package dev.sandlot.problem;

import dev.sandlot.problem.Problem.Sample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/// Puts the samples where a statement has a line `{{nextsample}}` or `{{remainingsamples}}`, and
/// those that it doesn't place at its end.
final class SamplePlaces extends AbstractVisitor {

    private final Deque<Sample> left;
    private final List<Paragraph> filled = new ArrayList<>();

    private SamplePlaces(List<Sample> samples) {
        this.left = new ArrayDeque<>(samples);
    }

    static void fill(Node document, List<Sample> samples) {
        var places = new SamplePlaces(samples);
        document.accept(places);
        places.filled.forEach(Node::unlink);
        while (!places.left.isEmpty()) {
            document.appendChild(new SampleBlock(places.left.removeFirst()));
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (!(paragraph.getFirstChild() instanceof Text text) || text.getNext() != null) {
            return;
        }
        switch (text.getLiteral().strip()) {
            case "{{nextsample}}" -> place(paragraph, 1);
            case "{{remainingsamples}}" -> place(paragraph, left.size());
            default -> {}
        }
    }

    private void place(Paragraph paragraph, int count) {
        for (int i = 0; i < count && !left.isEmpty(); i++) {
            paragraph.insertBefore(new SampleBlock(left.removeFirst()));
        }
        filled.add(paragraph);
    }
}
