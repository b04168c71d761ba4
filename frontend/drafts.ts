/** One file of a program, named with `/` between folders. */
export interface ProgramFile {
  name: string;
  /** Text, or base64 of bytes that are none. */
  content: string;
  encoding?: 'base64';
}

/** What a user has typed for one language. */
export interface Draft {
  /** The main file. */
  code: string;
  /** Of the main file, where it isn't the language's own. */
  name?: string;
  /** Beside the main file. */
  files?: ProgramFile[];
  stdin: string;
  args: string;
  expected: string;
  /** Absent for what people get who choose none. */
  version?: string;
  /** Ids of the options that were chosen. */
  options?: string[];
}

interface Stored extends Draft {
  /** When it was written, in ms since 1970. */
  at: number;
}

export interface Earlier extends Draft {
  key: string;
  language: string;
  at: number;
}

const PREFIX = 'sandlot.draft|';
const TAB = 'sandlot.tab';
const KEPT = 60;

/**
 * Drafts in the browser's storage. Each tab writes to keys of its own, so that two tabs never overwrite each other; a new tab
 * starts from the newest draft. The scope parts the playground's drafts from each problem's.
 */
export class Drafts {
  private tab = '';
  private readonly channel = new BroadcastChannel('sandlot.tabs');

  constructor(readonly scope: string) {
    this.tab = session(TAB) ?? this.newTab();
    this.channel.onmessage = (e) => this.hear(e.data);
    // A duplicated tab starts with a copy of this one's id: whoever is asked second moves to a new one.
    this.channel.postMessage({ claim: this.tab });
  }

  close() {
    this.channel.close();
  }

  /** Leaves the drafts so far alone: what is typed from now on is another document. */
  startAfresh() {
    this.newTab();
  }

  load(language: string): Draft | undefined {
    return this.read(this.key(this.tab, language)) ?? this.newest(language);
  }

  /** @returns whether the browser kept it */
  save(language: string, draft: Draft): boolean {
    const text = JSON.stringify({ ...draft, at: Date.now() } satisfies Stored);
    for (;;) {
      try {
        localStorage.setItem(this.key(this.tab, language), text);
        return true;
      } catch {
        if (!this.dropOldest()) return false;
      }
    }
  }

  forget(language: string) {
    try { localStorage.removeItem(this.key(this.tab, language)); } catch { /* nothing is stored then */ }
  }

  /** All drafts of this scope, newest first. */
  all(): Earlier[] {
    return this.keys()
      .map((key) => ({ key, language: key.split('|')[2], draft: this.read(key) }))
      .flatMap(({ key, language, draft }) => (draft ? [{ key, language, ...draft }] : []))
      .sort((a, b) => b.at - a.at);
  }

  /** Forgets the oldest of very many. */
  tidy() {
    for (const old of this.all().slice(KEPT)) if (!this.own(old.key)) localStorage.removeItem(old.key);
  }

  private newest(language: string): Draft | undefined {
    return this.all().find((d) => d.language === language);
  }

  private dropOldest(): boolean {
    const victim = this.all().filter((d) => !this.own(d.key)).pop();
    if (victim) localStorage.removeItem(victim.key);
    return victim !== undefined;
  }

  private own(key: string) {
    return key.endsWith(`|${this.tab}`);
  }

  private key(tab: string, language: string) {
    return `${PREFIX}${this.scope}|${language}|${tab}`;
  }

  private keys(): string[] {
    try {
      return Object.keys(localStorage).filter((k) => k.startsWith(`${PREFIX}${this.scope}|`));
    } catch {
      return [];
    }
  }

  private read(key: string): Stored | undefined {
    try {
      const text = localStorage.getItem(key);
      return text ? (JSON.parse(text) as Stored) : undefined;
    } catch {
      return undefined;
    }
  }

  private newTab(): string {
    this.tab = Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) => b.toString(16).padStart(2, '0')).join('');
    remember(TAB, this.tab);
    return this.tab;
  }

  private hear(message: { claim?: string; taken?: string }) {
    if (message.claim === this.tab) this.channel.postMessage({ taken: this.tab });
    if (message.taken === this.tab) this.newTab();
  }
}

/** Something that this tab remembers over a reload. */
export function session(key: string): string | undefined {
  try { return sessionStorage.getItem(key) ?? undefined; } catch { return undefined; }
}

export function remember(key: string, value: string | undefined) {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch { /* forgotten on reload, then */ }
}

/** Something that this browser remembers. */
export function local(key: string): string | undefined {
  try { return localStorage.getItem(key) ?? undefined; } catch { return undefined; }
}

export function keep(key: string, value: string | undefined) {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch { /* forgotten, then */ }
}
