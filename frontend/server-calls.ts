/**
 * Vaadin's client compiles what its server sends by `new Function`, which the page's content security policy forbids. This server
 * says only a few things, each in a fixed form: they are looked up here and answered with functions that came with the page. What
 * isn't here goes to the browser's own constructor, which refuses it and reports the violation.
 */
type Call = (...args: any[]) => unknown;

interface Flow { loadOnDemand(chunk: string): Promise<unknown> }

const CALLS: [RegExp, (...found: string[]) => Call][] = [
  [/^return \$0\.([A-Za-z]+)\([$\d,]*\)$/, (_, method) => (element, ...args) => element[method](...args)],
  [/^return \(event\.detail\)$/, () => (event) => event.detail],
  // A listener without a filter.
  [/^return \(1\)$/, () => () => 1],
  [/^return window\.Vaadin\.Flow\.loadOnDemand\('([0-9a-f]+)'\);$/, (_, chunk) => () => flow().loadOnDemand(chunk)],
  [/this\.serverConnected\(\$0\)/, () => async (cancelled, element) => element.serverConnected(cancelled)],
  [/^\s*document\.title = \$0;/, () => (title) => { document.title = title; }],
  // Vaadin asks to be told of each new size of the window; no page here uses that.
  [/new Event\("window-resize"\)/, () => () => undefined],
];

function flow(): Flow {
  return (window as unknown as { Vaadin: { Flow: Flow } }).Vaadin.Flow;
}

const compile = window.Function;

function lookUp(...source: string[]): Call {
  const body = source[source.length - 1] ?? '';
  for (const [form, call] of CALLS) {
    const found = form.exec(body);
    if (found) return call(...found);
  }
  return compile(...source) as Call;
}
lookUp.prototype = compile.prototype;
window.Function = lookUp as unknown as FunctionConstructor;
