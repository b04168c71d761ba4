import type { Extension, Range } from '@codemirror/state';
import { Decoration, ViewPlugin, WidgetType, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';
import { marked, parts, type Part } from './visible-text';

class Mark extends WidgetType {
  constructor(private readonly part: Part) { super(); }

  override eq(other: Mark) { return other.part.mark === this.part.mark; }

  override toDOM() { return marked(this.part); }

  override ignoreEvent() { return false; }
}

/** Marks in the editor what would deceive a reader of the code; the text stays as it is. */
export const visibleCode: Extension = ViewPlugin.define(
  (view) => ({
    decorations: decorations(view),
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = decorations(update.view);
    },
  }),
  { decorations: (plugin: { decorations: DecorationSet }) => plugin.decorations },
);

function decorations(view: EditorView): DecorationSet {
  const found: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    let at = from;
    for (const part of parts(view.state.doc.sliceString(from, to, '\n'))) {
      const end = at + part.text.length;
      if (part.title) found.push(decoration(part).range(at, end));
      at = end;
    }
  }
  return Decoration.set(found);
}

function decoration(part: Part): Decoration {
  return part.mark
    ? Decoration.replace({ widget: new Mark(part) })
    : Decoration.mark({ class: 'lookalike', attributes: { title: part.title! } });
}
