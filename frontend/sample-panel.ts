import './result-line';
import './verdict-card';
import type { ResultLine, RunResult } from './result-line';
import { Tabs } from './tabs';
import { block } from './text-block';
import type { VerdictCard } from './verdict-card';
import { visibleText } from './visible-text';

export interface Sample { name: string; input: string; answer: string }

/**
 * The samples as tabs, each with input, answer and what the program printed; under them Run samples and Submit. Fires `run-samples`,
 * `stop-samples` and `submit`.
 */
export class SamplePanel extends HTMLElement {
  private tabs!: Tabs;
  private blocks!: HTMLElement;
  private line!: ResultLine;
  private runButton!: HTMLButtonElement;
  private submitButton!: HTMLButtonElement;
  private card!: VerdictCard;
  private samples: Sample[] = [];
  private results: (RunResult | undefined)[] = [];
  private shown = 0;
  private since = 0;

  connectedCallback() {
    if (this.tabs) return;
    this.tabs = new Tabs('Samples', (index) => this.show(index));
    this.runButton = this.button('Run samples', () => this.fire(this.running ? 'stop-samples' : 'run-samples'));
    this.submitButton = this.button('Submit', () => this.fire('submit'));
    this.submitButton.classList.add('primary');
    this.blocks = document.createElement('div');
    this.blocks.className = 'sample-blocks';
    this.line = document.createElement('result-line') as ResultLine;
    this.card = document.createElement('verdict-card') as VerdictCard;
    const bar = document.createElement('div');
    bar.className = 'sample-bar';
    bar.append(this.tabs.element, this.runButton, this.submitButton);
    this.append(bar, this.card, this.blocks, this.line);
  }

  get verdict() { return this.card; }

  set problem(samples: Sample[]) {
    this.samples = samples;
    this.results = [];
    this.tabs.names = samples.map((_, index) => `Sample ${index + 1}`);
    this.show(0);
  }

  get running() { return this.runButton.dataset.state === 'stop'; }

  set running(on: boolean) {
    this.runButton.dataset.state = on ? 'stop' : 'run';
    this.runButton.textContent = on ? 'Stop' : 'Run samples';
  }

  begin() {
    this.results = [];
    this.since = performance.now();
    this.running = true;
    this.samples.forEach((_, index) => this.tabs.decorate(index, 'running'));
    this.show(this.shown);
    this.line.running('Running the samples', this.since);
  }

  ended(sample: number, result: RunResult) {
    this.results[sample] = result;
    this.tabs.decorate(sample, result.passed ? 'passed' : 'failed');
    const firstFailure = this.results.findIndex((r) => r && !r.passed);
    this.tabs.choose(firstFailure < 0 ? this.shown : firstFailure);
  }

  finished() {
    this.running = false;
    this.samples.forEach((_, index) => { if (!this.results[index]) this.tabs.decorate(index, ''); });
    this.show(this.shown);
  }

  refused(words: string) {
    this.finished();
    this.line.message(words);
  }

  unavailable(why: string) {
    this.runButton.disabled = this.submitButton.disabled = true;
    this.runButton.title = this.submitButton.title = visibleText(why);
    this.line.message(`Nothing can be run now: ${why}`, 'ours');
  }

  set submitting(on: boolean) { this.submitButton.disabled = on; this.submitButton.title = on ? 'A submission is being judged' : ''; }

  private show(index: number) {
    this.shown = index;
    const sample = this.samples[index];
    const result = this.results[index];
    if (!sample) { this.blocks.replaceChildren(); this.line.clear(); return; }
    const step = result?.run ?? result?.compile;
    const output = result ? [step?.stdout ?? '', step?.stderr ?? ''] : undefined;
    this.blocks.replaceChildren(
      block('Input', sample.input), block('Answer', sample.answer, result?.passed === false ? result.differenceLine : undefined),
      output ? block(result?.run ? 'Your output' : 'Compiler', output[0], result?.differenceLine, output[1]) : block('Your output', undefined),
    );
    if (result) this.line.result(result, output?.some(Boolean) ?? false);
    else if (!this.running) this.line.clear();
  }

  private button(label: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', act);
    return button;
  }

  private fire(event: string) {
    this.dispatchEvent(new CustomEvent(event, { bubbles: true }));
  }
}

customElements.define('sample-panel', SamplePanel);
