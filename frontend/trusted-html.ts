interface Policy { createHTML(html: string): string }
interface Rules { createHTML?(html: string): string | null; createScriptURL?(url: string): string | null }

const trustedTypes = (window as unknown as { trustedTypes?: { createPolicy(name: string, rules: Rules): Policy } }).trustedTypes;
const asItIs = trustedTypes?.createPolicy('sandlot', { createHTML: (html) => html }) ?? { createHTML: (html) => html };

/** Markup that stands in this code as it is: a tag for template strings, and one with a `${…}` does not compile. */
export function fixed(markup: TemplateStringsArray): string {
  return asItIs.createHTML(markup[0]);
}

// What a statement may consist of after the server has sanitised it. Atmosphere resolves addresses with an empty link.
const ELEMENTS = new Set(('a blockquote br caption code div em h1 h2 h3 h4 hr li ol p pre span strong sub sup table tbody td th thead tr ul var').split(' '));
const ATTRIBUTES = new Set(['align', 'class', 'href', 'rel', 'start']);

/** What Vaadin's client sets as HTML has passed no code of ours: it is taken when it is text with formatting, and refused otherwise. */
trustedTypes?.createPolicy('default', {
  createHTML: (html) => (isFormattedText(html) ? html : null),
  createScriptURL: (url) => (new URL(url, document.baseURI).href.startsWith(new URL('VAADIN/', document.baseURI).href) ? url : null),
});

function isFormattedText(html: string): boolean {
  const parsed = new DOMParser().parseFromString(asItIs.createHTML(html), 'text/html');
  return parsed.head.childElementCount === 0 && [...parsed.body.querySelectorAll('*')].every(isHarmless);
}

function isHarmless(element: Element): boolean {
  return ELEMENTS.has(element.localName)
    && [...element.attributes].every((attribute) => ATTRIBUTES.has(attribute.name))
    && (!(element instanceof HTMLAnchorElement) || /^(https?|wss?):$/.test(element.protocol) || !element.hasAttribute('href'));
}
