import { ConsoleText } from './console-text';

export type Source = 'stdout' | 'stderr' | 'typed' | 'note';

const MAX_LINES = 20_000;
const MAX_CHARACTERS = 1024 * 1024;
const LINES_PER_BLOCK = 200;
const PAINT_MS = 50;

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
  private dropped = 0;
  private waiting: [Source, string][] = [];
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
    this.log.addEventListener('keydown', (e) => { if (e.ctrlKey && e.key.toLowerCase() === 'd') this.endInputOn(e); });
  }

  clear() {
    window.clearTimeout(this.paintTimer);
    this.paintTimer = undefined;
    this.waiting = [];
    this.readers.clear();
    this.log.replaceChildren();
    this.block = this.line = undefined;
    this.returned = false;
    this.lines = this.characters = this.dropped = 0;
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

  /** Everything shown, as plain text. */
  get text(): string {
    this.paint();
    return Array.from(this.log.querySelectorAll('.line'), (line) => line.textContent).join('\n');
  }

  private paint() {
    window.clearTimeout(this.paintTimer);
    this.paintTimer = undefined;
    if (!this.waiting.length) return;
    const atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 24;
    const waiting = this.waiting;
    this.waiting = [];
    if (!this.line) this.log.replaceChildren();
    for (const [source, text] of waiting) this.write(source, text);
    this.trim();
    this.copyButton.hidden = false;
    if (atEnd) this.log.scrollTop = this.log.scrollHeight;
  }

  private write(source: Source, text: string) {
    let reader = this.readers.get(source);
    if (!reader) this.readers.set(source, (reader = new ConsoleText()));
    // A prompt may come on standard error; it is one until its line is complete.
    const prompting = source === 'stderr' && this.listening;
    const classes = prompting ? 'stderr unfinished' : source;
    for (const piece of reader.read(text)) {
      if (prompting && piece.kind === 'newline') this.finishErrors();
      if (piece.kind === 'newline') this.newLine();
      else if (piece.kind === 'return') this.returned = true;
      else if (piece.kind === 'back') this.back();
      else if (piece.kind === 'mark') this.span(piece.text, `${classes} mark`);
      else this.span(piece.text, piece.style ? `${classes} ${piece.style}` : classes);
    }
  }

  private finishErrors() {
    this.line?.querySelectorAll('.unfinished').forEach((span) => span.classList.remove('unfinished'));
  }

  private span(text: string, classes: string) {
    const line = this.line ?? this.openLine();
    // A carriage return starts the line anew: enough for progress bars.
    if (this.returned) { this.characters -= line.textContent!.length; line.replaceChildren(); this.returned = false; }
    const last = line.lastElementChild;
    if (last?.className === classes) (last.firstChild as Text).appendData(text);
    else {
      const span = document.createElement('span');
      span.className = classes;
      span.append(text);
      line.append(span);
    }
    this.characters += text.length;
  }

  private back() {
    const text = this.line?.lastElementChild?.firstChild as Text | null | undefined;
    if (text?.length) text.deleteData(text.length - 1, 1);
    if (text && !text.length) text.parentElement?.remove();
  }

  private newLine() {
    this.returned = false;
    if (!this.line) this.openLine();
    this.openLine();
  }

  private openLine(): HTMLElement {
    if (!this.block || this.block.childElementCount >= LINES_PER_BLOCK) {
      this.block = this.element('div', 'block');
      this.log.append(this.block);
    }
    this.line = this.element('div', 'line');
    this.block.append(this.line);
    this.lines++;
    this.characters++;
    return this.line;
  }

  private trim() {
    while ((this.lines > MAX_LINES || this.characters > MAX_CHARACTERS) && this.log.childElementCount > 1) {
      const first = this.log.firstElementChild!;
      const length = first.textContent!.length;
      this.lines -= first.childElementCount;
      this.characters -= length + first.childElementCount;
      this.dropped += first.childElementCount;
      first.remove();
    }
    this.cut.hidden = this.dropped === 0;
    this.cut.textContent = `The first ${this.dropped.toLocaleString()} lines are no longer shown.`;
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
