// Text of strangers, so that one sees what is there: what is invisible, reorders its neighbours, piles up or passes for another
// letter gets a mark.

/** A piece of text that is shown as it is, or by a mark. */
export interface Part {
  text: string;
  /** What stands in its place. */
  mark?: string;
  /** What it is, in words. */
  title?: string;
}

/** How many emoji may be joined to one, and how many signs may stand over and under one letter: more than any writing has. */
const JOINED = 8;
const STACKED = 8;
/** Of different ones in a row, so many are named. */
const NAMED = 4;
/** In one text; what comes after these is spelt out in plain characters, for elements are what makes a page slow. */
const MAX_MARKS = 2000;

const EMOJI = String.raw`\p{Extended_Pictographic}[\ufe0e\ufe0f]?[\u{1f3fb}-\u{1f3ff}]?`;
/** In these, a letter's form depends on whether it is joined to the next. */
const JOINING = 'Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala'
  .split(' ').map((script) => `\\p{Script=${script}}`).join('');
/** Format characters that have a shape of their own. */
const SHAPED = String.raw`[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]`;
const INVISIBLE = String.raw`(?!${SHAPED}|[\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]`;
const SIGN = String.raw`(?!\p{Default_Ignorable_Code_Point})\p{M}`;

const STEP = new RegExp([
  // Joiners and variation selectors where they belong: passed over.
  `${EMOJI}(?:\\u200d${EMOJI}){0,${JOINED - 1}}`,
  String.raw`(?<=[${JOINING}]\p{M}*)[\u200c\u200d](?=[${JOINING}])`,
  String.raw`(?<=[\p{S}\p{Emoji}])[\ufe0e\ufe0f]`,
  `(?<invisible>(?:${INVISIBLE})+)`,
  `(?<signs>(?:${SIGN})+)`,
  String.raw`(?<word>[\p{L}\p{N}_]+)`,
].join('|'), 'gu');

/** Text without any of these needs no second look. */
const REMARKABLE = new RegExp(String.raw`${INVISIBLE}|\p{M}|[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]`, 'u');

/** Letters that look like a Latin one, each before that one. */
const LOOKALIKES = new Map('аaеeоoрpсcуyхxѕsіiјjһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXЅSІIЈJοoνvΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXօoսuհhոn'
  .match(/../gu)!.map(([letter, latin]) => [letter, latin]));
const LOOKALIKE = new RegExp(`([${[...LOOKALIKES.keys()].join('')}])`, 'u');

export function parts(text: string): Part[] {
  if (!REMARKABLE.test(text)) return text ? [{ text }] : [];
  const parts: Part[] = [];
  let plainFrom = 0;
  for (const match of text.matchAll(STEP)) {
    const { invisible, signs, word } = match.groups!;
    const found = invisible ? [invisibles(invisible)] : signs ? tower(signs) : word ? letters(word) : [];
    if (!found.length) continue;
    if (plainFrom < match.index) parts.push({ text: text.slice(plainFrom, match.index) });
    for (const part of found) parts.push(part);
    plainFrom = match.index + match[0].length;
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom) });
  return parts;
}

/** The text as nodes to show. */
export function visible(text: string): Node[] {
  let marks = 0;
  return parts(text).map((part) => (part.title && marks++ < MAX_MARKS ? marked(part) : document.createTextNode(spelt(part))));
}

/** The text for where no element can be, such as a tooltip. */
export function visibleText(text: string): string {
  return parts(text).map(spelt).join('');
}

/** Shows a part that has a title. */
export function marked(part: Part): HTMLElement {
  const element = document.createElement('span');
  element.className = part.mark ? 'mark' : 'lookalike';
  element.title = part.title!;
  element.textContent = part.mark ?? part.text;
  if (part.mark) element.dataset.text = part.text;
  return element;
}

/** What was there before it was made visible. */
export function original(shown: Node): string {
  if (shown instanceof Text) return shown.data;
  const text = shown instanceof HTMLElement ? shown.dataset.text : undefined;
  return text ?? Array.from(shown.childNodes, original).join('');
}

/** Copying from this element gives the text as it was. */
export function copyOriginal(element: HTMLElement, textOf: (selected: DocumentFragment) => string = original) {
  element.addEventListener('copy', (e) => {
    const selection = getSelection();
    const selected = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    if (!selected || !e.clipboardData || !element.contains(selected.commonAncestorContainer)) return;
    e.clipboardData.setData('text/plain', textOf(selected.cloneContents()));
    e.preventDefault();
  });
}

/** A part in plain characters. */
export function spelt(part: Part): string {
  return part.mark ? `⟨${part.mark}⟩` : part.text;
}

/** One mark for all in a row, however many. */
function invisibles(run: string): Part {
  const codes = Array.from(run.slice(0, 2 * NAMED), (character) => character.codePointAt(0)!).slice(0, NAMED);
  const [first] = codes;
  const count = [...run].length;
  if (count > 1 && run === String.fromCodePoint(first).repeat(count)) {
    const times = ` ×${count.toLocaleString('en')}`;
    return { text: run, mark: nameOf(first) + times, title: titleOf(first) + times };
  }
  const more = count > NAMED ? ` +${(count - NAMED).toLocaleString('en')}` : '';
  return { text: run, mark: codes.map(nameOf).join(' ') + more, title: [...new Set(codes.map(titleOf))].join(', ') + more };
}

function tower(signs: string): Part[] {
  const characters = [...signs];
  const more = characters.length - STACKED;
  if (more <= 0) return [];
  const rest = characters.slice(STACKED).join('');
  return [{ text: characters.slice(0, STACKED).join('') }, { text: rest, mark: `+${more.toLocaleString('en')}`, title: 'more combining signs' }];
}

/** Nothing for a word of one script. */
function letters(word: string): Part[] {
  if (!/[a-z]/i.test(word) || !LOOKALIKE.test(word)) return [];
  return word.split(LOOKALIKE).filter(Boolean).map((text) => {
    const latin = LOOKALIKES.get(text);
    return latin ? { text, title: `${nameOf(text.codePointAt(0)!)}, not the Latin ${latin}` } : { text };
  });
}

const CONTROL_NAMES = 'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(' ');
const TITLES: Record<number, string> = {
  0x00ad: 'soft hyphen', 0x061c: 'Arabic letter mark', 0x200b: 'zero width space', 0x200c: 'zero width non-joiner', 0x200d: 'zero width joiner',
  0x200e: 'left-to-right mark', 0x200f: 'right-to-left mark', 0x2028: 'line separator', 0x2029: 'paragraph separator',
  0x202a: 'left-to-right embedding', 0x202b: 'right-to-left embedding', 0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override', 0x202e: 'right-to-left override', 0x2060: 'word joiner', 0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate', 0x2068: 'first strong isolate', 0x2069: 'pop directional isolate', 0xfeff: 'byte order mark',
};

function nameOf(code: number): string {
  return CONTROL_NAMES[code] ?? (code === 0x7f ? 'DEL' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
}

function titleOf(code: number): string {
  return TITLES[code] ?? (code < 0xa0 ? 'control character' : 'invisible character');
}
