import { block } from './text-block';
import type { StepResult } from './result-line';
import { visible } from './visible-text';

/** A submission as its owner may know it. */
export interface Submission {
  id: string;
  language: string;
  version: string;
  created: string;
  status: 'queued' | 'judging' | 'judged';
  testsDone: number;
  tests: number;
  accepted?: boolean;
  verdict?: string;
  failedTest?: number;
  failedSample?: { name: string; input: string; answer: string; output: string };
  compile?: StepResult;
  next?: { id: string; title: string };
}

/** A row of dots that fill as judging goes, then the verdict in words; of a sample also its data. */
export class VerdictCard extends HTMLElement {
  private dots!: HTMLElement;
  private status!: HTMLElement;
  private more!: HTMLElement;

  connectedCallback() {
    if (this.dots) return;
    this.hidden = true;
    this.dots = document.createElement('div');
    this.dots.className = 'dots';
    this.dots.setAttribute('aria-hidden', 'true');
    this.status = document.createElement('p');
    this.status.role = 'status';
    this.more = document.createElement('div');
    this.append(this.dots, this.status, this.more);
  }

  message(words: string) {
    this.hidden = false;
    this.dataset.tone = '';
    this.dots.replaceChildren();
    this.status.replaceChildren(...visible(words));
    this.more.replaceChildren();
  }

  show(submission: Submission) {
    this.hidden = false;
    this.dataset.tone = submission.accepted === undefined ? '' : submission.accepted ? 'good' : 'bad';
    this.status.replaceChildren(...visible(words(submission)));
    this.dots.replaceChildren(...Array.from({ length: submission.tests }, (_, index) => dot(submission, index + 1)));
    this.more.replaceChildren(...details(submission));
  }
}

function words(submission: Submission): string {
  if (submission.verdict) return submission.verdict;
  return submission.status === 'queued' ? 'Waiting to be judged' : `Judging, ${submission.testsDone} of ${submission.tests} tests done`;
}

function dot(submission: Submission, test: number): HTMLElement {
  const dot = document.createElement('span');
  if (test === submission.failedTest) dot.className = 'failed';
  else if (submission.accepted || test <= submission.testsDone) dot.className = 'passed';
  return dot;
}

function details(submission: Submission): Node[] {
  const { failedSample, compile, next } = submission;
  const nodes: Node[] = [];
  if (failedSample) {
    const blocks = document.createElement('div');
    blocks.className = 'sample-blocks';
    blocks.append(block('Input', failedSample.input), block('Answer', failedSample.answer), block('Your output', failedSample.output));
    nodes.push(blocks);
  }
  if (submission.verdict && !submission.accepted && !submission.failedTest && compile) {
    nodes.push(block('Compiler', compile.stdout ?? '', undefined, compile.stderr));
  }
  if (next) {
    const link = document.createElement('a');
    link.href = new URL(`practice/${next.id}`, document.baseURI).href;
    link.append(...visible(`Next: ${next.title}`));
    nodes.push(link);
  }
  return nodes;
}

customElements.define('verdict-card', VerdictCard);
