import './diagnostic-list';
import './file-tabs';
import './input-panel';
import './made-files';
import './result-line';
import './run-console';
import { Bench } from './bench';
import { keep, local, remember, session, type Draft, type ProgramFile } from './drafts';
import type { CompilerMessage } from './code-editor';
import { ArchiveFault, pack } from './archive';
import { bytesIn, bytesOf } from './file-bytes';
import { chooseFiles, readFiles, takeDropped } from './file-chooser';
import { nameFault } from './file-names';
import type { FileTabs, Told } from './file-tabs';
import type { InputPanel } from './input-panel';
import { ofEnding, type Language } from './language-picker';
import type { MadeFiles } from './made-files';
import { optionsForm } from './options-form';
import { size, type ResultLine, type RunResult } from './result-line';
import { saveAs } from './save-as';
import { copyText, type RunConsole, type Source } from './run-console';
import { visible, visibleText } from './visible-text';

/** What the server shows when a snippet is opened. */
interface Snippet {
  id: string;
  language: string;
  version: string;
  options: string[];
  files: ProgramFile[];
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
  /** The same of a program of several files, the main one first. */
  files?: ProgramFile[];
  language?: string;
  stdin?: string;
  args?: string;
  version?: string;
  options?: string[];
  /** Why nothing can be run; empty when all is well. */
  unavailable: string;
  maxBytes: number;
}

type State = 'idle' | 'starting' | 'running' | 'stopping';

const PENDING = 'sandlot.pending';
const PENDING_MS = 60_000;
const ASK_AGAIN_MS = 3000;
/** Of files that are refused together, so many are named. */
const MAX_NAMED = 3;
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
    else if (start.code !== undefined || start.files) this.showCopy(start);
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
    this.resultLine.result(result, this.console.printed);
    this.showMessages(result);
    this.made.show(result.run?.files ?? [], result.run?.filesTruncated ?? false);
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
    this.wireFiles();
    this.addEventListener('click', (e) => {
      const tab = (e.target as Element).closest<HTMLElement>('[data-sheet]');
      if (tab) this.sheet(tab.dataset.sheet!);
    });
  }

  protected starter(language: Language) { return language.hello; }

  protected collect(): Draft {
    return { ...this.asDraft(this.tabs.files), ...this.inputs.values, ...this.choices.choice };
  }

  protected show(draft: Draft) {
    this.tabs.files = [{ name: draft.name ?? this.language?.fileName ?? 'main.txt', content: draft.code }, ...(draft.files ?? [])];
    this.inputs.values = draft;
    const gone = this.takeChoice(draft);
    if (gone) this.notice(gone);
  }

  protected override showAbilities() {
    super.showAbilities();
    const { version, options } = this.toolchain;
    this.menu.explain('options', options.length ? '' : `none for ${this.language!.name} ${version}`, this.choices.labels.join(', '));
  }

  protected override chosen(item: string) {
    if (item === 'options') this.menu.showPanel('Options', ...optionsForm(this.choices));
    else super.chosen(item);
  }

  protected override showFileName() { /* the tabs do */ }

  protected override get fileName() { return this.tabs.fileName; }

  protected override fileOf(named: string) { return this.tabs.fileOf(named); }

  protected override jump(message: CompilerMessage) { this.tabs.jump(message); }

  protected override showMessages(result: RunResult = {}) {
    super.showMessages(result);
    this.tabs.showMessages([...result.compile?.diagnostics ?? [], ...result.run?.diagnostics ?? []]);
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
  private get tabs() { return this.find<FileTabs>('file-tabs'); }
  private get made() { return this.find<MadeFiles>('made-files'); }
  private get interactive() { return !this.inputs.values.stdin; }

  private wireFiles() {
    const tabs = document.createElement('file-tabs') as FileTabs;
    tabs.editor = this.editor;
    tabs.modeOf = (name) => this.modeOf(name);
    this.find('.file-tab').replaceChildren(tabs);
    this.console.after(document.createElement('made-files'));
    takeDropped(this.find('.editor-pane'), (files) => void this.take(files));
    this.addEventListener('told', (e) => {
      const { words, undo } = (e as CustomEvent<Told>).detail;
      this.notice(...(words ? [words] : []), ...(undo ? [' ', button('Undo', undo)] : []));
    });
  }

  protected override upload() {
    chooseFiles((files) => void this.take(files));
  }

  protected override download() {
    const { files } = this.tabs;
    const [main] = files;
    if (files.length > 1) saveAs(`${main.name.replace(/\.[^./]*$/, '')}.zip`, pack(files));
    else saveAs(main.name, bytesIn(main));
  }

  private async take(chosen: File[]) {
    try {
      const files = await readFiles(chosen, this.maxBytes);
      if (this.isUntouched() && files.some((file) => !file.encoding)) this.replaceBy(files);
      else this.addFiles(files);
    } catch (fault) {
      if (!(fault instanceof ArchiveFault)) throw fault;
      this.notice(fault.message);
    }
  }

  /** Nothing that anybody would miss is in the editor. */
  private isUntouched(): boolean {
    const [main, ...others] = this.tabs.files;
    return !this.snippet && !others.length && [this.language?.hello, ''].includes(main.content);
  }

  /** Another program: its language by the names of its files. */
  private replaceBy(files: ProgramFile[]) {
    const texts = files.filter((file) => !file.encoding);
    const { languages } = this.picker;
    const ofMain = (file: ProgramFile) => languages.find((l) => l.fileName === file.name);
    const byEnding = (file: ProgramFile) => ofEnding(languages, endingOf(file.name));
    const known = (file: ProgramFile) => this.language?.endings.includes(endingOf(file.name));
    const main = texts.find((file) => file.name === this.language?.fileName) ?? texts.find(ofMain) ?? texts.find(known) ?? texts.find(byEnding) ?? texts[0];
    if (nameFault(main.name, [])) { this.addFiles(files); return; }
    const language = known(main) ? this.language : ofMain(main) ?? byEnding(main) ?? this.language;
    this.save();
    this.drafts.startAfresh();
    this.use(language);
    this.show({ ...this.collect(), ...this.asDraft([main]) });
    this.edited();
    this.notice();
    this.addFiles(files.filter((file) => file !== main));
    this.tabs.select(0);
  }

  private addFiles(files: ProgramFile[]) {
    const refused = files.flatMap((file) => {
      const fault = this.tabs.add(file);
      return fault ? [`${file.name}: ${fault}`] : [];
    });
    if (refused.length) this.notice(`Not taken: ${refused.slice(0, MAX_NAMED).join(' ')}${refused.length > MAX_NAMED ? ` And ${refused.length - MAX_NAMED} more.` : ''}`);
    else if (files.length) this.notice(`${files.length === 1 ? '1 file' : `${files.length} files`} added.`);
  }

  /** The language's own highlighter for what is written in it, another's for what is known by its ending. */
  private modeOf(name: string): string {
    const knows = (l?: Language) => l?.fileName === name || l?.endings.includes(endingOf(name));
    return (knows(this.language) ? this.language : this.picker.languages.find(knows))?.editorMode ?? '';
  }

  private asDraft([main, ...files]: ProgramFile[]): Pick<Draft, 'code' | 'name' | 'files'> {
    return { code: main.content, name: main.name === this.language?.fileName ? undefined : main.name, files: files.length ? files : undefined };
  }

  private showDraft() {
    const language = this.language;
    if (!language) return;
    this.notice();
    this.show(this.drafts.load(language.id) ?? { code: language.hello, stdin: '', args: '', expected: '' });
  }

  /** @returns what isn't here any more, in words; empty when all is */
  private showCopy(start: Start) {
    this.drafts.startAfresh();
    history.replaceState(history.state, '', new URL('.', document.baseURI));
    const program = start.files ? this.asDraft(start.files) : { code: start.code! };
    this.notice();
    this.show({ ...start, ...program, stdin: start.stdin ?? '', args: start.args ?? '', expected: '' });
    super.edited();
  }

  private showSnippet(snippet: Snippet) {
    this.snippet = snippet;
    this.show({ ...snippet, ...this.asDraft(snippet.files), expected: '' });
    this.console.clear();
    this.made.show([], false);
    const { compile, run } = snippet.result ?? {};
    for (const step of [compile, run]) {
      if (step?.stdout) this.console.append('stdout', step.stdout);
      if (step?.stderr) this.console.append('stderr', step.stderr);
    }
    if (snippet.result) this.resultLine.result(snippet.result, this.console.printed);
    this.showMessages(snippet.result);
    const when = new Date(snippet.created).toLocaleDateString(undefined, { dateStyle: 'medium' });
    const name = this.picker.languages.find((l) => l.id === snippet.language)?.name ?? snippet.language;
    const gone = this.takeChoice(snippet);
    const what = [`${name} ${snippet.version}`, ...this.choices.labels].join(' · ');
    const line: (string | Node)[] = [`Shared ${when} · ${what} · `, this.editCopy(snippet), ' · ', link('Raw', `s/${snippet.id}/raw`)];
    const token = local(`sandlot.delete|${snippet.id}`);
    if (token) line.push(' · ', button('Delete', () => this.tell('delete', { id: snippet.id, token })));
    if (gone) line.push(` · ${gone}`);
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
    const program = this.program();
    if (this.tooBig(program, 'run')) return;
    this.run++;
    this.since = performance.now();
    this.console.clear();
    this.made.show([], false);
    this.showMessages();
    this.resultLine.running('Starting', this.since);
    this.become('starting');
    this.sheet('console');
    // Should the session be gone, the page comes back by itself and goes on with this.
    remember(PENDING, String(Date.now()));
    this.tell('run', { run: this.run, language: language.id, ...program });
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
    const program = this.program();
    if (this.tooBig(program, 'share')) return;
    this.notice('Sharing…');
    this.tell('share', { run: this.run, language: language.id, ...program });
  }

  private shareLine(id: string, url: string, words: string) {
    const token = local(`sandlot.delete|${id}`);
    void copyText(url);
    const line: (string | Node)[] = [`${words}: `, link(url, url), ' · ', link('Raw', `s/${id}/raw`)];
    if (token) line.push(' · ', button('Delete', () => this.tell('delete', { id, token })));
    this.notice(...line);
  }

  /** All files, the main one first, and what the program is given. */
  private program() {
    return { files: this.tabs.files, ...this.inputs.values, ...this.choices.choice };
  }

  private tooBig({ files, stdin, args, expected }: ReturnType<PlayGround['program']>, what: string): boolean {
    const bytes = files.reduce((sum, file) => sum + bytesOf(file), bytesOf({ name: '', content: stdin + args + expected }));
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

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
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
