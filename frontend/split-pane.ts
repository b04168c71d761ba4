import { settings } from './settings';

/** Two panes and a divider between them that can be dragged or moved with the arrow keys; remembers its place. */
class SplitPane extends HTMLElement {
  private divider?: HTMLElement;

  connectedCallback() {
    // The children come after the element itself.
    queueMicrotask(() => this.divide());
  }

  private divide() {
    if (this.divider || !this.children[1]) return;
    const divider = document.createElement('div');
    divider.className = 'divider';
    divider.tabIndex = 0;
    divider.role = 'separator';
    divider.setAttribute('aria-orientation', 'vertical');
    divider.setAttribute('aria-label', 'Width of the left pane');
    this.divider = divider;
    this.append(divider);
    divider.addEventListener('pointerdown', (e) => this.grab(e, divider));
    divider.addEventListener('keydown', (e) => this.key(e));
    divider.addEventListener('dblclick', () => this.move(52));
    this.move(settings.split);
  }

  private grab(e: PointerEvent, divider: HTMLElement) {
    e.preventDefault();
    divider.setPointerCapture(e.pointerId);
    const box = this.getBoundingClientRect();
    const drag = (move: PointerEvent) => this.move(((move.clientX - box.left) / box.width) * 100);
    divider.addEventListener('pointermove', drag);
    divider.addEventListener('lostpointercapture', () => divider.removeEventListener('pointermove', drag), { once: true });
  }

  private key(e: KeyboardEvent) {
    const step = { ArrowLeft: -2, ArrowRight: 2 }[e.key];
    if (!step) return;
    e.preventDefault();
    this.move(settings.split + step);
  }

  private move(percent: number) {
    const split = Math.round(Math.min(Math.max(percent, 20), 80) * 10) / 10;
    if (split !== settings.split) settings.split = split;
    this.divider?.setAttribute('aria-valuenow', String(Math.round(split)));
  }
}

customElements.define('split-pane', SplitPane);
