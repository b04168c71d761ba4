import { Compartment, EditorState, Transaction, type Extension } from '@codemirror/state';
import {
  EditorView, crosshairCursor, drawSelection, dropCursor, highlightActiveLine, highlightActiveLineGutter,
  keymap, lineNumbers, rectangularSelection, tooltips,
} from '@codemirror/view';
import { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from '@codemirror/commands';
import { bidiIsolates, bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { classHighlighter } from '@lezer/highlight';
import { highlighter } from './highlighters';
import { settings } from './settings';
import { visibleCode } from './visible-code';
import { visible } from './visible-text';

// The styles that CodeMirror makes are allowed by what allows this script.
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

/**
 * Typing over a selection: left alone, the browser gives the new text the look of the old one by an inline style, which the page's policy
 * refuses.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to } = view.state.selection.main;
    const text = event.data;
    if (event.inputType !== 'insertText' || event.isComposing || !text || from === to) return false;
    const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
    if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, text, insert))) view.dispatch(insert());
    return true;
  },
});

/** One compiler message as the server sends it; line and column count from 1, 0 means unknown. */
export interface CompilerMessage {
  file: string;
  line: number;
  column: number;
  severity: string;
  message: string;
}

/**
 * CodeMirror 6 as an element. The text stays in the browser: whoever needs it asks for `value`. Fires `edited` when
 * the user changes the text, never when a program sets it.
 */
export class CodeEditor extends HTMLElement {
  private view?: EditorView;
  private text = '';
  private mode = '';
  private readonly modeBox = new Compartment();
  private readonly indentBox = new Compartment();

  connectedCallback() {
    if (this.view) return;
    // Without root, CodeMirror follows assignedSlot and may put its styles into the shadow root of a layout.
    this.view = new EditorView({
      parent: this,
      root: this.getRootNode() as Document | ShadowRoot,
      state: this.freshState(),
    });
    settings.addEventListener('change', this.applySettings);
    this.applySettings();
    void this.loadMode();
  }

  disconnectedCallback() {
    settings.removeEventListener('change', this.applySettings);
    this.text = this.value;
    this.view?.destroy();
    this.view = undefined;
  }

  get value(): string {
    return this.view ? this.view.state.doc.toString() : this.text;
  }

  /** Another text: also forgets what could be undone, for it belonged to the text before. */
  set value(text: string) {
    this.text = text;
    this.view?.setState(this.freshState());
    this.applySettings();
    void this.loadMode();
  }

  /** Names a highlighter, such as `python`; an unknown name means plain text. */
  set language(mode: string) {
    this.mode = mode;
    void this.loadMode();
  }

  override focus() {
    this.view?.focus();
  }

  insert(text: string) {
    const view = this.view;
    if (!view) return;
    view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
    view.focus();
  }

  undo() { if (this.view) undo(this.view); }
  redo() { if (this.view) redo(this.view); }

  /** Marks those about the file of this name, or about none. */
  showMessages(messages: CompilerMessage[], fileName: string) {
    const view = this.view;
    const ours = messages.filter(({ file }) => !file || file.split('/').pop() === fileName.split('/').pop());
    if (view) view.dispatch(setDiagnostics(view.state, ours.flatMap((m) => this.diagnostic(view, m))));
  }

  private diagnostic(view: EditorView, message: CompilerMessage): Diagnostic[] {
    const doc = view.state.doc;
    if (message.line < 1 || message.line > doc.lines) return [];
    const line = doc.line(message.line);
    const from = Math.min(line.from + Math.max(message.column - 1, 0), line.to);
    const target = view.state.wordAt(from);
    const word = message.severity.toLowerCase();
    const severity = word === 'error' || word === 'warning' ? word : 'info';
    return [{ from, to: target ? target.to : Math.max(from, line.to), severity, message: message.message, renderMessage: () => text(message.message) }];
  }

  private freshState() {
    return EditorState.create({ doc: this.text, extensions: this.extensions() });
  }

  private extensions(): Extension {
    return [
      EditorView.cspNonce.of(nonce), typeOver, tooltips({ tooltipSpace: inside }), lineNumbers(), highlightActiveLineGutter(), visibleCode, bidiIsolates(), history(), foldGutter(),
      drawSelection(), dropCursor(), EditorState.allowMultipleSelections.of(true), indentOnInput(),
      bracketMatching(), closeBrackets(), rectangularSelection(), crosshairCursor(), highlightActiveLine(),
      highlightSelectionMatches(), syntaxHighlighting(classHighlighter),
      keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, indentWithTab]),
      this.modeBox.of([]),
      this.indentBox.of([]),
      EditorView.contentAttributes.of({ 'aria-label': 'Code', autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && update.transactions.some(byUser)) this.dispatchEvent(new CustomEvent('edited', { bubbles: true }));
      }),
    ];
  }

  private readonly applySettings = () => {
    const width = settings.tabWidth;
    const unit = this.mode === 'go' ? '\t' : ' '.repeat(width);
    this.view?.dispatch({ effects: this.indentBox.reconfigure([EditorState.tabSize.of(width), indentUnit.of(unit)]) });
  };

  private async loadMode() {
    const mode = this.mode;
    const extension = await highlighter(mode);
    if (mode === this.mode) this.view?.dispatch({ effects: this.modeBox.reconfigure(extension) });
    this.applySettings();
  }
}

/** What a compiler says stays over the code and covers nothing else. */
function inside(view: EditorView) {
  return view.scrollDOM.getBoundingClientRect();
}

function text(message: string): Node {
  const element = document.createElement('span');
  element.append(...visible(message));
  return element;
}

function byUser(transaction: Transaction): boolean {
  return transaction.docChanged && transaction.annotation(Transaction.userEvent) !== undefined;
}

customElements.define('code-editor', CodeEditor);
