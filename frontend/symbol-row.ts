import type { CodeEditor } from './code-editor';

const SYMBOLS = ['tab', '{', '}', '(', ')', '[', ']', ';', ':', '=', '"', "'", '<', '>', '_', '+', '-', '*', '/', '#', '&', '|', '!'];

/** The symbols that phone keyboards hide; touching one types it into the editor beside this row. */
class SymbolRow extends HTMLElement {
  connectedCallback() {
    if (this.childElementCount) return;
    this.setAttribute('role', 'toolbar');
    this.setAttribute('aria-label', 'Symbols');
    this.append(...SYMBOLS.map((symbol) => this.key(symbol)));
    // The keyboard of the phone stays open: the editor keeps the focus.
    this.addEventListener('pointerdown', (e) => e.preventDefault());
  }

  private key(symbol: string): HTMLButtonElement {
    const key = document.createElement('button');
    key.type = 'button';
    key.textContent = symbol === 'tab' ? '⇥' : symbol;
    if (symbol === 'tab') key.setAttribute('aria-label', 'Tab');
    key.addEventListener('click', () => {
      const editor = this.parentElement?.querySelector<CodeEditor>('code-editor');
      editor?.insert(symbol === 'tab' ? '    ' : symbol);
    });
    return key;
  }
}

customElements.define('symbol-row', SymbolRow);
