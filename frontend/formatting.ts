import type { CodeEditor, CompilerMessage } from './code-editor';
import type { Language, Toolchain } from './language-picker';

/** What a page lends for formatting. */
interface Page {
  language: Language;
  toolchain: Toolchain;
  fileName: string;
  editor: CodeEditor;
  notice(...content: string[]): void;
}

interface Report {
  formatted: boolean;
  content: string;
  refusal?: string;
  diagnostics: CompilerMessage[];
}

const PATIENCE_MS = 60_000;
/** What takes longer than that is announced. */
const SOON_MS = 400;
let underWay = false;
/** Whether what the editor marks is from a formatter. */
let marked = false;

/** Has the text formatted and puts what differs into the editor; why that can't be is told in the notice. */
export async function format(page: Page) {
  const { language, toolchain, editor } = page;
  if (!toolchain.formatter) { page.notice(`There is no formatter for ${language.name} here.`); return; }
  if (underWay) return;
  underWay = true;
  const before = editor.value;
  const waiting = window.setTimeout(() => page.notice('Formatting…'), SOON_MS);
  const report = await ask(page, before).finally(() => { window.clearTimeout(waiting); underWay = false; });
  if (typeof report === 'string') page.notice(`Not formatted: ${report}.`);
  else if (editor.value !== before) page.notice('Not formatted: you typed meanwhile. Press Shift+Alt+F to try again.');
  else if (!report.formatted) {
    page.notice(`Not formatted. ${sentence(report.refusal ?? 'The formatter does not take this')}`);
    editor.showMessages(report.diagnostics, page.fileName);
    marked = true;
  } else if (report.content === before) page.notice('This is formatted already.');
  else {
    page.notice();
    editor.reform(report.content);
  }
  if (typeof report !== 'string' && report.formatted && marked) {
    editor.showMessages([], page.fileName);
    marked = false;
  }
}

/** @returns what came of it, or why nothing did */
async function ask(page: Page, content: string): Promise<Report | string> {
  try {
    const answer = await fetch(new URL('api/v1/format', document.baseURI), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ language: page.language.id, version: page.toolchain.version, file: { name: page.fileName, content } }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const json = await answer.json() as Report & { detail?: string };
    return answer.ok ? json : json.detail ?? 'the server refused it';
  } catch {
    return 'the server does not answer just now';
  }
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
