import { fixed } from './trusted-html';

interface Inputs { stdin: string; args: string; expected: string }

/** Standard input, arguments and expected output: folded while empty, one click or Ctrl+I away. Fires `edited`. */
export class InputPanel extends HTMLElement {
  private toggle!: HTMLButtonElement;
  private body!: HTMLElement;
  private stdin!: HTMLTextAreaElement;
  private args!: HTMLInputElement;
  private expected!: HTMLTextAreaElement;

  connectedCallback() {
    if (this.toggle) return;
    this.innerHTML = fixed`
      <button type="button" class="fold" aria-expanded="false" aria-controls="inputs" title="Input (Ctrl+I)">
        <span aria-hidden="true" class="chevron">▸</span> Input <span class="dot" hidden><span class="visually-hidden">holds something</span></span>
        <small>stdin · arguments · expected</small>
      </button>
      <div id="inputs" class="inputs" hidden>
        <label>Standard input
          <textarea name="stdin" rows="4" spellcheck="false" autocapitalize="off" aria-describedby="stdin-hint"
            placeholder="Empty: type to the program in the console while it runs"></textarea></label>
        <p id="stdin-hint" class="hint">With text here the program reads exactly this, then end of file.</p>
        <label>Arguments <input name="args" spellcheck="false" autocapitalize="off" autocomplete="off" placeholder='one "two words" three'></label>
        <label>Expected output <textarea name="expected" rows="3" spellcheck="false" autocapitalize="off"
          placeholder="Optional: compared word by word with what the program prints"></textarea></label>
      </div>`;
    this.toggle = this.querySelector('button')!;
    this.body = this.querySelector('.inputs')!;
    this.stdin = this.querySelector('[name=stdin]')!;
    this.args = this.querySelector('[name=args]')!;
    this.expected = this.querySelector('[name=expected]')!;
    this.toggle.addEventListener('click', () => this.fold(!this.body.hidden));
    this.body.addEventListener('input', () => {
      this.mark();
      this.dispatchEvent(new CustomEvent('edited', { bubbles: true }));
    });
  }

  get values(): Inputs {
    return { stdin: this.stdin.value, args: this.args.value, expected: this.expected.value };
  }

  set values({ stdin, args, expected }: Inputs) {
    this.stdin.value = stdin;
    this.args.value = args;
    this.expected.value = expected;
    this.fold(!stdin && !args && !expected);
    this.mark();
  }

  reveal() {
    if (!this.body.hidden && this.contains(document.activeElement)) { this.fold(true); this.toggle.focus(); return; }
    this.fold(false);
    this.stdin.focus();
  }

  private fold(folded: boolean) {
    this.body.hidden = folded;
    this.toggle.setAttribute('aria-expanded', String(!folded));
  }

  private mark() {
    const { stdin, args, expected } = this.values;
    this.querySelector<HTMLElement>('.dot')!.hidden = !stdin && !args && !expected;
  }
}

customElements.define('input-panel', InputPanel);
