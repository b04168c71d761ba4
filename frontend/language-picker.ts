import { keep, local } from './drafts';
import { fixed } from './trusted-html';
import { visible } from './visible-text';

/** A language as the server describes it. */
export interface Language {
  id: string;
  name: string;
  version: string;
  aliases: string[];
  fileName: string;
  editorMode: string;
  endings: string[];
  hello: string;
  /** Its versions, the one first that people get who choose none. */
  toolchains: Toolchain[];
}

/** A version of a language. */
export interface Toolchain {
  version: string;
  /** Whether there is one. */
  formatter: boolean;
  options: Choosable[];
}

/** An option of the compile step; of a group one at most is chosen. */
export interface Choosable { id: string; label: string; group: string; byDefault: boolean }

const RECENT = 'sandlot.recent';

/** Ids of the languages used last, newest first. */
export function recentLanguages(): string[] {
  try { return JSON.parse(local(RECENT) ?? '[]'); } catch { return []; }
}

/**
 * The combobox "Language": type to filter by name, alias or file ending; those used last come first. Fires `picked` (detail: id).
 */
export class LanguagePicker extends HTMLElement {
  private all: Language[] = [];
  private shown: Language[] = [];
  private chosen?: Language;
  private active = -1;
  private input!: HTMLInputElement;
  private list!: HTMLElement;

  connectedCallback() {
    if (this.input) return;
    this.innerHTML = fixed`
      <input role="combobox" aria-label="Language" aria-autocomplete="list" aria-expanded="false" aria-controls="languages"
        autocomplete="off" autocapitalize="off" spellcheck="false">
      <span class="arrow" aria-hidden="true">▾</span>
      <ul id="languages" role="listbox" aria-label="Languages" hidden></ul>`;
    this.input = this.querySelector('input')!;
    this.list = this.querySelector('ul')!;
    this.input.addEventListener('focus', () => this.input.select());
    this.input.addEventListener('click', () => this.open());
    this.input.addEventListener('input', () => this.open(this.input.value));
    this.input.addEventListener('blur', () => this.close());
    this.input.addEventListener('keydown', (e) => this.key(e));
    // Before blur takes the list away.
    this.list.addEventListener('pointerdown', (e) => e.preventDefault());
    this.list.addEventListener('click', (e) => this.pick(this.shown[Number((e.target as Element).closest('li')?.dataset.index)]));
    this.show();
  }

  set languages(languages: Language[]) {
    this.all = languages;
  }

  get languages() { return this.all; }

  get language(): Language | undefined { return this.chosen; }

  /** Chooses without an event. */
  select(id: string) {
    this.chosen = this.all.find((l) => l.id === id);
    if (this.input) this.show();
  }

  /** Puts the cursor here with the list open. */
  override focus() {
    this.input.focus();
    this.open();
  }

  private show() {
    // Where there are several versions, a chooser of its own shows which it is.
    const { name, version, toolchains } = this.chosen ?? { name: '', version: '', toolchains: [] };
    this.input.value = toolchains.length > 1 ? name : `${name} ${version}`.trim();
  }

  private open(filter = '') {
    this.shown = matching(this.all, filter);
    this.active = filter ? 0 : Math.max(this.shown.findIndex((l) => l === this.chosen), 0);
    this.list.replaceChildren(...(this.shown.length ? this.shown.map((l, i) => this.option(l, i)) : [nothing(filter)]));
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.mark();
  }

  private close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    this.show();
  }

  private option(language: Language, index: number): HTMLElement {
    const option = document.createElement('li');
    option.id = `language-${language.id}`;
    option.role = 'option';
    option.dataset.index = String(index);
    const version = document.createElement('small');
    version.textContent = language.version;
    option.append(...visible(language.name), ' ', version);
    return option;
  }

  private mark() {
    this.list.querySelectorAll('li').forEach((li, i) => li.setAttribute('aria-selected', String(i === this.active)));
    const option = this.list.children[this.active];
    if (!option?.id) { this.input.removeAttribute('aria-activedescendant'); return; }
    this.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  private key(e: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[e.key];
    if (step) {
      e.preventDefault();
      if (this.list.hidden) this.open();
      else this.active = Math.min(Math.max(this.active + step, 0), this.shown.length - 1);
      this.mark();
    } else if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey && !this.list.hidden) {
      e.preventDefault();
      this.pick(this.shown[this.active]);
    } else if (e.key === 'Escape' && !this.list.hidden) {
      e.preventDefault();
      this.close();
    }
  }

  private pick(language?: Language) {
    if (!language) return;
    this.chosen = language;
    keep(RECENT, JSON.stringify([language.id, ...recentLanguages().filter((id) => id !== language.id)].slice(0, 5)));
    this.close();
    this.dispatchEvent(new CustomEvent('picked', { bubbles: true, detail: language.id }));
  }
}

function nothing(filter: string): HTMLElement {
  const item = document.createElement('li');
  item.className = 'nothing';
  item.append(...visible(`No language matches “${filter}”`));
  return item;
}

/** Its own name or alias first, then a file ending, what begins so, what contains it; without a filter the recent ones, then all by name. */
function matching(all: Language[], filter: string): Language[] {
  const wanted = filter.trim().toLowerCase();
  if (wanted) return all.map((l) => ({ l, rank: rank(l, wanted) })).filter((r) => r.rank < NO_MATCH).sort((a, b) => a.rank - b.rank).map((r) => r.l);
  const recent = recentLanguages().flatMap((id) => all.find((l) => l.id === id) ?? []);
  return [...recent, ...all.filter((l) => !recent.includes(l))];
}

/** What a file's ending means: the language whose id or alias it is, else the first that has it. */
export function ofEnding(all: Language[], ending: string): Language | undefined {
  const having = all.filter((l) => l.endings.includes(ending));
  return having.find((l) => l.id === ending || l.aliases.includes(ending)) ?? having[0];
}

const NO_MATCH = 4;

function rank(language: Language, wanted: string): number {
  const lower = (words: string[]) => words.map((w) => w.toLowerCase());
  const names = lower([language.id, language.name, `${language.name} ${language.version}`, ...language.aliases]);
  const endings = lower(language.endings.flatMap((e) => [e, `.${e}`]));
  const words = [...names, ...endings];
  if (names.includes(wanted)) return 0;
  if (endings.includes(wanted)) return 1;
  if (words.some((w) => w.startsWith(wanted))) return 2;
  return words.some((w) => w.includes(wanted)) ? 3 : NO_MATCH;
}

customElements.define('language-picker', LanguagePicker);
