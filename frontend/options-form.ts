import type { Choosable } from './language-picker';
import type { ToolchainChoice } from './toolchain-choice';
import { visible, visibleText } from './visible-text';

/** The options to choose from: of a group one at most. */
export function optionsForm(choice: ToolchainChoice): HTMLElement[] {
  const set = (ids: string[], id: string) => {
    choice.options = [...choice.options.filter((other) => !ids.includes(other)), ...(id ? [id] : [])];
  };
  return byGroup(choice.toolchain.options).map((options) =>
    (options.length > 1 ? oneOf(options, choice.options, set) : onOrOff(options[0], choice.options, set)));
}

type Setter = (ids: string[], id: string) => void;

const GROUPS: Record<string, string> = { std: 'Standard', O: 'Optimisation', warn: 'Warnings', edition: 'Edition', release: 'Release' };

function byGroup(options: Choosable[]): Choosable[][] {
  const groups = new Map<string, Choosable[]>();
  for (const option of options) groups.set(option.group, [...groups.get(option.group) ?? [], option]);
  return [...groups.values()];
}

function oneOf(options: Choosable[], chosen: string[], set: Setter): HTMLElement {
  const [{ group }] = options;
  const ids = options.map(({ id }) => id);
  const select = document.createElement('select');
  if (!options.some(({ byDefault }) => byDefault)) select.add(new Option('Default', ''));
  for (const { id, label, byDefault } of options) {
    select.add(new Option(visibleText(label) + (byDefault ? ' (default)' : ''), byDefault ? '' : id, byDefault, chosen.includes(id)));
  }
  select.addEventListener('change', () => set(ids, select.value));
  return labelled(GROUPS[group] ?? group[0].toUpperCase() + group.slice(1), select);
}

function onOrOff({ id, label }: Choosable, chosen: string[], set: Setter): HTMLElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = chosen.includes(id);
  box.addEventListener('change', () => set([id], box.checked ? id : ''));
  return labelled(label, box);
}

function labelled(words: string, control: HTMLElement): HTMLElement {
  const label = document.createElement('label');
  const text = document.createElement('span');
  text.append(...visible(words));
  label.append(text, control);
  return label;
}
