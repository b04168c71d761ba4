import { Unzip, UnzipInflate, zipSync } from 'fflate';
import type { ProgramFile } from './drafts';
import { asProgramFile, bytesIn } from './file-bytes';
import { size } from './result-line';

/** Something is wrong with what was chosen; the message is for the user. */
export class ArchiveFault extends Error {}

/** Folders and what is skipped count too. */
const MAX_ENTRIES = 1000;
/** So little goes in at once that what comes out of it, a thousand times as much at worst, fits in memory. */
const SLICE = 16 * 1024;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

export function pack(files: ProgramFile[]): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(files.map((file) => [file.name, bytesIn(file)])));
}

/**
 * The files in an archive. Their bytes are counted while they come out, whatever the archive says of its sizes; links are left out.
 * The names are not checked here.
 *
 * @throws ArchiveFault when it can't be read or holds more than so many bytes
 */
export function unpack(archive: string, zip: Uint8Array<ArrayBuffer>, maxBytes: number): ProgramFile[] {
  const files: ProgramFile[] = [];
  let entries = 0;
  let total = 0;
  let skipped = new Set<string>();
  const unzip = new Unzip((entry) => {
    if (++entries > MAX_ENTRIES) throw new ArchiveFault(`${archive} has too many entries: at most ${MAX_ENTRIES} are read.`);
    if (entry.name.endsWith('/') || entry.name.startsWith('__MACOSX/') || skipped.has(entry.name)) return;
    const chunks: Uint8Array[] = [];
    entry.ondata = (fault, chunk, last) => {
      if (fault) throw fault;
      total += chunk.length;
      if (total > maxBytes) throw new ArchiveFault(`${archive} is too big when unpacked: at most ${size(maxBytes)} are taken.`);
      chunks.push(chunk);
      if (last) files.push(asProgramFile(entry.name, joined(chunks)));
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    skipped = links(zip);
    for (let at = 0; at < zip.length; at += SLICE) unzip.push(zip.slice(at, at + SLICE), at + SLICE >= zip.length);
  } catch (fault) {
    throw fault instanceof ArchiveFault ? fault : new ArchiveFault(`${archive} is damaged, or packed in a way that can't be read here.`);
  }
  return files;
}

/** The names of symbolic links, by the list at the end of the archive. */
function links(zip: Uint8Array<ArrayBuffer>): Set<string> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const found = new Set<string>();
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error('The list at the end is missing');
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
    const name = at + 46;
    const nameEnd = name + view.getUint16(at + 28, true);
    const unixMode = view.getUint32(at + 38, true) >>> 16;
    if ((unixMode & 0xf000) === 0xa000) found.add(new TextDecoder().decode(zip.subarray(name, nameEnd)));
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

function joined(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) { whole.set(chunk, at); at += chunk.length; }
  return whole;
}
