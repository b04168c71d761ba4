/** The rules of the server, so that a name is refused while it is typed: what a file of a program may be called. */
const MAX_BYTES = 255;
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/u;
const RESERVED = /[\\:*?"<>|]/;

export const MAX_FILES = 100;

/** What is wrong with the name beside the others, as a sentence; nothing when all is well. */
export function nameFault(name: string, others: string[]): string | undefined {
  const fault = ofText(name) ?? name.split('/').map(ofPart).find(Boolean) ?? ofClash(name.toLowerCase(), others.map((other) => other.toLowerCase()));
  return fault && `The file name ${fault}.`;
}

function ofText(name: string): string | undefined {
  if (!name.trim()) return 'must not be empty';
  if (new TextEncoder().encode(name).length > MAX_BYTES) return `must have at most ${MAX_BYTES} bytes`;
  if (UNPRINTABLE.test(name)) return 'must not hold control or invisible characters';
  return RESERVED.test(name) ? 'must not hold any of \\ : * ? " < > |' : undefined;
}

function ofPart(part: string): string | undefined {
  if (!part.trim()) return 'must be relative, without empty parts';
  if (part === '.' || part === '..') return 'must not have the parts . or ..';
  if (/^[-@]/.test(part)) return 'must not have a part that starts with - or @';
  return /^ |[ .]$/.test(part) ? 'must not have a part that starts with a space or ends with a dot or a space' : undefined;
}

/** Compared without regard to case: no other system may see two as one. */
function ofClash(name: string, others: string[]): string | undefined {
  if (others.includes(name)) return 'is there twice';
  if (others.some((other) => name.startsWith(`${other}/`))) return 'has a folder that is also a file';
  return others.some((other) => other.startsWith(`${name}/`)) ? 'is also a folder' : undefined;
}
