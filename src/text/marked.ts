/**
 * A sentence with roles: which words are a name, which carry the answer, and which only some reports have room
 * for. The sentence is built as one string with marks in it, and read as phrases; a terminal gets the plain text.
 */

import type { Phrase } from '../model/phrase.ts';

/** What nobody can have written into a name, a reason or a branch: it is made anew in every process. */
const secret = globalThis.crypto.randomUUID();
const mark = (role: string) => [`<${secret}${role}>`, `</${secret}${role}>`] as const;
const marks = { name: mark('n'), strong: mark('s'), plain: mark('p'), rich: mark('r') };
const anyMark = new RegExp(`(</?${secret}[nspr]>)`);

const between = (text: string, [open, close]: readonly [string, string]): string =>
  text === '' ? '' : `${open}${text}${close}`;

export const name = (text: string): string => between(text, marks.name);
export const strong = (text: string): string => between(text, marks.strong);
export const onlyPlain = (text: string): string => between(text, marks.plain);
export const onlyRich = (text: string): string => between(text, marks.rich);

/** A word of our own that is typed as it stands: a setting. Between backticks where nothing else shows it. */
export const typed = (word: string): string => `${onlyPlain('`')}${name(word)}${onlyPlain('`')}`;

/** The phrases of a marked sentence, in order; none is empty. */
export function phrases(marked: string): Phrase[] {
  const found: Phrase[] = [];
  const open = new Set<string>();
  for (const piece of marked.split(anyMark)) {
    if (anyMark.test(piece)) {
      if (piece.startsWith('</')) open.delete(piece.replace('</', '<'));
      else open.add(piece);
    } else if (piece !== '') {
      found.push({
        text: piece,
        isName: open.has(marks.name[0]),
        isStrong: open.has(marks.strong[0]),
        place: open.has(marks.plain[0]) ? 'plain' : open.has(marks.rich[0]) ? 'rich' : 'everywhere',
      });
    }
  }
  return found;
}

/** The sentence as a terminal shows it. */
export const plainText = (sentence: readonly Phrase[]): string =>
  sentence.map(({ text, place }) => (place === 'rich' ? '' : text)).join('');
