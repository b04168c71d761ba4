import { LanguageDescription } from '@codemirror/language';
import type { Extension } from '@codemirror/state';

/**
 * The highlighter of this name or alias, such as `python` or `c++`; empty for names that CodeMirror doesn't know. The list and
 * each highlighter are chunks of their own: none is in the first load, and a new language needs no change here.
 */
export async function highlighter(mode: string): Promise<Extension> {
  if (!mode) return [];
  const { languages } = await import('@codemirror/language-data');
  const found = LanguageDescription.matchLanguageName(languages, mode, false);
  return found ? found.load() : [];
}
