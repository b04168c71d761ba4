import { visible } from './visible-text';

/** The outcome of a step, as in the API. */
export interface Outcome {
  type: 'exited' | 'signalled' | 'limitExceeded' | 'denied' | 'couldNotStart' | 'cancelled' | 'sandboxFailure';
  exitCode?: number;
  signal?: string;
  limit?: 'cpuTime' | 'wallTime' | 'memory' | 'output' | 'fileSize';
  reason?: string;
  incident?: string;
}

export interface StepLimits { cpuTimeMs: number; wallTimeMs: number; memoryBytes: number; outputBytes: number; processes: number; fileSizeBytes: number }

/** A file that came back from a run. */
export interface MadeFile { name: string; content: string; encoding: 'base64' }

export interface StepResult {
  outcome: Outcome;
  stdout?: string;
  stderr?: string;
  stdoutTruncated: boolean;
  stderrTruncated: boolean;
  cpuTimeMs: number;
  wallTimeMs: number;
  peakMemoryBytes: number;
  processLimitHit?: boolean;
  cached?: boolean;
  files?: MadeFile[];
  /** Whether there were files that are not sent. */
  filesTruncated?: boolean;
  diagnostics?: { file: string; line: number; column: number; severity: string; message: string }[];
  limits: StepLimits;
}

/** What a run came to, as in the API. */
export interface RunResult {
  compile?: StepResult;
  run?: StepResult;
  passed?: boolean;
  /** The first line that isn't as expected. */
  differenceLine?: number;
}

/** In few fonts, so the style sheet draws it; the character is there for whoever copies the line. */
const CLOCK = '⏱';

type Tone = 'good' | 'bad' | 'stopped' | 'ours';
interface Sentence { tone: Tone; icon: string; words: string }
interface Figure { text: string; title: string }

/**
 * How a run ended: one sentence, then figures each against its limit. While it runs, how long it has been. Only the sentence is
 * announced to screen readers. Fires `again`.
 */
export class ResultLine extends HTMLElement {
  private status!: HTMLElement;
  private figures!: HTMLElement;
  private ticker?: number;

  connectedCallback() {
    if (this.status) return;
    this.status = document.createElement('span');
    this.status.role = 'status';
    this.figures = document.createElement('span');
    this.figures.className = 'figures';
    this.replaceChildren(this.status, this.figures);
  }

  disconnectedCallback() { window.clearInterval(this.ticker); }

  clear() {
    this.show('', '', '', []);
  }

  running(word: string, since: number) {
    this.show('running', '', word, []);
    const tick = () => { this.figures.textContent = ` ${((performance.now() - since) / 1000).toFixed(1)} s`; };
    this.ticker = window.setInterval(tick, 100);
  }

  message(words: string, tone: Tone = 'stopped') {
    this.show(tone, tone === 'ours' ? '!' : tone === 'bad' ? '✗' : '■', words, []);
  }

  ours(incident?: string) {
    this.show('ours', '!', 'Sandlot could not run this. It is our fault; your code is safe.', incident ? [{ text: `incident ${incident}`, title: 'Tell it to whoever runs this site' }] : []);
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'quiet';
    again.textContent = 'Try again';
    again.addEventListener('click', () => this.dispatchEvent(new CustomEvent('again', { bubbles: true })));
    this.figures.append(' ', again);
  }

  /** @param printed whether there is any output to point to */
  result(result: RunResult, printed: boolean) {
    const step = result.run ?? result.compile;
    if (!step) return this.ours();
    if (step.outcome.type === 'sandboxFailure') return this.ours(step.outcome.incident);
    const { tone, icon, words } = result.run ? ran(result, result.run, printed) : notCompiled(step);
    this.show(tone, icon, words, result.run ? figures(result, result.run) : compileFigures(step));
  }

  private show(tone: string, icon: string, words: string, figures: Figure[]) {
    window.clearInterval(this.ticker);
    this.dataset.tone = tone;
    const mark = document.createElement('span');
    mark.className = icon === CLOCK ? 'icon clock' : 'icon';
    mark.setAttribute('aria-hidden', 'true');
    mark.textContent = icon;
    this.status.replaceChildren(...(icon ? [mark, ' '] : []), ...visible(words));
    this.figures.replaceChildren(...figures.flatMap((f) => [' · ', span(f)]));
  }
}

function span(figure: Figure): HTMLElement {
  const span = document.createElement('span');
  span.append(...visible(figure.text));
  span.title = figure.title;
  return span;
}

function ran(result: RunResult, step: StepResult, printed: boolean): Sentence {
  const ended = ending(step);
  if (printed && step.outcome.limit === 'cpuTime') ended.words += ' · output so far is above';
  if (result.passed === undefined || ended.tone === 'stopped') return ended;
  if (result.passed && ended.tone === 'good') return { tone: 'good', icon: '✓', words: `Pass · ${ended.words}` };
  const where = result.differenceLine ? `, first difference in line ${result.differenceLine}` : '';
  return { tone: 'bad', icon: '✗', words: result.passed ? `Output as expected · ${ended.words}` : `Fail${where} · ${ended.words}` };
}

function ending(step: StepResult): Sentence {
  const { outcome, limits } = step;
  switch (outcome.type) {
    case 'exited':
      if (step.stdoutTruncated || step.stderrTruncated) return cutOutput(limits);
      return outcome.exitCode === 0
        ? { tone: 'good', icon: '✓', words: 'Finished · exit 0' }
        : { tone: 'bad', icon: '✗', words: `Exit code ${outcome.exitCode}` };
    case 'signalled':
      return { tone: 'bad', icon: '✗', words: `Crashed: ${SIGNALS[outcome.signal ?? ''] ?? 'ended by a signal'} (${outcome.signal})` };
    case 'limitExceeded':
      return exceeded(step);
    case 'denied':
      return { tone: 'bad', icon: '✗', words: 'Stopped: asked the system for something that is not allowed here' };
    case 'couldNotStart':
      return { tone: 'bad', icon: '✗', words: `Could not start: ${outcome.reason}` };
    case 'cancelled':
      return { tone: 'stopped', icon: '■', words: `Stopped by you after ${seconds(step.wallTimeMs)}` };
    case 'sandboxFailure':
      return { tone: 'ours', icon: '!', words: 'Sandlot could not run this. It is our fault; your code is safe.' };
  }
}

function exceeded(step: StepResult): Sentence {
  const { limits } = step;
  switch (step.outcome.limit) {
    case 'cpuTime':
      return { tone: 'stopped', icon: CLOCK, words: `Stopped: used ${seconds(step.cpuTimeMs)} of CPU time (limit ${seconds(limits.cpuTimeMs)})` };
    case 'wallTime':
      return { tone: 'stopped', icon: CLOCK, words: `Stopped: still running after ${seconds(step.wallTimeMs)} (limit ${seconds(limits.wallTimeMs)})` };
    case 'memory':
      return { tone: 'stopped', icon: '▣', words: `Stopped: out of memory (limit ${size(limits.memoryBytes)})` };
    case 'fileSize':
      return { tone: 'stopped', icon: '▣', words: `Stopped: a file grew too big (limit ${size(limits.fileSizeBytes)})` };
    default:
      return cutOutput(limits);
  }
}

function cutOutput(limits: StepLimits): Sentence {
  return { tone: 'stopped', icon: '▣', words: `Output cut: more than ${size(limits.outputBytes)} was printed` };
}

function notCompiled(step: StepResult): Sentence {
  const ended = ending(step);
  if (step.outcome.type !== 'exited') return { ...ended, words: step.outcome.type === 'cancelled' ? ended.words : `While compiling: ${ended.words}` };
  const errors = (step.diagnostics ?? []).filter((d) => d.severity.toLowerCase() === 'error').length;
  return { tone: 'bad', icon: '✗', words: errors ? `Did not compile · ${errors} ${errors === 1 ? 'error' : 'errors'}` : 'Did not compile' };
}

function compileFigures(step: StepResult): Figure[] {
  return [{ text: step.cached ? 'as compiled before' : seconds(step.wallTimeMs), title: `Limit ${seconds(step.limits.wallTimeMs)}` }];
}

function figures(result: RunResult, step: StepResult): Figure[] {
  const figures = [
    { text: `${time(step.cpuTimeMs)} CPU`, title: `CPU time; limit ${seconds(step.limits.cpuTimeMs)}` },
    { text: time(step.wallTimeMs), title: `Wall time; limit ${seconds(step.limits.wallTimeMs)}` },
    { text: size(step.peakMemoryBytes), title: `Peak memory; limit ${size(step.limits.memoryBytes)}` },
  ];
  if (step.processLimitHit) figures.push({ text: 'process limit hit', title: `Limit ${step.limits.processes} processes and threads` });
  if (result.compile) figures.push({ text: result.compile.cached ? 'compiled before' : `compiled in ${seconds(result.compile.wallTimeMs)}`, title: result.compile.cached ? 'The same source was compiled earlier; that program was run' : `Limit ${seconds(result.compile.limits.wallTimeMs)}` });
  return figures;
}

function time(ms: number): string {
  return ms < 1000 ? `${ms} ms` : seconds(ms);
}

/** At most two significant decimals. */
export function seconds(ms: number): string {
  const s = ms / 1000;
  return `${Number(s.toFixed(s < 1 ? 2 : 1))} s`;
}

export function size(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  let unit = 0;
  let n = bytes;
  while (n >= 1024 && unit < units.length - 1) { n /= 1024; unit++; }
  return `${Number(n.toFixed(n < 10 && unit ? 1 : 0))} ${units[unit]}`;
}

const SIGNALS: Record<string, string> = {
  SIGSEGV: 'segmentation fault', SIGABRT: 'aborted', SIGFPE: 'arithmetic error', SIGILL: 'illegal instruction', SIGBUS: 'bus error',
  SIGKILL: 'killed', SIGTERM: 'terminated', SIGPIPE: 'broken pipe', SIGTRAP: 'trap', SIGINT: 'interrupted', SIGXFSZ: 'file too big',
  SIGSYS: 'a system call that is not allowed', SIGALRM: 'alarm', SIGHUP: 'hang-up', SIGQUIT: 'quit', SIGXCPU: 'CPU time used up',
};

customElements.define('result-line', ResultLine);
