import { ChangeSet, Compartment, EditorSelection, EditorState, Transaction, type Extension } from '@codemirror/state';
import {
  EditorView, crosshairCursor, drawSelection, dropCursor, highlightActiveLine, highlightActiveLineGutter,
  keymap, lineNumbers, rectangularSelection, tooltips,
} from '@codemirror/view';
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, redo, undo } from '@codemirror/commands';
import { bidiIsolates, bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { messageKeys } from './message-keys';
import { classHighlighter } from '@lezer/highlight';
import { highlighter } from './highlighters';
import { settings } from './settings';
import { changesBetween } from './text-changes';
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

/** A text with all that belongs to it: what can be undone, the cursor, the place in view. */
export interface OpenText {
  readonly state: EditorState;
  readonly scrolled: number;
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

  /** To go on with later; nothing before the element is in place. */
  get openText(): OpenText | undefined {
    return this.view && { state: this.view.state, scrolled: this.view.scrollDOM.scrollTop };
  }

  set openText(text: OpenText | undefined) {
    if (!text || !this.view) return;
    this.view.setState(text.state);
    this.view.scrollDOM.scrollTop = text.scrolled;
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

  /** Puts the cursor there; both count from 1, and what is not there any more is as near as can be. */
  jump(line: number, column: number) {
    const view = this.view;
    if (!view) return;
    const { from, to } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
    view.dispatch({ selection: { anchor: Math.min(from + Math.max(column - 1, 0), to) }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    view.focus();
  }

  /** The same document in another form, as one step that can be undone: the cursor stays where it was in the text, and so does the view. */
  reform(text: string) {
    const view = this.view;
    if (!view) return;
    const { doc, selection } = view.state;
    const changes = ChangeSet.of(changesBetween(doc.toString(), text), doc.length);
    const ranges = selection.ranges.map((range) => range.map(changes, /\S/.test(doc.sliceString(range.head, range.head + 1)) ? 1 : -1));
    view.dispatch({
      changes, selection: EditorSelection.create(ranges, selection.mainIndex), userEvent: 'input.format', annotations: isolateHistory.of('full'),
    });
  }

  undo() { if (this.view) undo(this.view); }
  redo() { if (this.view) redo(this.view); }

  /** Marks those about the file of this name, or about none. */
  showMessages(messages: CompilerMessage[], fileName: string) {
    this.mark(messages.filter(({ file }) => isAbout(file, fileName)));
  }

  /** Marks all of them, and nothing else. */
  mark(messages: CompilerMessage[]) {
    const view = this.view;
    if (view) view.dispatch(setDiagnostics(view.state, messages.flatMap((m) => this.diagnostic(view, m))));
  }

  private diagnostic(view: EditorView, message: CompilerMessage): Diagnostic[] {
    const doc = view.state.doc;
    if (message.line < 1 || message.line > doc.lines) return [];
    const line = doc.line(message.line);
    const column = message.column > 0 ? message.column - 1 : line.text.search(/\S|$/);
    const from = Math.min(line.from + column, line.to);
    const target = message.column > 0 ? view.state.wordAt(from) : undefined;
    const word = message.severity.toLowerCase();
    const severity = word === 'error' || word === 'warning' ? word : 'info';
    return [{ from, to: target ? target.to : Math.max(from, line.to), severity, message: message.message, renderMessage: () => text(message.message) }];
  }

  private freshState() {
    return EditorState.create({ doc: this.text, extensions: this.extensions() });
  }

  private extensions(): Extension {
    return [
      EditorView.cspNonce.of(nonce), typeOver, tooltips({ tooltipSpace: inside }), lineNumbers(), highlightActiveLineGutter(), visibleCode, bidiIsolates(), history(), lintGutter(), foldGutter(),
      drawSelection(), dropCursor(), EditorState.allowMultipleSelections.of(true), indentOnInput(),
      bracketMatching(), closeBrackets(), rectangularSelection(), crosshairCursor(), highlightActiveLine(),
      highlightSelectionMatches(), syntaxHighlighting(classHighlighter),
      keymap.of([...messageKeys, ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, indentWithTab]),
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

/** Whether a message that names this file means that one: compilers may name it with more folders, or fewer, or not at all. */
export function isAbout(named: string, file: string): boolean {
  const name = named.replace(/^(?:\/work\/|\.\/)/, '');
  return !name || name === file || file.endsWith(`/${name}`) || name.endsWith(`/${file}`);
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
