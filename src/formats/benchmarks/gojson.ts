/**
 * The events of `go test -json`, which gotestsum's `--jsonfile` holds too: the text of each package is put together from
 * its `Output` (a name and its result are two events, and packages may alternate) and read as Go's own. Lines without an
 * event are what the build printed around them. Lines of warnings are those of the events.
 */
import type { InputFile } from '../../model/run.ts';
import { withoutEscapes } from './clean.ts';
import type { Reading } from './format.ts';
import { readGo } from './go.ts';
import { jsonLinesOf, objectOf, textOf } from './json.ts';
import { type Losses, lose, noLosses } from './lost.ts';

/** What one package printed, and in which line of the file each line of it begins. */
interface Printed {
  text: string;
  readonly lines: number[];
}

export function readGoJson(input: InputFile): Reading | null {
  const packages = new Map<string, Printed>();
  const lost = noLosses();
  let isOurs = false;
  const broken = (line: number, text: string) => {
    if (!text.startsWith('{')) return print(packages, '', line, `${text}\n`);
    const message = 'an event of go test that is no JSON, was it cut off?';
    return lose(lost, { name: '', line, message });
  };
  for (const { line, value } of jsonLinesOf(input, broken)) {
    const event = objectOf(value);
    if (typeof event.Action !== 'string') continue;
    isOurs = true;
    const from = textOf(event.Package) || textOf(event.ImportPath);
    if (typeof event.Output === 'string') {
      print(packages, from, line, withoutEscapes(event.Output));
    } else if (event.Action.endsWith('output')) {
      lose(lost, { name: '', line, message: 'an event of go test has an output that is no text' });
    }
  }
  if (!isOurs) return null;
  const { text, lines } = together([...packages.values()]);
  const reading = readGo({ file: input.file, bytes: Buffer.from(text) });
  if (reading === null) {
    return { records: [], results: 0, environment: new Map(), warnings: [], lost };
  }
  return withLines(reading, lines, lost);
}

function print(into: Map<string, Printed>, from: string, line: number, text: string): void {
  const printed = into.get(from) ?? { text: '', lines: [] };
  into.set(from, printed);
  const isOpen = printed.text !== '' && !printed.text.endsWith('\n');
  const begun = text.split('\n').length - (text.endsWith('\n') ? 1 : 0) - (isOpen ? 1 : 0);
  for (let i = 0; i < begun; i++) printed.lines.push(line);
  printed.text += text;
}

function together(packages: readonly Printed[]): Printed {
  const text = packages
    .map((printed) => (printed.text.endsWith('\n') ? printed.text : `${printed.text}\n`))
    .join('');
  return { text, lines: packages.flatMap(({ lines }) => lines) };
}

/** The reading with lines of the file in place of those of the text, and with `lost` beside its own losses. */
function withLines(reading: Reading, lines: readonly number[], lost: Losses): Reading {
  const at = <Of extends { readonly line?: number }>(item: Of): Of =>
    item.line === undefined ? item : { ...item, line: lines[item.line - 1] ?? item.line };
  for (const { first, count } of reading.lost?.listed.values() ?? []) lose(lost, at(first), count);
  lost.unlisted += reading.lost?.unlisted ?? 0;
  return {
    ...reading,
    environment: new Map([...reading.environment].map(([key, stated]) => [key, at(stated)])),
    warnings: reading.warnings.map(at),
    ...(reading.units === undefined ? {} : { units: reading.units.map(at) }),
    lost,
  };
}
