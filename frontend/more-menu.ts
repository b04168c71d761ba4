import type { Earlier } from './drafts';
import type { Language } from './language-picker';
import { settings, type Theme } from './settings';
import { fixed } from './trusted-html';
import { visible } from './visible-text';

// The first two are in the bar itself where there is room.
const ITEMS: [string, string][] = [
  ['share', 'Share'], ['practice', 'Practice'], ['format', 'Format'], ['options', 'Options'],
  ['download', 'Download'], ['upload', 'Upload a file'], ['earlier', 'Earlier drafts'], ['settings', 'Settings'], ['shortcuts', 'Keyboard shortcuts'],
];

const SHORTCUTS: [string, string][] = [
  ['Ctrl Enter', 'Run'], ['Ctrl .', 'Stop'], ['Ctrl S', 'Share'], ['Ctrl I', 'Input'], ['Ctrl K', 'Languages'], ['Shift Alt F', 'Format the code'],
  ['Ctrl D', 'End of file, in the console'], ['Escape, then Tab', 'Leave the editor'], ['F2, Delete', 'Rename or delete a file, on its tab'], ['Ctrl F', 'Find in the code'], ['F8', 'Next message, in the editor'], ['F1', 'This list'],
];

/** The ⋯ menu. Fires `menu` (detail: the item) for what the page itself does; settings and shortcuts show here. */
export class MoreMenu extends HTMLElement {
  private button!: HTMLButtonElement;
  private list!: HTMLElement;
  private panel!: HTMLDialogElement;

  connectedCallback() {
    if (this.button) return;
    this.innerHTML = fixed`
      <button type="button" class="quiet" aria-label="More" title="More" aria-haspopup="menu" aria-expanded="false">⋯</button>
      <ul role="menu" aria-label="More" hidden></ul>
      <dialog></dialog>`;
    this.button = this.querySelector('button')!;
    this.list = this.querySelector('ul')!;
    this.panel = this.querySelector('dialog')!;
    this.list.append(...ITEMS.map(([id, label]) => this.item(id, label)));
    this.button.addEventListener('click', () => this.open(this.list.hidden !== false));
    this.addEventListener('focusout', (e) => { if (!this.contains(e.relatedTarget as Node)) this.open(false); });
    this.list.addEventListener('keydown', (e) => this.key(e));
    this.panel.addEventListener('click', (e) => { if (e.target === this.panel) this.panel.close(); });
  }

  /**
   * @param why an item can't be chosen now; empty when it can
   * @param note what is said of it otherwise
   */
  explain(id: string, why: string, note = '') {
    const button = this.list.querySelector<HTMLElement>(`[data-item=${id}] button`)!;
    const label = ITEMS.find(([item]) => item === id)![1];
    const reason = document.createElement('small');
    reason.append(...visible(why || note));
    button.replaceChildren(label, ...(why || note ? [reason] : []));
    button.ariaDisabled = why ? 'true' : null;
  }

  showShortcuts() {
    const rows = SHORTCUTS.map(([keys, what]) => row(kbd(keys), what));
    this.showPanel('Keyboard shortcuts', table(rows));
  }

  showEarlier(drafts: Earlier[], languages: Language[], restore: (draft: Earlier) => void) {
    const list = document.createElement('ul');
    list.className = 'earlier';
    for (const draft of drafts) {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      const name = languages.find((l) => l.id === draft.language)?.name ?? draft.language;
      const first = document.createElement('code');
      first.append(...visible(draft.code.trim().split('\n')[0].slice(0, 80)));
      button.append(`${name} · ${new Date(draft.at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}`, first);
      button.addEventListener('click', () => { this.panel.close(); restore(draft); });
      item.append(button);
      list.append(item);
    }
    this.showPanel('Earlier drafts', drafts.length ? list : 'Nothing has been typed in this browser yet.');
  }

  private showSettings() {
    const theme = choice('Theme', ['system', 'light', 'dark'], settings.theme, (v) => (settings.theme = v as Theme));
    const fontSize = choice('Font size', ['12', '13', '14', '16', '18', '20', '24'], String(settings.fontSize), (v) => (settings.fontSize = Number(v)));
    const tabWidth = choice('Tab width', ['2', '4', '8'], String(settings.tabWidth), (v) => (settings.tabWidth = Number(v)));
    this.showPanel('Settings', theme, fontSize, tabWidth);
  }

  showPanel(title: string, ...content: (Node | string)[]) {
    const heading = document.createElement('h2');
    heading.id = 'panel-title';
    heading.textContent = title;
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'quiet';
    close.textContent = 'Close';
    close.addEventListener('click', () => this.panel.close());
    this.panel.setAttribute('aria-labelledby', heading.id);
    this.panel.replaceChildren(heading, ...content, close);
    if (!this.panel.open) this.panel.showModal();
  }

  private item(id: string, label: string): HTMLElement {
    const item = document.createElement('li');
    item.role = 'none';
    item.dataset.item = id;
    const button = document.createElement('button');
    button.type = 'button';
    button.role = 'menuitem';
    button.tabIndex = -1;
    button.textContent = label;
    button.addEventListener('click', () => { if (!button.ariaDisabled) this.choose(id); });
    item.append(button);
    return item;
  }

  private choose(id: string) {
    this.open(false);
    if (id === 'settings') this.showSettings();
    else if (id === 'shortcuts') this.showShortcuts();
    else this.dispatchEvent(new CustomEvent('menu', { bubbles: true, detail: id }));
  }

  private open(open: boolean) {
    this.list.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open));
    if (open) this.shown[0].focus();
  }

  private get shown() { return [...this.list.querySelectorAll('button')].filter((button) => button.offsetParent); }

  private key(e: KeyboardEvent) {
    const items = this.shown;
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step) items[(at + step + items.length) % items.length].focus();
    else if (e.key === 'Home') items[0].focus();
    else if (e.key === 'End') items[items.length - 1].focus();
    else if (e.key === 'Escape') { this.open(false); this.button.focus(); } else return;
    e.preventDefault();
  }
}

function choice(label: string, values: string[], current: string, set: (value: string) => void): HTMLElement {
  const element = document.createElement('label');
  const select = document.createElement('select');
  for (const value of values) select.add(new Option(value[0].toUpperCase() + value.slice(1), value, false, value === current));
  select.addEventListener('change', () => set(select.value));
  element.append(label, ' ', select);
  return element;
}

function table(rows: HTMLElement[]): HTMLElement {
  const table = document.createElement('table');
  table.append(...rows);
  return table;
}

function row(first: Node, second: string): HTMLElement {
  const row = document.createElement('tr');
  const left = document.createElement('td');
  left.append(first);
  const right = document.createElement('td');
  right.textContent = second;
  row.append(left, right);
  return row;
}

function kbd(text: string): HTMLElement {
  const kbd = document.createElement('kbd');
  kbd.textContent = text;
  return kbd;
}

customElements.define('more-menu', MoreMenu);
