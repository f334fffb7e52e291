/** Colours of a terminal for what a line says. Only text that was escaped before is coloured. */

const RED = '\x1b[31m';
const GREEN = '\x1b[32m';
const YELLOW = '\x1b[33m';
const PLAIN = '\x1b[39m';
const BOLD = '\x1b[1m';
const LIGHT = '\x1b[22m';

/** `bad` is slower or failed, `doubtful` a suspect or incomplete. */
export type Tone = 'bad' | 'doubtful' | 'good' | 'plain';

const codes: Readonly<Record<Tone, string>> = {
  ...{ bad: RED, doubtful: YELLOW, good: GREEN, plain: '' },
};

/** A whole line in its colour. */
export const toned = (line: string, tone: Tone): string =>
  tone === 'plain' || line === '' ? line : `${codes[tone]}${line}${PLAIN}`;

/** A word that is bold, too. */
export const tonedWord = (word: string, tone: Tone): string =>
  `${BOLD}${toned(word, tone)}${LIGHT}`;

/** Of a row, or of the gate. */
export function toneOf(verdict: string): Tone {
  switch (verdict) {
    case 'slower':
    case 'fail':
      return 'bad';
    case 'suspect':
    case 'incomplete':
    case 'missing':
    case 'not-run':
      return 'doubtful';
    case 'faster':
    case 'pass':
      return 'good';
    default:
      return 'plain';
  }
}
