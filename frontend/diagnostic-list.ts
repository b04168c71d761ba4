import type { CompilerMessage } from './code-editor';
import { visible } from './visible-text';

/** Of very many only the first are listed; the console has them all. */
const MOST = 50;
const WORDS: Record<string, string> = { error: 'Error', warning: 'Warning' };

/** What the compiler or the runtime said of the program's own files, each a way to its line. Fires `jump` (detail: the message). */
export class DiagnosticList extends HTMLElement {
  show(messages: CompilerMessage[]) {
    const list = document.createElement('ul');
    list.setAttribute('aria-label', 'Messages about the code');
    list.append(...messages.filter(({ line }) => line > 0).slice(0, MOST).map((message) => this.item(message)));
    this.replaceChildren(...(list.childElementCount ? [list] : []));
  }

  private item(message: CompilerMessage): HTMLElement {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.title = 'Go to this line';
    button.dataset.severity = message.severity;
    const place = document.createElement('code');
    const at = message.column > 0 ? `${message.line}:${message.column}` : String(message.line);
    place.append(...visible(message.file ? `${message.file}:${at}` : `line ${at}`));
    const word = document.createElement('b');
    word.textContent = WORDS[message.severity] ?? 'Note';
    const text = document.createElement('span');
    text.append(...visible(message.message));
    button.append(place, word, text);
    button.addEventListener('click', () => this.dispatchEvent(new CustomEvent('jump', { bubbles: true, detail: message })));
    item.append(button);
    return item;
  }
}

customElements.define('diagnostic-list', DiagnosticList);
