import { settings } from './settings';

/** One button between light and dark; the system's choice holds until it is pressed. */
class ThemeToggle extends HTMLElement {
  private button?: HTMLButtonElement;
  private readonly system = matchMedia('(prefers-color-scheme: dark)');

  connectedCallback() {
    if (!this.button) {
      this.button = document.createElement('button');
      this.button.type = 'button';
      this.button.className = 'quiet';
      this.button.addEventListener('click', () => (settings.theme = settings.dark ? 'light' : 'dark'));
      this.append(this.button);
    }
    settings.addEventListener('change', this.show);
    this.system.addEventListener('change', this.show);
    this.show();
  }

  disconnectedCallback() {
    settings.removeEventListener('change', this.show);
    this.system.removeEventListener('change', this.show);
  }

  private readonly show = () => {
    this.button!.textContent = '◐';
    this.button!.title = settings.dark ? 'Light theme' : 'Dark theme';
    this.button!.setAttribute('aria-label', this.button!.title);
  };
}

customElements.define('theme-toggle', ThemeToggle);
