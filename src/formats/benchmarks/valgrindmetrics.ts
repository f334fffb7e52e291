/**
 * What gungraun (formerly iai-callgrind) and iai count under Valgrind, and what each says of a change. Instructions, memory
 * accesses and allocations are counted exactly. Hits and misses are of a simulated cache: few, and moved by where things lie in
 * memory, so that they are shown and have no direction; the estimated cycles weigh them.
 */
import type { Metric } from './format.ts';

type Meaning = Pick<Metric, 'unit' | 'better' | 'exact'>;

const exactly = (unit: string): Meaning => ({ unit, better: 'lower', exact: true });
const shown = (unit: string): Meaning => ({ unit, better: 'unknown' });

/** By their names in the text and in the JSON, without blanks and in small letters. */
const meanings: Readonly<Record<string, Meaning>> = {
  instructions: exactly('instructions/op'),
  ir: exactly('instructions/op'),
  l1hits: shown('L1-hits/op'),
  l1accesses: shown('L1-hits/op'),
  l2hits: shown('LL-hits/op'),
  l2accesses: shown('LL-hits/op'),
  llhits: shown('LL-hits/op'),
  ramhits: shown('RAM-hits/op'),
  ramaccesses: shown('RAM-hits/op'),
  'totalread+write': exactly('accesses/op'),
  totalrw: exactly('accesses/op'),
  estimatedcycles: { unit: 'estimated-cycles/op', better: 'lower' },
  totalbytes: exactly('B/op'),
  totalblocks: exactly('allocs/op'),
  'att-gmaxbytes': exactly('peak-B'),
  attgmaxbytes: exactly('peak-B'),
  'att-gmaxblocks': exactly('peak-allocs'),
  attgmaxblocks: exactly('peak-allocs'),
  'att-endbytes': exactly('end-B'),
  attendbytes: exactly('end-B'),
  'att-endblocks': exactly('end-allocs'),
  attendblocks: exactly('end-allocs'),
  readsbytes: exactly('read-B/op'),
  writesbytes: exactly('written-B/op'),
  errors: exactly('errors'),
  contexts: exactly('error-contexts'),
};

/** A metric by the name that the tool gives it; one that is not known is shown under that name. */
export function valgrindMetric(name: string, value: number): Metric {
  const known = meanings[name.replace(/\s+/g, '').toLowerCase()];
  return { ...(known ?? shown(name.trim().replace(/\s+/g, '-'))), samples: [value] };
}
