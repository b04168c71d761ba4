export type Theme = 'system' | 'light' | 'dark';

const KEY = 'sandlot.settings';

/** What a user set for this browser. Fires `change`. */
class Settings extends EventTarget {
  private values = read();

  constructor() {
    super();
    this.apply();
    window.addEventListener('storage', (e) => {
      if (e.key === KEY) { this.values = read(); this.changed(); }
    });
  }

  get theme(): Theme { return this.values.theme ?? 'system'; }
  set theme(theme: Theme) { this.store({ theme }); }
  get fontSize(): number { return this.values.fontSize ?? 14; }
  set fontSize(fontSize: number) { this.store({ fontSize }); }
  get tabWidth(): number { return this.values.tabWidth ?? 4; }
  set tabWidth(tabWidth: number) { this.store({ tabWidth }); }
  /** The editor's share of the width, in percent. */
  get split(): number { return this.values.split ?? 52; }
  set split(split: number) { this.store({ split }); }

  get dark(): boolean {
    return this.theme === 'dark' || (this.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  }

  private store(change: Partial<Stored>) {
    this.values = { ...this.values, ...change };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.values));
    } catch {
      // A browser that stores nothing forgets the setting on reload; it holds until then.
    }
    this.changed();
  }

  private changed() {
    this.apply();
    this.dispatchEvent(new Event('change'));
  }

  private apply() {
    const root = document.documentElement;
    if (this.theme === 'system') root.removeAttribute('data-theme');
    else root.dataset.theme = this.theme;
    root.style.setProperty('--code-size', `${this.fontSize}px`);
    root.style.setProperty('--split', `${this.split}%`);
  }
}

interface Stored { theme: Theme; fontSize: number; tabWidth: number; split: number }

function read(): Partial<Stored> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}

export const settings = new Settings();
