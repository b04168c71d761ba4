import { Tabs } from './tabs';

/** Statement or Submissions, above the left pane. Fires `submissions` when the second is opened. */
export class StatementTabs extends HTMLElement {
  private tabs?: Tabs;

  connectedCallback() {
    if (this.tabs) return;
    this.tabs = new Tabs('Problem', (index) => this.show(index));
    this.tabs.names = ['Statement', 'Submissions'];
    this.append(this.tabs.element);
  }

  private show(index: number) {
    const pane = this.parentElement!;
    pane.querySelector<HTMLElement>('.statement')!.hidden = index !== 0;
    pane.querySelector<HTMLElement>('.submissions')!.hidden = index !== 1;
    if (index === 1) this.dispatchEvent(new CustomEvent('open-submissions', { bubbles: true }));
  }
}

customElements.define('statement-tabs', StatementTabs);
