/**
 * What becomes of a directory of benchmark files, whatever tools wrote them: each is read, refused with the name of its tool
 * and a way out, or neither. Prints a row a file and the sums.
 *
 *     node scripts/formats.ts DIR
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatOf, readBenchmarks } from '../src/formats/benchmarks/read.ts';
import { unreadTool } from '../src/formats/benchmarks/unread.ts';
import { InputError } from '../src/model/error.ts';

type Outcome = 'read' | 'refused by name' | 'holds no result' | 'other';

interface Row {
  readonly file: string;
  readonly outcome: Outcome;
  readonly what: string;
}

async function rowOf(directory: string, file: string): Promise<Row> {
  const input = { file, bytes: readFileSync(join(directory, file)) };
  try {
    const { series, warnings } = await readBenchmarks([input]);
    const format = (await formatOf(input)) ?? '?';
    const benchmarks = new Set(series.map((of) => `${of.package}\0${of.benchmark}`)).size;
    const samples = series.reduce((sum, of) => sum + of.samples.length, 0);
    const told = warnings.length === 0 ? '' : `, ${warnings.length} warnings`;
    return {
      file,
      outcome: 'read',
      what: `${format}: ${benchmarks} benchmarks, ${samples} samples${told}`,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const what = error.message.slice(0, 200);
    if (unreadTool(input) !== null) return { file, outcome: 'refused by name', what };
    // Its format is known, and says what is wrong.
    const isKnown = (await formatOf(input)) !== null;
    return { file, outcome: isKnown ? 'holds no result' : 'other', what };
  }
}

const [directory] = process.argv.slice(2);
if (directory === undefined) {
  console.error('usage: node scripts/formats.ts DIR');
  process.exit(2);
}
const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((file) => statSync(join(directory, file)).isFile())
  .sort();
const rows: Row[] = [];
for (const file of files) rows.push(await rowOf(directory, file));
for (const { file, outcome, what } of rows) console.log(`${outcome}\t${file}\t${what}`);
const sums = new Map<Outcome, number>();
for (const { outcome } of rows) sums.set(outcome, (sums.get(outcome) ?? 0) + 1);
console.log([...sums].map(([outcome, count]) => `${outcome}: ${count}`).join(', '));
