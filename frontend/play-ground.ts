import './input-panel';
import './result-line';
import './run-console';
import { Bench } from './bench';
import { keep, local, remember, session, type Draft } from './drafts';
import type { InputPanel } from './input-panel';
import type { Language } from './language-picker';
import { size, type ResultLine, type RunResult } from './result-line';
import { copyText, type RunConsole, type Source } from './run-console';
import { visible, visibleText } from './visible-text';

/** What the server shows when a snippet is opened. */
interface Snippet {
  id: string;
  language: string;
  version: string;
  code: string;
  stdin: string;
  args: string;
  created: string;
  result?: RunResult;
}

interface Start {
  languages: Language[];
  /** A snippet to show as it is. */
  snippet?: Snippet;
  /** A text that a link brought: another document than the drafts. */
  code?: string;
  language?: string;
  stdin?: string;
  args?: string;
  /** Why nothing can be run; empty when all is well. */
  unavailable: string;
  maxBytes: number;
}

type State = 'idle' | 'starting' | 'running' | 'stopping';

const PENDING = 'sandlot.pending';
const PENDING_MS = 60_000;
const ASK_AGAIN_MS = 3000;
const RUN_TITLE = 'Run the program (Ctrl+Enter)';

/** The playground: Run and Stop answer in the same frame, the server follows. */
class PlayGround extends Bench {
  private state: State = 'idle';
  private run = 0;
  private since = 0;
  private snippet?: Snippet;
  private maxBytes = 0;

  /** Called by the server when the page is in place, and again when the address changes. */
  start(start: Start) {
    this.save();
    this.maxBytes = start.maxBytes;
    this.open('play', start.languages);
    this.snippet = undefined;
    this.use(this.firstLanguage(start.languages, start.snippet?.language ?? start.language));
    if (start.snippet) this.showSnippet(start.snippet);
    else if (start.code !== undefined) this.showCopy(start);
    else this.showDraft();
    this.available(start.unavailable);
    if (!start.unavailable) this.goOn();
  }

  /** @param why nothing can be run; empty when all is well */
  available(why: string) {
    if (why) this.unavailable(why);
    else {
      const run = this.find<HTMLButtonElement>('[data-action=run]');
      if (run.disabled) this.resultLine.clear();
      run.disabled = false;
      run.title = RUN_TITLE;
    }
  }

  step(run: number, step: string) {
    if (run !== this.run || this.state === 'idle') return;
    if (this.state === 'starting') this.become('running');
    if (step === 'run') this.console.listening = this.interactive;
    if (this.state !== 'stopping') this.resultLine.running(step === 'compile' ? 'Compiling' : 'Running', this.since);
  }

  output(run: number, chunks: [Source, string][]) {
    if (run === this.run) for (const [source, text] of chunks) this.console.append(source, text);
  }

  /** The program didn't take what was typed: too much waits unread, or it reads no more. */
  notTaken(run: number) {
    if (run === this.run) this.console.append('note', '[not taken: the program reads no more]\n');
  }

  finished(run: number, result: RunResult) {
    if (run !== this.run) return;
    this.tell('delivered', { run });
    this.end();
    this.resultLine.result(result);
    this.showMessages(result.compile);
  }

  /** The server would not start this run, and why. */
  refused(run: number, words: string) {
    if (run !== this.run) return;
    this.end();
    this.resultLine.message(words, 'stopped');
  }

  shared(id: string, deleteToken: string) {
    keep(`sandlot.delete|${id}`, deleteToken);
    const url = new URL(`s/${id}`, document.baseURI).href;
    void copyText(url).then((copied) => this.shareLine(id, url, copied ? 'Link copied' : 'Shared'));
  }

  notShared(words: string) {
    this.notice(words);
  }

  deleted() {
    this.notice('The shared copy is deleted. Your text is still here.');
    if (this.snippet) this.becomeCopy('The shared copy is deleted. Your text is still here.');
  }

  protected wire() {
    this.find('[data-action=run]').addEventListener('click', (e) => this.runOrStop((e as MouseEvent).detail > 1));
    this.find('[data-action=share]').addEventListener('click', () => this.share());
    this.addEventListener('typed', (e) => this.tell('type', { run: this.run, text: (e as CustomEvent<string>).detail }));
    this.addEventListener('end-input', () => this.tell('end-input', { run: this.run }));
    this.addEventListener('again', () => this.begin());
    this.addEventListener('click', (e) => {
      const tab = (e.target as Element).closest<HTMLElement>('[data-sheet]');
      if (tab) this.sheet(tab.dataset.sheet!);
    });
  }

  protected starter(language: Language) { return language.hello; }

  protected collect(): Draft {
    return { code: this.editor.value, ...this.inputs.values };
  }

  protected show(draft: Draft) {
    this.editor.value = draft.code;
    this.inputs.values = draft;
  }

  protected override switchTo(id: string) {
    if (this.snippet) this.becomeCopy();
    super.switchTo(id);
  }

  protected override edited() {
    if (this.snippet) this.becomeCopy();
    super.edited();
  }

  protected press(key: string): boolean {
    if (key === 'enter') this.begin();
    else if (key === '.') this.stop();
    else if (key === 's') this.share();
    else if (key === 'i') { this.sheet('input'); this.inputs.reveal(); } else return false;
    return true;
  }

  private get console() { return this.find<RunConsole>('run-console'); }
  private get resultLine() { return this.find<ResultLine>('result-line'); }
  private get inputs() { return this.find<InputPanel>('input-panel'); }
  private get interactive() { return !this.inputs.values.stdin; }

  private showDraft() {
    const language = this.language;
    if (!language) return;
    this.show(this.drafts.load(language.id) ?? { code: language.hello, stdin: '', args: '', expected: '' });
    this.notice();
  }

  private showCopy(start: Start) {
    this.drafts.startAfresh();
    history.replaceState(history.state, '', new URL('.', document.baseURI));
    this.show({ code: start.code!, stdin: start.stdin ?? '', args: start.args ?? '', expected: '' });
    super.edited();
    this.notice();
  }

  private showSnippet(snippet: Snippet) {
    this.snippet = snippet;
    this.show({ code: snippet.code, stdin: snippet.stdin, args: snippet.args, expected: '' });
    this.console.clear();
    const { compile, run } = snippet.result ?? {};
    for (const step of [compile, run]) {
      if (step?.stdout) this.console.append('stdout', step.stdout);
      if (step?.stderr) this.console.append('stderr', step.stderr);
    }
    if (snippet.result) this.resultLine.result(snippet.result);
    const when = new Date(snippet.created).toLocaleDateString(undefined, { dateStyle: 'medium' });
    const name = this.picker.languages.find((l) => l.id === snippet.language)?.name ?? snippet.language;
    const line: (string | Node)[] = [`Shared ${when} · ${name} ${snippet.version} · `, this.editCopy(snippet), ' · ', link('Raw', `s/${snippet.id}/raw`)];
    const token = local(`sandlot.delete|${snippet.id}`);
    if (token) line.push(' · ', button('Delete', () => this.tell('delete', { id: snippet.id, token })));
    this.notice(...line);
  }

  private editCopy(snippet: Snippet): Node {
    const edit = link('Edit a copy', `?copy=${snippet.id}`);
    edit.addEventListener('click', (e) => {
      e.preventDefault();
      this.becomeCopy();
      super.edited();
      this.editor.focus();
    });
    return edit;
  }

  /** From the first change on it is the user's own document, and the shared one stays as it was. */
  private becomeCopy(words = 'This is your own copy now; the shared one stays as it was.') {
    this.snippet = undefined;
    this.drafts.startAfresh();
    history.replaceState(history.state, '', new URL('.', document.baseURI));
    this.notice(words);
  }

  /** A double click means Run: its second half doesn't stop what the first began. */
  private runOrStop(secondOfDoubleClick: boolean) {
    if (this.state === 'idle') this.begin();
    else if (!secondOfDoubleClick) this.stop();
  }

  private begin() {
    const language = this.language;
    if (!language || this.state !== 'idle' || this.find<HTMLButtonElement>('[data-action=run]').disabled) return;
    this.save();
    const draft = this.collect();
    if (this.tooBig(draft, 'run')) return;
    this.run++;
    this.since = performance.now();
    this.console.clear();
    this.showMessages();
    this.resultLine.running('Starting', this.since);
    this.become('starting');
    this.sheet('console');
    // Should the session be gone, the page comes back by itself and goes on with this.
    remember(PENDING, String(Date.now()));
    this.tell('run', { run: this.run, language: language.id, ...draft });
  }

  private stop() {
    if (this.state === 'idle' || this.state === 'stopping') return;
    this.become('stopping');
    this.console.listening = false;
    this.resultLine.running('Stopping', this.since);
    this.tell('stop', { run: this.run });
  }

  private end() {
    this.console.listening = false;
    this.become('idle');
    remember(PENDING, undefined);
  }

  private become(state: State) {
    this.state = state;
    if (state === 'running') remember(PENDING, undefined);
    const button = this.find<HTMLButtonElement>('[data-action=run]');
    button.dataset.state = state === 'idle' ? 'run' : 'stop';
    button.querySelector('.label')!.textContent = state === 'idle' ? 'Run' : 'Stop';
    button.querySelector('.symbol')!.textContent = state === 'idle' ? '▶' : '■';
    button.querySelector('kbd')!.textContent = state === 'idle' ? 'Ctrl ⏎' : 'Ctrl .';
    button.title = state === 'idle' ? RUN_TITLE : 'Stop the program (Ctrl+.)';
  }

  /** Runs what was asked for just before the page had to be loaded anew. */
  private goOn() {
    const asked = Number(session(PENDING) ?? 0);
    remember(PENDING, undefined);
    if (asked && Date.now() - asked < PENDING_MS) this.begin();
  }

  private unavailable(why: string) {
    const run = this.find<HTMLButtonElement>('[data-action=run]');
    run.disabled = true;
    run.title = visibleText(why);
    window.setTimeout(() => { if (this.isConnected) this.tell('available', { run: this.run }); }, ASK_AGAIN_MS);
    this.resultLine.message(`Nothing can be run now: ${why}`, 'ours');
  }

  private share() {
    const language = this.language;
    if (!language) return;
    if (this.snippet) { this.shareLine(this.snippet.id, location.href, 'Shared already'); return; }
    const draft = this.collect();
    if (this.tooBig(draft, 'share')) return;
    this.notice('Sharing…');
    this.tell('share', { run: this.run, language: language.id, ...draft });
  }

  private shareLine(id: string, url: string, words: string) {
    const token = local(`sandlot.delete|${id}`);
    void copyText(url);
    const line: (string | Node)[] = [`${words}: `, link(url, url), ' · ', link('Raw', `s/${id}/raw`)];
    if (token) line.push(' · ', button('Delete', () => this.tell('delete', { id, token })));
    this.notice(...line);
  }

  private tooBig(draft: Draft, what: string): boolean {
    const bytes = new TextEncoder().encode(draft.code + draft.stdin + draft.args + draft.expected).length;
    if (bytes <= this.maxBytes) return false;
    this.notice(`Too big to ${what}: code and input have ${size(bytes)}, at most ${size(this.maxBytes)} are possible.`);
    return true;
  }

  private sheet(tab: string) {
    const pane = this.find<HTMLElement>('.output-pane');
    const again = pane.dataset.tab === tab && pane.dataset.open === 'true' && tab !== 'console';
    pane.dataset.tab = tab === 'close' ? pane.dataset.tab ?? 'console' : tab;
    pane.dataset.open = String(tab !== 'close' && !again);
    this.querySelectorAll<HTMLElement>('[data-sheet]').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.sheet === pane.dataset.tab && pane.dataset.open === 'true')));
  }

  private tell(event: string, detail: object) {
    this.dispatchEvent(new CustomEvent(`play-${event}`, { detail }));
  }
}

function link(text: string, href: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.append(...visible(text));
  link.href = new URL(href, document.baseURI).href;
  link.setAttribute('router-ignore', '');
  return link;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}

customElements.define('play-ground', PlayGround);
