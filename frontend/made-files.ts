import { asText, fromBase64 } from './file-bytes';
import { size, type MadeFile } from './result-line';
import { saveAs } from './save-as';
import { visible, visibleText } from './visible-text';

/** So many are shown as pictures; the others can be downloaded. */
const MAX_SHOWN = 20;
/** A picture of more pixels takes more memory than a page should. */
const MAX_PIXELS = 50_000_000;

type Kind = 'image/png' | 'image/jpeg' | 'image/svg+xml' | 'text/html';

/** The files that a program wrote: pictures are shown, a page on demand and in a frame that can do nothing to this one. */
export class MadeFiles extends HTMLElement {
  connectedCallback() {
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', 'Files that the program wrote');
    this.hidden ||= !this.firstElementChild;
  }

  /** @param cut whether there were more, or bigger ones, than are sent */
  show(files: MadeFile[], cut: boolean) {
    this.hidden = !files.length && !cut;
    const list = document.createElement('ul');
    list.append(...files.map((file, index) => item(file, index < MAX_SHOWN)));
    this.replaceChildren(list);
    if (!cut) return;
    const note = document.createElement('p');
    note.textContent = 'Some files are not here: together they are too big or too many.';
    this.append(note);
  }
}

function item(file: MadeFile, show: boolean): HTMLElement {
  const item = document.createElement('li');
  const bytes = fromBase64(file.content);
  const kind = show ? kindOf(bytes) : undefined;
  const name = document.createElement('span');
  name.className = 'made-name';
  name.append(...visible(file.name));
  const about = document.createElement('small');
  about.textContent = size(bytes.length);
  const title = visibleText(file.name);
  item.append(name, about, button('Download', `Download ${title}`, () => saveAs(file.name, bytes)));
  if (kind === 'text/html') item.append(pageButton(item, title, asText(bytes)!));
  else if (kind) item.append(picture(`data:${kind};base64,${file.content}`, title));
  return item;
}

function picture(source: string, title: string): HTMLElement {
  const figure = document.createElement('figure');
  const picture = document.createElement('img');
  picture.alt = title;
  picture.src = source;
  figure.append(picture);
  return figure;
}

/** A page may keep its browser process busy: it is shown when the user wants it. */
function pageButton(item: HTMLElement, title: string, html: string): HTMLElement {
  const show = button('Show', `Show ${title}`, () => {
    const old = item.querySelector('iframe');
    old?.remove();
    if (!old) item.append(frame(title, html));
    show.textContent = old ? 'Show' : 'Hide';
    show.setAttribute('aria-label', `${show.textContent} ${title}`);
  });
  return show;
}

/** The empty page in it has an origin of its own and a policy without any network; it writes what it is sent. */
function frame(title: string, html: string): HTMLElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.referrerPolicy = 'no-referrer';
  frame.addEventListener('load', () => frame.contentWindow?.postMessage(html, '*'), { once: true });
  frame.src = new URL('made', document.baseURI).href;
  return frame;
}

/** By its first bytes, whatever its name says. */
function kindOf(bytes: Uint8Array<ArrayBuffer>): Kind | undefined {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return pixelsOfPng(bytes) <= MAX_PIXELS ? 'image/png' : undefined;
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  const text = asText(bytes);
  if (text === undefined) return undefined;
  const start = text.slice(0, 4096).replace(/^\ufeff/, '').replace(/<!--[^]*?-->/g, '').trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!doctype svg[^>]*>\s*)?<svg[\s>]/i.test(start)) return 'image/svg+xml';
  return /^<(!doctype html|html)[\s>]/i.test(start) ? 'text/html' : undefined;
}

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function pixelsOfPng(bytes: Uint8Array<ArrayBuffer>): number {
  if (bytes.length < 24) return 0;
  const view = new DataView(bytes.buffer);
  return view.getUint32(16) * view.getUint32(20);
}

function button(text: string, label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.setAttribute('aria-label', label);
  button.addEventListener('click', act);
  return button;
}

customElements.define('made-files', MadeFiles);
