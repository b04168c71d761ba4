/** A row of tabs as the ARIA pattern has it: arrow keys move, one of them is in the tab order. */
export class Tabs {
  readonly element = document.createElement('div');
  private buttons: HTMLButtonElement[] = [];

  constructor(label: string, private readonly select: (index: number) => void) {
    this.element.role = 'tablist';
    this.element.className = 'tabs';
    this.element.setAttribute('aria-label', label);
    this.element.addEventListener('keydown', (e) => this.key(e));
  }

  set names(names: string[]) {
    this.buttons = names.map((name, index) => {
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.role = 'tab';
      tab.textContent = name;
      tab.addEventListener('click', () => this.choose(index));
      return tab;
    });
    this.element.replaceChildren(...this.buttons);
    this.mark(0);
  }

  choose(index: number) {
    this.mark(index);
    this.select(index);
  }

  /** A class on one tab, such as `passed`. */
  decorate(index: number, state: string) {
    this.buttons[index].dataset.state = state;
  }

  private mark(chosen: number) {
    this.buttons.forEach((tab, index) => {
      tab.setAttribute('aria-selected', String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
    });
  }

  private key(e: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    const at = this.buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = (at + step + this.buttons.length) % this.buttons.length;
    this.choose(next);
    this.buttons[next].focus();
  }
}
