import { forEachDiagnostic, nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { EditorView, type Command, type KeyBinding } from '@codemirror/view';
import { visibleText } from './visible-text';

/** F8 goes to the next line that something was said about, and reads it to those who don't see it. */
export const messageKeys: KeyBinding[] = [{ key: 'F8', run: announced(nextDiagnostic), shift: announced(previousDiagnostic) }];

function announced(move: Command): Command {
  return (view) => {
    if (!move(view)) return false;
    const said: string[] = [];
    const at = view.state.selection.main.from;
    forEachDiagnostic(view.state, ({ message }, from) => { if (from === at) said.push(visibleText(message)); });
    view.dispatch({ effects: EditorView.announce.of(said.join('. ')), scrollIntoView: true });
    return true;
  };
}
