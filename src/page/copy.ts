/** Text for the clipboard: a stack as a program prints it. */
import { h } from './dom.ts';

/** Where the clipboard is not for scripts, the old way over a selection. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h('textarea', { readonly: true, class: 'unseen', 'aria-label': 'Copied stack' });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
