import { isAbout, type CodeEditor, type CompilerMessage, type OpenText } from './code-editor';
import type { ProgramFile } from './drafts';
import { bytesOf } from './file-bytes';
import { MAX_FILES, nameFault } from './file-names';
import { size } from './result-line';
import { fixed } from './trusted-html';
import { visible } from './visible-text';

interface OpenFile extends ProgramFile {
  /** Its text with history and cursor, once it has been in the editor. */
  open?: OpenText;
  messages: CompilerMessage[];
  marked: boolean;
}

/** Something to say of the files, and how to take back what was done. */
export interface Told { words: string; undo?: () => void }

/**
 * The files of a program as tabs above the editor; the first is the main file. Fires `edited` when the user changes which there
 * are or what they are called, and `told` (detail: [Told]).
 */
export class FileTabs extends HTMLElement {
  editor!: CodeEditor;
  /** The highlighter for a file of this name. */
  modeOf: (name: string) => string = () => '';
  private list: OpenFile[] = [];
  private at = 0;
  private adding = false;

  connectedCallback() {
    if (this.firstElementChild) return;
    this.innerHTML = fixed`
      <div class="file-bar">
        <div class="tabs" role="tablist" aria-label="Files"></div>
        <button type="button" class="quiet" data-file="add" aria-label="Add a file" title="Add a file">+</button>
        <button type="button" class="quiet" data-file="change" aria-label="Change this file" title="Rename, delete or make it the main file (F2)">✎</button>
      </div>
      <form class="file-form" hidden>
        <label>File name <input autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="lib/util.py"></label>
        <button class="primary">Add</button>
        <button type="button" data-file="main">Make it the main file</button>
        <button type="button" data-file="delete">Delete</button>
        <button type="button" class="quiet" data-file="cancel">Cancel</button>
        <p class="file-fault" role="alert"></p>
      </form>
      <p class="file-binary" hidden></p>`;
    this.addEventListener('click', (e) => this.clicked(e));
    this.addEventListener('dblclick', (e) => { if ((e.target as Element).closest('[role=tab]')) this.openForm(false); });
    this.tablist.addEventListener('keydown', (e) => this.key(e));
    this.form.addEventListener('submit', (e) => { e.preventDefault(); this.accept(); });
    this.form.addEventListener('keydown', (e) => { if (e.key === 'Escape') this.cancel(); });
  }

  get files(): ProgramFile[] {
    this.keep();
    return this.list.map(({ name, content, encoding }) => ({ name, content, ...(encoding && { encoding }) }));
  }

  /** Another program: what could be undone is forgotten. */
  set files(files: ProgramFile[]) {
    this.list = files.map(fresh);
    this.closeForm();
    this.show(0);
  }

  /** Adds a file and shows it. @returns why not, if so */
  add(file: ProgramFile): string | undefined {
    const fault = this.list.length >= MAX_FILES ? `A program has at most ${MAX_FILES} files.` : nameFault(file.name, this.list.map(({ name }) => name));
    if (fault) return fault;
    this.keep();
    this.list.push(fresh(file));
    this.show(this.list.length - 1);
    this.changed();
    return undefined;
  }

  /** Marks what was said of each file, in its tab and in its text; what is said of none belongs to the main file. */
  showMessages(messages: CompilerMessage[]) {
    for (const file of this.list) Object.assign(file, { messages: [], marked: false });
    for (const message of messages) this.list[this.owner(message.file)]?.messages.push(message);
    this.mark();
    this.render();
  }

  /** The file in the editor. */
  get fileName(): string { return this.active?.name ?? ''; }

  /** @returns the file that a message means by this name; nothing when it is none of them */
  fileOf(named: string): string | undefined {
    return this.list[this.owner(named)]?.name;
  }

  /** Shows the place of a message, in whichever file it is. */
  jump({ file, line, column }: CompilerMessage) {
    const index = this.owner(file);
    if (index < 0) return;
    if (index !== this.at) this.select(index);
    this.editor.jump(line, column);
  }

  /** Shows one of the files. */
  select(index: number) {
    this.keep();
    this.closeForm();
    this.show(index);
  }

  private get tablist() { return this.querySelector<HTMLElement>('[role=tablist]')!; }
  private get form() { return this.querySelector('form')!; }
  private get input() { return this.querySelector('input')!; }
  private get active(): OpenFile | undefined { return this.list[this.at]; }

  /** Which of the files a message is about: the one of this very name, else one that ends so; the main file when it names none. */
  private owner(named: string): number {
    const whole = this.list.findIndex(({ name }) => name === named);
    return whole >= 0 ? whole : this.list.findIndex(({ name }) => isAbout(named, name));
  }

  /** What is in the editor belongs to the file that is shown. */
  private keep() {
    const file = this.active;
    if (!file || file.encoding) return;
    file.content = this.editor.value;
    file.open = this.editor.openText;
  }

  private show(index: number) {
    this.at = index;
    const file = this.active;
    if (!file) return;
    const binary = this.querySelector<HTMLElement>('.file-binary')!;
    this.editor.hidden = !binary.toggleAttribute('hidden', !file.encoding);
    if (file.encoding) binary.replaceChildren(...visible(`${file.name}: ${kind(file)}. The program finds it under this name. `), removeButton());
    else {
      this.editor.language = this.modeOf(file.name);
      if (file.open) this.editor.openText = file.open;
      else this.editor.value = file.content;
    }
    this.mark();
    this.render();
  }

  private mark() {
    const file = this.active;
    if (!file || file.encoding || file.marked) return;
    this.editor.mark(file.messages);
    file.marked = true;
  }

  private render() {
    this.tablist.replaceChildren(...this.list.map((file, index) => this.tab(file, index)));
    this.tablist.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private tab(file: OpenFile, index: number): HTMLElement {
    const tab = document.createElement('button');
    const folder = document.createElement('span');
    const slash = file.name.lastIndexOf('/') + 1;
    folder.className = 'folder';
    folder.append(...visible(file.name.slice(0, slash)));
    tab.type = 'button';
    tab.role = 'tab';
    tab.className = 'file-name';
    tab.tabIndex = index === this.at ? 0 : -1;
    tab.setAttribute('aria-selected', String(index === this.at));
    tab.dataset.index = String(index);
    if (slash) tab.append(folder);
    tab.append(...visible(file.name.slice(slash)));
    if (file.encoding) tab.append(small(` ${kind(file)}`));
    if (file.messages.length) tab.append(small(` ${file.messages.length} ${file.messages.length === 1 ? 'message' : 'messages'}`, 'count'));
    if (this.list.length > 1 && index === 0) {
      tab.dataset.main = '';
      tab.title = 'The main file: this one is run';
    }
    return tab;
  }

  private clicked(e: MouseEvent) {
    const target = e.target as Element;
    const tab = target.closest<HTMLElement>('[role=tab]');
    const action = target.closest<HTMLElement>('[data-file]')?.dataset.file;
    if (tab) this.clickTab(Number(tab.dataset.index), e.detail);
    else if (action === 'add') this.openForm(true);
    else if (action === 'change') this.openForm(false);
    else if (action === 'main') this.makeMain();
    else if (action === 'delete') this.discard();
    else if (action === 'cancel') this.cancel();
  }

  private clickTab(index: number, clicks: number) {
    if (clicks > 1) return;
    const file = this.list[index];
    const first = file.marked ? undefined : file.messages[0];
    if (index !== this.at) this.select(index);
    if (first) this.editor.jump(first.line, first.column);
    else this.focusTab();
  }

  private key(e: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    const to = step ? (this.at + step + this.list.length) % this.list.length : { Home: 0, End: this.list.length - 1 }[e.key];
    if (to !== undefined) { this.select(to); this.focusTab(); }
    else if (e.key === 'F2') this.openForm(false);
    else if (e.key === 'Delete') { this.discard(); this.focusTab(); }
    else return;
    e.preventDefault();
  }

  private focusTab() {
    this.tablist.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }

  /** For a new file, or for the one that is shown. */
  private openForm(adding: boolean) {
    this.adding = adding;
    this.form.hidden = false;
    this.input.value = adding ? '' : this.active?.name ?? '';
    this.form.querySelector('.primary')!.textContent = adding ? 'Add' : 'Rename';
    this.action('main').hidden = adding || this.at === 0 || this.active?.encoding !== undefined;
    this.action('delete').hidden = adding || !this.removable;
    this.fault();
    this.input.focus();
    this.input.select();
  }

  private cancel() {
    this.closeForm();
    this.focusTab();
  }

  private closeForm() {
    this.form.hidden = true;
  }

  private action(name: string) { return this.form.querySelector<HTMLElement>(`[data-file=${name}]`)!; }

  private fault(words = '') {
    this.querySelector('.file-fault')!.replaceChildren(...visible(words));
  }

  private accept() {
    const name = this.input.value;
    if (this.adding) {
      const fault = this.add({ name, content: '' });
      if (fault) this.fault(fault);
      else { this.closeForm(); this.editor.focus(); }
    } else this.rename(name);
  }

  private rename(name: string) {
    const file = this.active;
    const fault = file && nameFault(name, this.list.filter((other) => other !== file).map((other) => other.name));
    if (!file || fault) { this.fault(fault); return; }
    this.closeForm();
    if (name === file.name) return;
    this.keep();
    file.name = name;
    this.show(this.at);
    this.focusTab();
    this.changed();
  }

  private makeMain() {
    this.keep();
    this.list.unshift(...this.list.splice(this.at, 1));
    this.closeForm();
    this.show(0);
    this.focusTab();
    this.changed();
  }

  /** Something with text must stay, to be the main file. */
  private get removable() {
    return this.list.some((file) => file !== this.active && !file.encoding);
  }

  private discard() {
    const file = this.active;
    if (!file) return;
    if (!this.removable) { this.tell({ words: 'A program needs one file with text: this is the only one.' }); return; }
    this.keep();
    const before = [...this.list];
    this.list.splice(this.at, 1);
    const main = this.list.findIndex((other) => !other.encoding);
    this.list.unshift(...this.list.splice(main, 1));
    this.closeForm();
    this.show(Math.min(this.at, this.list.length - 1));
    this.changed();
    this.tell({ words: `${file.name} is deleted.`, undo: () => this.putBack(file, before) });
  }

  private putBack(file: OpenFile, before: OpenFile[]) {
    const others = this.list.map((other) => other.name);
    if (nameFault(file.name, others)) { this.tell({ words: `${file.name} can't come back: another file has its name.` }); return; }
    this.keep();
    const after = this.list.filter((other) => !before.includes(other));
    this.list = [...before.filter((other) => other === file || this.list.includes(other)), ...after];
    this.show(this.list.indexOf(file));
    this.changed();
    this.tell({ words: '' });
  }

  private changed() {
    this.dispatchEvent(new CustomEvent('edited', { bubbles: true }));
  }

  private tell(told: Told) {
    this.dispatchEvent(new CustomEvent('told', { bubbles: true, detail: told }));
  }
}

function kind(file: ProgramFile): string {
  return `binary, ${size(bytesOf(file))}`;
}

function fresh(file: ProgramFile): OpenFile {
  return { ...file, messages: [], marked: true };
}

function removeButton(): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.dataset.file = 'delete';
  button.textContent = 'Remove';
  return button;
}

function small(text: string, kind = ''): HTMLElement {
  const element = document.createElement('small');
  element.className = kind;
  element.textContent = text;
  return element;
}

customElements.define('file-tabs', FileTabs);
