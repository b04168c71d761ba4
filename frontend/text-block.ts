import { copyOriginal, visible } from './visible-text';

const SHOWN_CHARACTERS = 64 * 1024;

/** A text under a heading, with one line marked. */
export function block(title: string, text?: string, marked?: number, errors?: string): HTMLElement {
  const block = document.createElement('section');
  const heading = document.createElement('h3');
  heading.textContent = title;
  const body = document.createElement('pre');
  body.tabIndex = 0;
  body.setAttribute('aria-label', title);
  copyOriginal(body);
  if (text === undefined) { body.className = 'empty'; body.textContent = 'not run yet'; } else fill(body, text, marked);
  if (errors) {
    const span = document.createElement('span');
    span.className = 'stderr';
    span.append(...visible(cut(errors)));
    body.append(span);
  }
  block.append(heading, body);
  return block;
}

function fill(body: HTMLElement, text: string, marked?: number) {
  if (!marked) { body.append(...visible(cut(text))); return; }
  const lines = cut(text).split('\n');
  const difference = document.createElement('mark');
  difference.append(...visible(lines[marked - 1] || ' '));
  difference.title = 'The first difference';
  const before = lines.slice(0, marked - 1).map((l) => `${l}\n`).join('');
  const after = lines.slice(marked).map((l) => `\n${l}`).join('');
  body.append(...visible(before), difference, ...visible(after));
}

function cut(text: string): string {
  const whole = text.replaceAll('\r\n', '\n');
  const more = whole.length - SHOWN_CHARACTERS;
  return more > 0 ? `${whole.slice(0, SHOWN_CHARACTERS)}\n… and ${more.toLocaleString()} more characters` : whole;
}
