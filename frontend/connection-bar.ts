// Vaadin keeps the state of the connection and tries again by itself; this shows it in a small bar, in words.

interface ConnectionState {
  state: string;
  addStateChangeListener(listener: (before: string, now: string) => void): void;
}

const WORDS: Record<string, string> = {
  reconnecting: 'Reconnecting… your code is kept',
  'connection-lost': 'Reconnecting… your code is kept',
};

const bar = document.createElement('p');
bar.className = 'connection-bar';
bar.role = 'status';
bar.hidden = true;

function show(state: string) {
  const words = WORDS[state];
  bar.hidden = words === undefined;
  bar.textContent = words ?? '';
}

function watch() {
  const store = (window as unknown as { Vaadin?: { connectionState?: ConnectionState } }).Vaadin?.connectionState;
  if (!store) { window.setTimeout(watch, 200); return; }
  document.body.append(bar);
  store.addStateChangeListener((_, now) => show(now));
  show(store.state);
}

watch();
