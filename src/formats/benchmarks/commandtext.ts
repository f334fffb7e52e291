/** What GNU time, sysbench and pgbench print of a program or a database. */
import { numberIn } from './csv.ts';
import { type Line, readTextReport } from './textreport.ts';

const number = (text = ''): number => numberIn(text);
const milliseconds = (text = ''): number => numberIn(text) * 1e-3;
const mebibytes = (text = ''): number => numberIn(text) * 2 ** 20;

/** `1:02:03` or `2:03.45`. */
const clockIn = (text = ''): number =>
  text.split(':').reduce((sum, part) => sum * 60 + numberIn(part), 0);

export const readGnuTime = readTextReport({
  begins: /^\tCommand being timed: /,
  ends: /^\tExit status: \S/,
  names: [/^\tCommand being timed: "(.*)"$/],
  lines: [
    {
      prints: /^\tElapsed \(wall clock\) time \(h:mm:ss or m:ss\): (\S+)/,
      unit: 'sec/op',
      value: clockIn,
    },
    { prints: /^\tUser time \(seconds\): (\S+)/, unit: 'user-sec/op', value: number },
    { prints: /^\tSystem time \(seconds\): (\S+)/, unit: 'sys-sec/op', value: number },
    {
      prints: /^\tMaximum resident set size \(kbytes\): (\S+)/,
      unit: 'peak-RSS-bytes',
      value: (kib = '') => numberIn(kib) * 1024,
    },
    {
      prints: /^\tMajor \(requiring I\/O\) page faults: (\S+)/,
      unit: 'major-faults',
      value: number,
    },
  ],
  fails: /^\t(Exit status: (?!0$)\S+)/,
});

/** A count with its rate behind it: `transactions: 1234 (123.40 per sec.)`. */
const rate = (what: string, unit: string, better?: Line['better']): Line => ({
  prints: new RegExp(`^ *${what}: +\\S+ +\\((\\S+) per sec`),
  unit,
  value: number,
  ...(better === undefined ? {} : { better }),
});

export const readSysbench = readTextReport({
  begins: /^sysbench \d[\w.]* /,
  ends: /^ +execution time \(avg\/stddev\): /,
  lines: [
    { prints: /^ +events per second: +(\S+)/, unit: 'events/s', value: number },
    rate('transactions', 'transactions/s'),
    rate('queries', 'queries/s'),
    rate('ignored errors', 'errors/s', 'lower'),
    rate('Total operations', 'ops/s'),
    { prints: /^\S+ MiB transferred \((\S+) MiB\/sec\)/, unit: 'B/s', value: mebibytes },
    { prints: /^ +reads\/s: +(\S+)/, unit: 'reads/s', value: number },
    { prints: /^ +writes\/s: +(\S+)/, unit: 'writes/s', value: number },
    { prints: /^ +avg: +(\S+)/, unit: 'mean-sec', value: milliseconds },
    { prints: /^ +95th percentile: +(\S+)/, unit: 'p95-sec', value: milliseconds },
  ],
});

export const readPgbench = readTextReport({
  begins: /^transaction type: /,
  ends: /^tps = /,
  names: [/^transaction type: (.+)$/],
  lines: [
    { prints: /^latency average = (\S+) ms/, unit: 'mean-sec', value: milliseconds },
    { prints: /^tps = (\S+) \((?!including)/, unit: 'transactions/s', value: number },
    {
      prints: /^number of failed transactions: (\S+)/,
      unit: 'failed-transactions',
      ...{ value: number, better: 'lower' },
    },
  ],
});
