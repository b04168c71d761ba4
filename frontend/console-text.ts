/** What a program printed, taken apart: text to show, never markup to interpret. */
export type Piece =
  | { kind: 'text'; text: string; style: string }
  | { kind: 'mark'; text: string }
  | { kind: 'newline' }
  | { kind: 'return' }
  | { kind: 'back' };

// Escape sequences: CSI, OSC and its kind (which swallow text up to BEL or ST), two-character ones.
const ESCAPE = /\x1b(?:\[([0-?]*)[ -/]*([@-~])|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])/y;
// Control characters, and those invisible ones that can reorder or hide text.
const SPECIAL = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\n/u;
const HELD_ESCAPE = 64;

/** Reads output piece by piece; an escape sequence may be cut anywhere between two chunks. */
export class ConsoleText {
  private held = '';
  private style = new Sgr();

  read(chunk: string): Piece[] {
    let rest = this.held + chunk;
    this.held = '';
    const pieces: Piece[] = [];
    while (rest) {
      const at = rest.search(SPECIAL);
      if (at !== 0) pieces.push({ kind: 'text', text: at < 0 ? rest : rest.slice(0, at), style: this.style.classes() });
      if (at < 0) break;
      rest = this.special(rest.slice(at), pieces);
    }
    return pieces;
  }

  /** @returns what comes after the special character or sequence at the start */
  private special(text: string, pieces: Piece[]): string {
    if (text[0] === '\x1b') return this.escape(text, pieces);
    const character = String.fromCodePoint(text.codePointAt(0)!);
    if (character === '\n') pieces.push({ kind: 'newline' });
    else if (character === '\r') {
      if (text.length === 1) { this.held = text; return ''; }
      if (text[1] !== '\n') pieces.push({ kind: 'return' });
    } else if (character === '\b') pieces.push({ kind: 'back' });
    else if (character !== '\x07' && character !== '\ufeff') pieces.push({ kind: 'mark', text: nameOf(character) });
    return text.slice(character.length);
  }

  private escape(text: string, pieces: Piece[]): string {
    ESCAPE.lastIndex = 0;
    const match = ESCAPE.exec(text);
    if (match && !(match[0].length === text.length && unfinished(match[0]))) {
      if (match[2] === 'm') this.style.apply(match[1]);
      return text.slice(match[0].length);
    }
    if (text.length < HELD_ESCAPE && /^\x1b(?:\[[0-?]*[ -/]*)?$|^\x1b[\]PX^_]/.test(text)) {
      this.held = text;
      return '';
    }
    pieces.push({ kind: 'mark', text: 'ESC' });
    return text.slice(1);
  }
}

function unfinished(sequence: string): boolean {
  return /^\x1b[\]PX^_]/.test(sequence) && !/(?:\x07|\x1b\\)$/.test(sequence) && sequence.length < HELD_ESCAPE;
}

const CONTROL_NAMES = 'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(' ');

function nameOf(character: string): string {
  const code = character.codePointAt(0)!;
  return CONTROL_NAMES[code] ?? (code === 0x7f ? 'DEL' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
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
