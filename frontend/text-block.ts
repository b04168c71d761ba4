const SHOWN_CHARACTERS = 64 * 1024;

/** A text under a heading, with one line marked. */
export function block(title: string, text?: string, marked?: number, errors?: string): HTMLElement {
  const block = document.createElement('section');
  const heading = document.createElement('h3');
  heading.textContent = title;
  const body = document.createElement('pre');
  body.tabIndex = 0;
  body.setAttribute('aria-label', title);
  if (text === undefined) { body.className = 'empty'; body.textContent = 'not run yet'; } else fill(body, text, marked);
  if (errors) {
    const span = document.createElement('span');
    span.className = 'stderr';
    span.textContent = visible(errors);
    body.append(span);
  }
  block.append(heading, body);
  return block;
}

function fill(body: HTMLElement, text: string, marked?: number) {
  const cut = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}\n… and ${(text.length - SHOWN_CHARACTERS).toLocaleString()} more characters` : text;
  if (!marked) { body.textContent = visible(cut); return; }
  const lines = visible(cut).split('\n');
  const difference = document.createElement('mark');
  difference.textContent = lines[marked - 1] || ' ';
  difference.title = 'The first difference';
  body.append(lines.slice(0, marked - 1).map((l) => `${l}\n`).join(''), difference, lines.length > marked ? `\n${lines.slice(marked).join('\n')}` : '');
}

/** Control characters and invisible ones that could hide or reorder text are shown as what they are. */
function visible(text: string): string {
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, (c) => (c === '\r' ? '' : `⟨U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`));
}
