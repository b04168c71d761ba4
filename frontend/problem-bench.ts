import './sample-panel';
import './statement-tabs';
import { Bench } from './bench';
import type { Draft } from './drafts';
import type { Language } from './language-picker';
import { size, type RunResult } from './result-line';
import type { Sample, SamplePanel } from './sample-panel';
import type { Submission } from './verdict-card';
import { visible } from './visible-text';

interface Start {
  languages: Language[];
  problem: { id: string; samples: Sample[]; templates: Record<string, string> };
  submissions: Submission[];
  unavailable: string;
  maxBytes: number;
}

/** A problem's page: one draft per problem and language. */
class ProblemBench extends Bench {
  private templates: Record<string, string> = {};
  private run = 0;
  private maxBytes = 0;

  start(start: Start) {
    this.templates = start.problem.templates;
    this.maxBytes = start.maxBytes;
    this.open(`problem:${start.problem.id}`, start.languages);
    this.use(this.firstLanguage(start.languages, start.submissions[0]?.language));
    const language = this.language;
    if (language) this.show(this.drafts.load(language.id) ?? { code: this.starter(language), stdin: '', args: '', expected: '' });
    this.panel.problem = start.problem.samples;
    this.submissionList(start.submissions);
    if (start.unavailable) this.panel.unavailable(start.unavailable);
  }

  sampleEnded(run: number, sample: number, result: RunResult) {
    if (run !== this.run) return;
    if (sample === 0 || result.run?.diagnostics?.length) this.showMessages(result);
    this.panel.ended(sample, result);
  }

  samplesFinished(run: number) {
    if (run === this.run) this.panel.finished();
  }

  samplesRefused(run: number, words: string) {
    if (run === this.run) this.panel.refused(words);
  }

  submission(submission: Submission) {
    this.panel.verdict.show(submission);
    this.panel.submitting = submission.status !== 'judged';
    if (submission.status === 'judged') {
      this.showMessages(submission);
      this.tell('submissions', { id: '' });
    }
  }

  notSubmitted(words: string) {
    this.panel.submitting = false;
    this.panel.verdict.message(words);
  }

  submissionList(submissions: Submission[]) {
    const list = this.find<HTMLElement>('.submissions');
    const rows = submissions.map((s) => this.row(s));
    list.replaceChildren(...(rows.length ? rows : ['Nothing submitted yet. Submissions are kept for this browser.']));
  }

  /** A submission's source comes back as another document; what was in the editor stays among the earlier drafts. */
  restored(language: string, version: string, code: string) {
    this.save();
    this.drafts.startAfresh();
    this.use(this.picker.languages.find((l) => l.id === language) ?? this.language);
    this.show({ code, version, stdin: '', args: '', expected: '' });
    this.edited();
    this.editor.focus();
  }

  protected wire() {
    this.addEventListener('run-samples', () => this.runSamples());
    this.addEventListener('stop-samples', () => this.stopSamples());
    this.addEventListener('submit', () => this.submit());
    this.addEventListener('open-submissions', () => this.tell('submissions', { id: '' }));
  }

  protected starter(language: Language) { return this.templates[language.id] ?? ''; }

  protected collect(): Draft {
    return { code: this.editor.value, stdin: '', args: '', expected: '', version: this.choices.choice.version };
  }

  protected show(draft: Draft) {
    this.editor.value = draft.code;
    const gone = this.takeChoice({ version: draft.version });
    if (gone) this.notice(gone);
  }

  protected press(key: string): boolean {
    if (key === 'enter') this.runSamples();
    else if (key === '.') this.stopSamples();
    else return key === 's';
    return true;
  }

  private get panel() { return this.find<SamplePanel>('sample-panel'); }

  private runSamples() {
    const language = this.language;
    if (!language || this.panel.running || this.tooBig()) return;
    this.save();
    this.run++;
    this.panel.begin();
    this.tell('samples', { run: this.run, language: language.id, version: this.toolchain.version, code: this.editor.value });
  }

  private stopSamples() {
    if (!this.panel.running) return;
    this.tell('stop', { id: '' });
  }

  private submit() {
    const language = this.language;
    if (!language || this.tooBig()) return;
    this.save();
    this.panel.submitting = true;
    this.panel.verdict.message('Sending');
    this.tell('submit', { run: this.run, language: language.id, version: this.toolchain.version, code: this.editor.value });
  }

  private tooBig(): boolean {
    const bytes = new TextEncoder().encode(this.editor.value).length;
    if (bytes <= this.maxBytes) return false;
    this.panel.verdict.message(`Your program has ${size(bytes)}; this problem takes at most ${size(this.maxBytes)}.`);
    return true;
  }

  private row(submission: Submission): HTMLElement {
    const row = document.createElement('div');
    row.className = 'submission';
    const language = this.picker.languages.find((l) => l.id === submission.language);
    const name = `${language?.name ?? submission.language} ${submission.version}`;
    const when = new Date(submission.created).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
    const words = document.createElement('span');
    const verdict = document.createElement('strong');
    verdict.append(...visible(submission.verdict ?? 'Being judged'));
    verdict.dataset.tone = submission.accepted === undefined ? '' : submission.accepted ? 'good' : 'bad';
    const facts = document.createElement('small');
    facts.append(...visible(`${name} · ${when}`));
    words.append(verdict, facts);
    const restore = document.createElement('button');
    restore.type = 'button';
    restore.textContent = 'Restore';
    restore.title = 'Put this source into the editor';
    restore.addEventListener('click', () => this.tell('restore', { id: submission.id }));
    row.append(words, restore);
    return row;
  }

  private tell(event: string, detail: object) {
    this.dispatchEvent(new CustomEvent(`problem-${event}`, { detail }));
  }
}

customElements.define('problem-bench', ProblemBench);
