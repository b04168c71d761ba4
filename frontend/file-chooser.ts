import { ArchiveFault, isZip, unpack } from './archive';
import type { ProgramFile } from './drafts';
import { asProgramFile, bytesOf } from './file-bytes';
import { size } from './result-line';

/** Lets the user choose files. */
export function chooseFiles(take: (files: File[]) => void) {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => { if (input.files?.length) take([...input.files]); });
  input.click();
}

/** Takes files that are dropped there; what is dropped else is left to whoever wants it. */
export function takeDropped(place: HTMLElement, take: (files: File[]) => void) {
  const mark = (e: DragEvent) => {
    const files = e.type !== 'dragleave' && e.type !== 'drop' && (e.dataTransfer?.types.includes('Files') ?? false);
    place.toggleAttribute('data-drop', files);
    if (files) e.preventDefault();
  };
  for (const type of ['dragenter', 'dragover', 'dragleave'] as const) place.addEventListener(type, mark);
  place.addEventListener('drop', (e) => {
    mark(e);
    const files = [...(e.dataTransfer?.files ?? [])];
    if (!files.length) return;
    e.preventDefault();
    e.stopPropagation();
    take(files);
  }, true);
}

/**
 * What is in them; an archive is unpacked.
 *
 * @throws ArchiveFault when that is too much, or an archive can't be read
 */
export async function readFiles(files: File[], maxBytes: number): Promise<ProgramFile[]> {
  const read: ProgramFile[] = [];
  let left = maxBytes;
  for (const file of files) {
    if (file.size > left) throw new ArchiveFault(`${file.name} is too big: a program's files have at most ${size(maxBytes)} together.`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const found = file.name.toLowerCase().endsWith('.zip') && isZip(bytes) ? unpack(file.name, bytes, left) : [asProgramFile(file.name, bytes)];
    left -= found.reduce((sum, one) => sum + bytesOf(one), 0);
    read.push(...found);
  }
  return read;
}
