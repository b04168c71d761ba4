import { parts, type Part } from './visible-text';

/** What a program printed, taken apart: text to show, never markup to interpret. */
export type Piece =
  | { kind: 'text'; part: Part; style: string }
  | { kind: 'newline' }
  | { kind: 'return' }
  | { kind: 'back' };

/** What is acted on; everything else is text. */
const CONTROL = /[\x07\b\n\r\x1b]/g;
/** Those that take no text with them: colours and weights, other CSI, and two characters or three. */
const SEQUENCE = /\x1b(?:\[([\d;:]*)m|\[[0-?]*[ -/]*[@-~]|[ -/]*[0-OQ-WYZ\\`-~])/y;
/** The start of one, when a chunk ends within it. */
const CUT_SEQUENCE = /\x1b(?:\[[0-?]*)?[ -/]*$/y;
const MAX_CUT = 64;
/** OSC, DCS and their kind take text along, up to one of the second. */
const STRING = /\x1b[\]PX^_]/y;
const STRING_END = /[\x07\n\x18\x1a\x1b]/g;
/** More than that is no string but output that happens to look so. */
const MAX_STRING = 4096;
/** Text is taken apart in portions, so that who reads can pause. */
const PORTION = 4096;

/**
 * Reads output chunk by chunk; a sequence may be cut anywhere between two. Of a terminal's abilities there are colours and weights, a
 * carriage return and a backspace; whatever else a sequence asks for is left out: titles, links, the clipboard, the cursor, the screen.
 */
export class ConsoleText {
  private held = '';
  private stringLength = 0;
  private readonly style = new Sgr();

  *read(chunk: string): Generator<Piece> {
    const text = this.held + chunk;
    this.held = '';
    let at = 0;
    while (at < text.length) {
      if (this.stringLength) { at = this.skipString(text, at); continue; }
      const end = Math.min(find(CONTROL, text, at), at + PORTION);
      if (end > at) {
        const whole = isHighSurrogate(text, end - 1) ? end + 1 : end;
        yield* this.text(text.slice(at, whole));
        at = whole;
      } else if (text[at] === '\x1b') {
        at = yield* this.escape(text, at);
      } else {
        at = yield* this.control(text, at);
      }
    }
  }

  private *text(text: string): Generator<Piece> {
    const style = this.style.classes();
    for (const part of parts(text)) yield { kind: 'text', part, style };
  }

  /** @returns where to go on */
  private *control(text: string, at: number): Generator<Piece, number> {
    const next = text[at + 1];
    if (text[at] === '\n') yield { kind: 'newline' };
    else if (text[at] === '\b') yield { kind: 'back' };
    else if (text[at] === '\r' && next === undefined) this.held = '\r';
    else if (text[at] === '\r' && next !== '\n') yield { kind: 'return' };
    return at + 1;
  }

  /** @returns where to go on */
  private *escape(text: string, at: number): Generator<Piece, number> {
    const sequence = match(SEQUENCE, text, at);
    if (sequence) {
      if (sequence[1] !== undefined) this.style.apply(sequence[1]);
      return at + sequence[0].length;
    }
    if (match(STRING, text, at)) {
      this.stringLength = 2;
      return at + 2;
    }
    if (match(CUT_SEQUENCE, text, at) && text.length - at < MAX_CUT) {
      this.held = text.slice(at);
      return text.length;
    }
    yield* this.text('\x1b');
    return at + 1;
  }

  /** @returns where to go on: what ends a string is a sequence or an end of line of its own, or belongs to it */
  private skipString(text: string, at: number): number {
    const end = find(STRING_END, text, at);
    const most = at + MAX_STRING - this.stringLength;
    if (end < most && end === text.length) {
      this.stringLength += end - at;
      return end;
    }
    this.stringLength = 0;
    if (end >= most) return most;
    return text[end] === '\n' || text[end] === '\x1b' ? end : end + 1;
  }
}

function find(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isHighSurrogate(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at]) && /[\udc00-\udfff]/.test(text[at + 1] ?? '');
}

/** Colours and weights of the terminal (SGR), as class names. */
class Sgr {
  private bold = false;
  private faint = false;
  private italic = false;
  private underline = false;
  private inverse = false;
  private foreground = '';
  private background = '';

  classes(): string {
    return [
      this.bold && 'sgr-bold', this.faint && 'sgr-faint', this.italic && 'sgr-italic', this.underline && 'sgr-underline',
      this.inverse && 'sgr-inverse', this.foreground && `sgr-fg${this.foreground}`, this.background && `sgr-bg${this.background}`,
    ].filter(Boolean).join(' ');
  }

  apply(parameters: string) {
    const codes = (parameters || '0').split(/[;:]/).map((n) => Number(n || 0));
    for (let i = 0; i < codes.length; i++) {
      // 256 colours and true colour: skipped with their arguments, for sixteen tokens keep their contrast.
      if (codes[i] === 38 || codes[i] === 48) i += codes[i + 1] === 5 ? 2 : 4;
      else this.one(codes[i]);
    }
  }

  private one(code: number) {
    if (code === 0) { this.bold = this.faint = this.italic = this.underline = this.inverse = false; this.foreground = this.background = ''; }
    else if (code === 1) this.bold = true;
    else if (code === 2) this.faint = true;
    else if (code === 3) this.italic = true;
    else if (code === 4) this.underline = true;
    else if (code === 7) this.inverse = true;
    else if (code === 22) this.bold = this.faint = false;
    else if (code === 23) this.italic = false;
    else if (code === 24) this.underline = false;
    else if (code === 27) this.inverse = false;
    else if (code >= 30 && code <= 37) this.foreground = String(code - 30);
    else if (code === 39) this.foreground = '';
    else if (code >= 40 && code <= 47) this.background = String(code - 40);
    else if (code === 49) this.background = '';
    else if (code >= 90 && code <= 97) this.foreground = String(code - 90);
    else if (code >= 100 && code <= 107) this.background = String(code - 100);
  }
}
