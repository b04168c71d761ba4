import type { ProgramFile } from './drafts';

/** Text that comes back byte for byte is text; anything else travels as base64. */
export function asProgramFile(name: string, bytes: Uint8Array<ArrayBuffer>): ProgramFile {
  const text = asText(bytes);
  return text === undefined ? { name, content: base64(bytes), encoding: 'base64' } : { name, content: text };
}

export function bytesIn({ content, encoding }: ProgramFile): Uint8Array<ArrayBuffer> {
  return encoding ? fromBase64(content) : new TextEncoder().encode(content);
}

/** How many bytes are in a file. */
export function bytesOf({ content, encoding }: ProgramFile): number {
  if (encoding) return Math.floor((content.replace(/=+$/, '').length * 3) / 4);
  return new TextEncoder().encode(content).length;
}

export function asText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

const CHARACTERS = 8192;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHARACTERS) binary += String.fromCharCode(...bytes.subarray(at, at + CHARACTERS));
  return btoa(binary);
}
