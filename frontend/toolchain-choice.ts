import type { Language, Toolchain } from './language-picker';
import { visibleText } from './visible-text';

/** What is chosen beside the language: an empty version is the one that people get who choose none. */
export interface Choice { version: string; options: string[] }

/**
 * The version of the language, where there are several, and the way to its options, where there are any and `data-only` isn't "version". Fires `edited` when the user
 * changes one of them, and `menu` (detail: options).
 */
export class ToolchainChoice extends HTMLElement {
  private select!: HTMLSelectElement;
  private button!: HTMLButtonElement;
  private chosen: string[] = [];
  private shown?: Language;

  connectedCallback() {
    if (this.select) return;
    this.select = document.createElement('select');
    this.select.setAttribute('aria-label', 'Version');
    this.select.title = 'Version of the language';
    this.select.addEventListener('change', () => this.changed());
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = 'quiet';
    this.button.addEventListener('click', () => this.dispatchEvent(new CustomEvent('menu', { bubbles: true, detail: 'options' })));
    this.append(this.select, this.button);
    this.show();
  }

  /** Begins with what people get who choose nothing. */
  set language(language: Language) {
    this.shown = language;
    this.chosen = [];
    this.select.replaceChildren(...language.toolchains.map(({ version }) => new Option(visibleText(version), version)));
    this.show();
  }

  get toolchain(): Toolchain {
    const toolchains = this.shown?.toolchains ?? [];
    return toolchains[Math.max(this.select.selectedIndex, 0)] ?? { version: '', formatter: false, options: [] };
  }

  /** In the order of the language's options. */
  get options(): string[] { return this.chosen; }

  set options(ids: string[]) {
    this.chosen = ids;
    this.changed();
  }

  get choice(): Choice {
    return { version: this.select.selectedIndex > 0 ? this.toolchain.version : '', options: this.chosen };
  }

  /** Takes what was chosen before, as far as it is still there. @returns what isn't, in words; empty when all is */
  take({ version, options }: Choice): string {
    const { name, toolchains } = this.shown!;
    const exact = toolchains.findIndex((toolchain) => toolchain.version === version);
    this.select.selectedIndex = exact >= 0 || !version ? Math.max(exact, 0) : closest(toolchains, version);
    const known = this.toolchain.options.map(({ id }) => id);
    this.chosen = known.filter((id) => options.includes(id));
    this.show();
    const gone = options.filter((id) => !known.includes(id));
    return [
      exact < 0 && version ? `${name} ${version} is not here any more; ${this.toolchain.version} is used.` : '',
      gone.length ? `Not here any more: ${gone.length === 1 ? 'the option' : 'the options'} ${gone.join(', ')}.` : '',
    ].filter(Boolean).join(' ');
  }

  /** What was chosen, in words. */
  get labels(): string[] {
    return this.toolchain.options.filter(({ id }) => this.chosen.includes(id)).map(({ label }) => label);
  }

  private changed() {
    const known = this.toolchain.options.map(({ id }) => id);
    this.chosen = known.filter((id) => this.chosen.includes(id));
    this.show();
    this.dispatchEvent(new CustomEvent('edited', { bubbles: true }));
  }

  private show() {
    this.select.hidden = this.select.length < 2;
    this.button.hidden = this.toolchain.options.length === 0 || this.dataset.only === 'version';
    this.button.replaceChildren('Options', ...(this.chosen.length ? [` · ${this.chosen.length}`] : []));
    this.button.title = this.chosen.length ? visibleText(this.labels.join(', ')) : 'Options of the compiler';
  }
}

/** That with most leading parts in common; of several such the first. */
function closest(toolchains: Toolchain[], version: string): number {
  const common = toolchains.map((toolchain) => inCommon(toolchain.version.split(/[. ]/), version.split(/[. ]/)));
  return common.indexOf(Math.max(...common));
}

function inCommon(a: string[], b: string[]): number {
  const differs = a.findIndex((part, index) => part !== b[index]);
  return differs < 0 ? a.length : differs;
}

customElements.define('toolchain-choice', ToolchainChoice);
