/** docs/troubleshooting.md: what it says is printed is in the source. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  .join('\n')
  .replaceAll('\\`', '`')
  .replaceAll("\\'", "'");

/** The first cell of each row that quotes a message, in pieces without names and numbers. */
const rows = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8');
const messages = [...rows.matchAll(/^\| (?:`` ?(.+?) ?``|`([^`]+)`)/gm)].map(
  ([, double, single = '']) => double ?? single,
);

it('quotes messages', () => {
  expect(messages.length).toBeGreaterThan(30);
});

it.each(messages)('%s', (message) => {
  for (const piece of message.split('…').map((of) => of.trim())) {
    // The whole source is too long for a message.
    if (piece.length > 3) expect([piece, source.includes(piece)]).toEqual([piece, true]);
  }
});
