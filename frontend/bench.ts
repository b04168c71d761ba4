import './code-editor';
import './language-picker';
import './more-menu';
import './split-pane';
import './symbol-row';
import './toolchain-choice';
import { isAbout, type CodeEditor, type CompilerMessage } from './code-editor';
import type { DiagnosticList } from './diagnostic-list';
import { Drafts, local, remember, session, keep, type Draft, type Earlier } from './drafts';
import { format } from './formatting';
import { ofEnding, recentLanguages, type Language, type LanguagePicker, type Toolchain } from './language-picker';
import type { MoreMenu } from './more-menu';
import type { RunResult } from './result-line';
import { saveAs } from './save-as';
import type { ToolchainChoice } from './toolchain-choice';
import { visible } from './visible-text';

const SAVE_MS = 250;
const LANGUAGE = 'sandlot.language';

/**
 * A page with an editor: keeps each language's draft in the browser's storage, so that no reload, crash, restart of the server or
 * end of a session loses text.
 */
export abstract class Bench extends HTMLElement {
  protected drafts!: Drafts;
  protected language?: Language;
  private saveTimer?: number;
  private wired = false;

  connectedCallback() {
    document.addEventListener('keydown', this.shortcut, true);
    window.addEventListener('pagehide', this.save);
    document.addEventListener('visibilitychange', this.save);
  }

  disconnectedCallback() {
    this.save();
    this.drafts?.close();
    document.removeEventListener('keydown', this.shortcut, true);
    window.removeEventListener('pagehide', this.save);
    document.removeEventListener('visibilitychange', this.save);
  }

  protected get editor() { return this.find<CodeEditor>('code-editor'); }
  protected get picker() { return this.find<LanguagePicker>('language-picker'); }
  protected get menu() { return this.find<MoreMenu>('more-menu'); }
  protected get choices() { return this.find<ToolchainChoice>('toolchain-choice'); }

  protected find<T extends Element>(selector: string): T {
    return this.querySelector<T>(selector)!;
  }

  /** Wires the parts, once; the page has put them in place by then. */
  protected open(scope: string, languages: Language[]) {
    this.drafts?.close();
    this.drafts = new Drafts(scope);
    this.drafts.tidy();
    this.picker.languages = languages;
    if (this.wired) return;
    this.wired = true;
    this.picker.addEventListener('picked', (e) => this.switchTo((e as CustomEvent<string>).detail));
    this.addEventListener('jump', (e) => this.jump((e as CustomEvent<CompilerMessage>).detail));
    this.addEventListener('edited', () => this.edited());
    this.addEventListener('menu', (e) => this.chosen((e as CustomEvent<string>).detail));
    this.wire();
  }

  /** Connects what this page has beside the editor. */
  protected abstract wire(): void;
  /** What a language starts with. */
  protected abstract starter(language: Language): string;
  protected abstract collect(): Draft;
  protected abstract show(draft: Draft): void;
  /** Handles a shortcut. @returns whether it was one */
  protected abstract press(key: string): boolean;

  protected firstLanguage(languages: Language[], wanted?: string): Language | undefined {
    const ids = [wanted, session(LANGUAGE), ...recentLanguages(), local(LANGUAGE), 'python3'];
    return ids.flatMap((id) => languages.find((l) => l.id === id) ?? [])[0] ?? languages[0];
  }

  protected switchTo(id: string) {
    this.save();
    this.use(this.picker.languages.find((l) => l.id === id));
    const language = this.language;
    if (language) this.show(this.drafts.load(language.id) ?? { ...this.collect(), code: this.starter(language), name: undefined, files: undefined });
    this.editor.focus();
  }

  protected use(language?: Language) {
    this.language = language;
    if (!language) return;
    this.choices.language = language;
    this.picker.select(language.id);
    this.editor.language = language.editorMode;
    this.showAbilities();
    this.showFileName(language);
    remember(LANGUAGE, language.id);
    keep(LANGUAGE, language.id);
  }

  protected showFileName(language: Language) {
    this.find('.file-name').replaceChildren(...visible(language.fileName));
  }

  /** The version of the language that is in use. */
  protected get toolchain(): Toolchain { return this.choices.toolchain; }

  /** Takes the version and the options of a draft. @returns what isn't here any more, in words */
  protected takeChoice({ version = '', options = [] }: Partial<Draft>): string {
    const gone = this.choices.take({ version, options });
    this.showAbilities();
    return gone;
  }

  /** Says in the menu what this toolchain can't. */
  protected showAbilities() {
    this.menu.explain('format', this.toolchain.formatter ? '' : `no formatter for ${this.language!.name}`);
  }

  protected edited() {
    this.showAbilities();
    window.clearTimeout(this.saveTimer);
    this.saveTimer = window.setTimeout(this.save, SAVE_MS);
  }

  protected readonly save = () => {
    if (this.saveTimer === undefined || !this.language) return;
    window.clearTimeout(this.saveTimer);
    this.saveTimer = undefined;
    if (!this.drafts.save(this.language.id, this.collect())) {
      this.notice('This browser has no room left to keep your code. Download it to be safe.');
    }
  };

  /** Marks in the editor what the compiler and the runtime said of it, if anything. */
  protected showMessages({ compile, run }: RunResult = {}) {
    const messages = [...compile?.diagnostics ?? [], ...run?.diagnostics ?? []];
    this.editor.showMessages(messages, this.fileName);
    this.querySelector<DiagnosticList>('diagnostic-list')?.show(messages.filter(({ file }) => this.fileOf(file) !== undefined));
  }

  /** The name of the file in the editor. */
  protected get fileName() { return this.language?.fileName ?? ''; }

  /** @returns the file of the program that a message means by this name; nothing when it is none of them */
  protected fileOf(named: string): string | undefined {
    return isAbout(named, this.fileName) ? this.fileName : undefined;
  }

  /** Puts the cursor where a message points. */
  protected jump({ line, column }: CompilerMessage) {
    this.editor.jump(line, column);
  }

  /** One quiet line above the editor; an empty text takes it away. */
  protected notice(...content: (string | Node)[]) {
    const line = this.find<HTMLElement>('.notice');
    line.replaceChildren(...content.flatMap((part) => (typeof part === 'string' ? visible(part) : part)));
    line.hidden = content.length === 0;
  }

  protected chosen(item: string) {
    if (item === 'format') void this.format();
    else if (item === 'download') this.download();
    else if (item === 'upload') this.upload();
    else if (item === 'share') this.press('s');
    else if (item === 'practice') window.location.assign(new URL('practice', document.baseURI));
    else if (item === 'earlier') this.menu.showEarlier(this.drafts.all(), this.picker.languages, (draft) => this.restore(draft));
  }

  private async format() {
    const language = this.language;
    if (!language) return;
    const editor = this.editor;
    await format({ language, toolchain: this.toolchain, fileName: this.fileName, editor, notice: (...content) => this.notice(...content) });
    editor.focus();
  }

  private restore(draft: Earlier) {
    this.save();
    this.drafts.startAfresh();
    this.use(this.picker.languages.find((l) => l.id === draft.language));
    this.show(draft);
    this.edited();
    this.editor.focus();
  }

  protected download() {
    saveAs(this.language?.fileName ?? 'main.txt', this.editor.value);
  }

  protected upload() {
    const input = document.createElement('input');
    input.type = 'file';
    input.addEventListener('change', () => { if (input.files?.[0]) void this.takeFile(input.files[0]); });
    input.click();
  }

  private async takeFile(file: File) {
    if (file.size > 1024 * 1024) { this.notice(`${file.name} is too big: at most 1 MB can be opened.`); return; }
    const text = await file.text();
    if (text.includes('\0')) { this.notice(`${file.name} is not a text file.`); return; }
    const ending = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
    const language = this.picker.languages.find((l) => l.fileName === file.name)
      ?? ofEnding(this.picker.languages, ending) ?? this.language;
    this.save();
    this.drafts.startAfresh();
    this.use(language);
    this.show({ ...this.collect(), code: text });
    this.notice();
    this.edited();
  }

  private readonly shortcut = (e: KeyboardEvent) => {
    const command = e.ctrlKey || e.metaKey;
    const handled = command && e.key.toLowerCase() === 'k' ? (this.picker.focus(), true)
      : e.shiftKey && e.altKey && e.code === 'KeyF' ? (void this.format(), true)
      : e.key === 'F1' ? (this.menu.showShortcuts(), true)
      : command && !e.altKey && !e.shiftKey && this.press(e.key.toLowerCase());
    if (!handled) return;
    e.preventDefault();
    e.stopPropagation();
  };
}
