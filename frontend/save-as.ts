import { visibleText } from './visible-text';

/** Gives the user a file. What a name hides is spelt out in it, and folders are left away. */
export function saveAs(name: string, content: string | Uint8Array<ArrayBuffer>) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  link.download = visibleText(name.split('/').pop() || 'file');
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
