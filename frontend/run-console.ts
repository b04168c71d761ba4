import { ConsoleText, type Piece } from './console-text';
import { copyOriginal, marked, original, spelt, type Part } from './visible-text';

export type Source = 'stdout' | 'stderr' | 'typed' | 'note';

const MAX_LINES = 20_000;
const MAX_CHARACTERS = 1024 * 1024;
const MAX_SPANS = 40_000;
const LINES_PER_BLOCK = 200;
const SPANS_PER_BLOCK = 2000;
const CHARACTERS_PER_BLOCK = 16_384;
/** Marks after these are spelt out in plain characters. */
const MAX_MARKS = 10_000;
/** Longer lines go on in another element. */
const CHARACTERS_PER_LINE = 4096;
const SPANS_PER_LINE = 400;
const PAINT_MS = 50;
/** Painting makes room for the user this often, and looks at the clock after so many pieces. */
const SLICE_MS = 16;
const PIECES_PER_LOOK = 64;

/**
 * Shows what a program prints, as text and nothing else, and takes what the user types to it. Fires `typed` (detail: the text) and
 * `end-input`. Keeps the last lines when there are very many, and says so.
 */
export class RunConsole extends HTMLElement {
  private log!: HTMLElement;
  private cut!: HTMLElement;
  private form!: HTMLFormElement;
  private input!: HTMLInputElement;
  private copyButton!: HTMLButtonElement;
  private block?: HTMLElement;
  private line?: HTMLElement;
  private returned = false;
  private lines = 0;
  private characters = 0;
  private spans = 0;
  private marks = 0;
  private blockSpans = 0;
  private blockCharacters = 0;
  private lineSpans = 0;
  private lineCharacters = 0;
  private dropped = 0;
  private waiting: [Source, string][] = [];
  private pieces = this.read();
  private paintTimer?: number;
  private readers = new Map<Source, ConsoleText>();
  private readonly past: string[] = [];
  private pastAt = 0;

  connectedCallback() {
    if (this.log) return;
    this.log = this.element('div', 'console-log', { role: 'log', 'aria-label': 'Console', tabindex: '0' });
    this.cut = this.element('p', 'console-cut');
    this.cut.hidden = true;
    this.form = this.inputLine();
    this.copyButton = this.button('Copy', 'Copy the output', () => void this.copy());
    this.copyButton.classList.add('console-copy');
    const body = this.element('div', 'console-body');
    body.append(this.log, this.copyButton);
    this.replaceChildren(this.cut, body, this.form);
    this.hint('Press Run and see what your program prints.');
    copyOriginal(this.log, linesOf);
    this.log.addEventListener('keydown', (e) => { if (e.ctrlKey && e.key.toLowerCase() === 'd') this.endInputOn(e); });
  }

  clear() {
    window.clearTimeout(this.paintTimer);
    this.paintTimer = undefined;
    this.waiting = [];
    this.pieces = this.read();
    this.readers.clear();
    this.log.replaceChildren();
    this.block = this.line = undefined;
    this.returned = false;
    this.lines = this.characters = this.spans = this.marks = this.dropped = 0;
    this.cut.hidden = true;
    this.copyButton.hidden = true;
  }

  hint(text: string) {
    const hint = this.element('p', 'console-hint');
    hint.textContent = text;
    this.log.replaceChildren(hint);
    this.copyButton.hidden = true;
  }

  append(source: Source, text: string) {
    this.waiting.push([source, text]);
    this.paintTimer ??= window.setTimeout(() => this.paint(), PAINT_MS);
  }

  /** Shows or hides the line that types to the program. */
  set listening(on: boolean) {
    const had = this.form.contains(document.activeElement);
    this.form.hidden = !on;
    if (!on) this.input.value = '';
    if (!on && had) this.log.focus();
  }

  get listening() { return !this.form.hidden; }

  focusInput() { this.input.focus(); }

  /** Whether anything was appended since it was cleared. */
  get printed() { return this.waiting.length > 0 || this.line !== undefined; }

  /** Everything shown, as it was printed. */
  get text(): string {
    this.paint(Infinity);
    return linesOf(this.log);
  }

  private paint(slice = SLICE_MS) {
    window.clearTimeout(this.paintTimer);
    this.paintTimer = undefined;
    const atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 24;
    const until = performance.now() + slice;
    let done = false;
    while (!done && performance.now() < until) done = this.write(PIECES_PER_LOOK);
    this.trim();
    if (atEnd) this.log.scrollTop = this.log.scrollHeight;
    if (!done) this.paintTimer = window.setTimeout(() => this.paint());
  }

  /** @returns whether that was all */
  private write(pieces: number): boolean {
    for (let i = 0; i < pieces; i++) {
      const next = this.pieces.next();
      if (next.done) {
        this.pieces = this.read();
        return true;
      }
      if (!this.line) this.log.replaceChildren();
      this.copyButton.hidden = false;
      this.show(...next.value);
    }
    return false;
  }

  private *read(): Generator<[Source, Piece]> {
    for (let chunk = this.waiting.shift(); chunk; chunk = this.waiting.shift()) {
      const [source, text] = chunk;
      let reader = this.readers.get(source);
      if (!reader) this.readers.set(source, (reader = new ConsoleText()));
      for (const piece of reader.read(text)) yield [source, piece];
    }
  }

  private show(source: Source, piece: Piece) {
    // A prompt may come on standard error; it is one until its line is complete.
    const prompting = source === 'stderr' && this.listening;
    if (prompting && piece.kind === 'newline') this.finishErrors();
    if (piece.kind === 'newline') this.newLine();
    else if (piece.kind === 'return') this.returned = true;
    else if (piece.kind === 'back') this.back();
    else this.span(piece.part, [prompting ? 'stderr unfinished' : source, piece.style].filter(Boolean).join(' '));
  }

  private finishErrors() {
    this.line?.querySelectorAll('.unfinished').forEach((span) => span.classList.remove('unfinished'));
  }

  private span(found: Part, classes: string) {
    const part = found.mark && this.marks++ >= MAX_MARKS ? { text: spelt(found) } : found;
    const line = this.room(this.line ?? this.openLine());
    const last = line.lastElementChild;
    if (!part.title && last?.className === classes) (last.firstChild as Text).appendData(part.text);
    else line.append(this.newSpan(part, classes));
    this.count(part.text.length, 0);
  }

  private newSpan(part: Part, classes: string): HTMLElement {
    const span = part.title ? marked(part) : document.createElement('span');
    if (!part.title) span.append(part.text);
    span.className = `${classes} ${span.className}`.trim();
    this.count(0, 1);
    return span;
  }

  private count(characters: number, spans: number) {
    this.characters += characters;
    this.blockCharacters += characters;
    this.lineCharacters += characters;
    this.spans += spans;
    this.blockSpans += spans;
    this.lineSpans += spans;
  }

  /** @returns the line to write to: this one, emptied after a carriage return (enough for progress bars), or one to go on in */
  private room(line: HTMLElement): HTMLElement {
    if (this.returned) {
      this.count(-this.lineCharacters, -this.lineSpans);
      line.replaceChildren();
      this.returned = false;
    } else if (this.lineSpans > SPANS_PER_LINE || this.lineCharacters > CHARACTERS_PER_LINE) {
      const next = this.openLine();
      next.classList.add('continued');
      return next;
    }
    return line;
  }

  /** Takes back a character, or a mark. */
  private back() {
    const last = this.line?.lastElementChild;
    const text = last?.firstChild as Text | null | undefined;
    if (!last || !text) return;
    const length = last.matches('.mark') ? text.length : /[\ud800-\udbff].$/s.test(text.data) ? 2 : 1;
    text.deleteData(text.length - length, length);
    if (!text.length) last.remove();
    this.count(-length, text.length ? 0 : -1);
  }

  private newLine() {
    this.returned = false;
    if (!this.line) this.openLine();
    this.openLine();
  }

  private openLine(): HTMLElement {
    if (!this.block || this.block.childElementCount >= LINES_PER_BLOCK || this.blockSpans > SPANS_PER_BLOCK || this.blockCharacters > CHARACTERS_PER_BLOCK) {
      this.block = this.element('div', 'block');
      this.blockSpans = this.blockCharacters = 0;
      this.log.append(this.block);
    }
    this.line = this.element('div', 'line');
    this.block.append(this.line);
    this.lines++;
    this.lineCharacters = this.lineSpans = 0;
    this.characters++;
    return this.line;
  }

  private trim() {
    while ((this.lines > MAX_LINES || this.characters > MAX_CHARACTERS || this.spans > MAX_SPANS) && this.log.childElementCount > 1) {
      const first = this.log.firstElementChild!;
      this.lines -= first.childElementCount;
      this.characters -= original(first).length + first.childElementCount;
      this.spans -= first.querySelectorAll('span').length;
      this.dropped += first.querySelectorAll('.line:not(.continued)').length;
      first.remove();
    }
    this.cut.hidden = this.dropped === 0;
    this.cut.textContent = `The first ${this.dropped === 1 ? 'line is' : `${this.dropped.toLocaleString()} lines are`} no longer shown.`;
  }

  private inputLine(): HTMLFormElement {
    const form = this.element('form', 'console-input') as HTMLFormElement;
    form.hidden = true;
    this.input = this.element('input', '', {
      'aria-label': 'Type to the program', placeholder: 'Type to the program', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'send',
    }) as HTMLInputElement;
    const prompt = this.element('span', 'prompt', { 'aria-hidden': 'true' });
    prompt.textContent = '›';
    form.append(prompt, this.input, this.button('Send EOF', 'Send end of file (Ctrl+D)', () => this.endInput()));
    form.addEventListener('submit', (e) => { e.preventDefault(); this.send(); });
    this.input.addEventListener('keydown', (e) => this.inputKey(e));
    return form;
  }

  private inputKey(e: KeyboardEvent) {
    if (e.ctrlKey && e.key.toLowerCase() === 'd') this.endInputOn(e);
    else if (e.key === 'ArrowUp' || e.key === 'ArrowDown') {
      const at = Math.min(Math.max(this.pastAt + (e.key === 'ArrowUp' ? -1 : 1), 0), this.past.length);
      this.pastAt = at;
      this.input.value = this.past[at] ?? '';
      e.preventDefault();
    }
  }

  private endInputOn(e: KeyboardEvent) {
    if (!this.listening) return;
    e.preventDefault();
    e.stopPropagation();
    this.endInput();
  }

  private send() {
    const line = this.input.value;
    if (line) this.past.push(line);
    this.pastAt = this.past.length;
    this.input.value = '';
    this.type(`${line}\n`);
  }

  private endInput() {
    // As on a terminal: what stands in the line goes first, without an end of line.
    if (this.input.value) this.type(this.input.value);
    this.listening = false;
    this.dispatchEvent(new CustomEvent('end-input', { bubbles: true }));
  }

  private type(text: string) {
    this.append('typed', text);
    this.dispatchEvent(new CustomEvent('typed', { bubbles: true, detail: text }));
  }

  private async copy() {
    await copyText(this.text);
    this.copyButton.textContent = 'Copied';
    window.setTimeout(() => (this.copyButton.textContent = 'Copy'), 1500);
  }

  private button(label: string, title: string, act: () => void): HTMLButtonElement {
    const button = this.element('button', 'quiet', { type: 'button', title }) as HTMLButtonElement;
    button.textContent = label;
    button.addEventListener('click', act);
    return button;
  }

  private element(tag: string, classes: string, attributes: Record<string, string> = {}): HTMLElement {
    const element = document.createElement(tag);
    if (classes) element.className = classes;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }
}

/** The text of lines: all of the console's, or those that are selected. */
function linesOf(shown: ParentNode & Node): string {
  const lines = [...shown.querySelectorAll('.line')];
  if (!lines.length) return original(shown);
  return lines.map((line, index) => (index && !line.matches('.continued') ? '\n' : '') + original(line)).join('');
}

/** Works over plain HTTP too, where browsers have no clipboard interface. @returns whether it was copied */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { /* refused: try the old way */ }
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}

customElements.define('run-console', RunConsole);
