/** A search field that hides those of the elements named by `for` whose text doesn't hold every word typed. */
class FilterBox extends HTMLElement {
  connectedCallback() {
    if (this.childElementCount) return;
    const input = document.createElement('input');
    input.type = 'search';
    input.placeholder = this.getAttribute('label') ?? '';
    input.setAttribute('aria-label', this.getAttribute('label') ?? '');
    const none = document.createElement('p');
    none.role = 'status';
    input.addEventListener('input', () => {
      const shown = this.filter(input.value.toLowerCase().split(/\s+/));
      none.textContent = shown ? '' : `Nothing matches “${input.value}”`;
    });
    this.append(input, none);
  }

  private filter(words: string[]): number {
    const items = [...document.querySelectorAll<HTMLElement>(this.getAttribute('for')!)];
    for (const item of items) item.hidden = !words.every((word) => item.textContent!.toLowerCase().includes(word));
    return items.filter((item) => !item.hidden).length;
  }
}

customElements.define('filter-box', FilterBox);
