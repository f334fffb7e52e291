/** What wrk, wrk2, hey and ab print of a load on a server. */
import { numberIn } from './csv.ts';
import { bytesIn, secondsIn } from './inbase.ts';
import { type Line, readTextReport } from './textreport.ts';

/** `46.05ms`, `1.2s`. */
function timeIn(text = ''): number {
  const [, value = '', unit = ''] = /^([\d.]+)([a-zµ]+)$/.exec(text) ?? [];
  return unit === 'm' ? numberIn(value) * 60 : numberIn(value) * secondsIn(unit);
}

/** `26.66KB` of wrk, by 1024. */
function sizeIn(text = ''): number {
  const [, value = '', unit = ''] = /^([\d.]+)([KMG]?B)$/.exec(text) ?? [];
  return numberIn(value) * bytesIn(unit.replace(/^([KMG])B$/, '$1iB'));
}

const number = (text = ''): number => numberIn(text);
/** Of `HTTP status, count`. */
const unlessOk = (status = '', count = ''): number => (/^2/.test(status) ? 0 : numberIn(count));
const percentile = (percent = ''): string => `p${numberIn(percent)}-sec`;
const errors = (prints: RegExp, value: Line['value'] = number): Line => ({
  prints,
  value,
  ...{ unit: 'errors', better: 'lower', sums: true },
});

export const readWrk = readTextReport({
  begins: /^Running \S+ test @ /,
  ends: /^Transfer\/sec:/,
  names: [/^Running \S+ test @ (\S+)/],
  lines: [
    { prints: /^ +Latency +(?!Distribution)(\S+)/, unit: 'mean-sec', value: timeIn },
    { prints: /^ +(\d[\d.]*)% +(\S+)$/, unit: percentile, value: (_, time) => timeIn(time) },
    { prints: /^Requests\/sec: +(\S+)/, unit: 'req/s', value: number },
    { prints: /^Transfer\/sec: +(\S+)/, unit: 'B/s', value: sizeIn },
    errors(/^ +Socket errors: connect (\S+), read (\S+), write (\S+), timeout (\S+)/, (...counts) =>
      counts.reduce((sum, count) => sum + numberIn(count), 0),
    ),
    {
      prints: /^ +Non-2xx or 3xx responses: (\S+)/,
      ...{ unit: 'non-2xx', better: 'lower', sums: true, value: number },
    },
  ],
});

export const readHey = readTextReport({
  begins: /^Summary:$/,
  ends: /^ +\[\d+\]\s+\S+ responses/,
  lines: [
    { prints: /^ +Average:\s+(\S+) secs/, unit: 'mean-sec', value: number },
    {
      prints: /^ +(\d+)%+ in (\S+) secs/,
      unit: percentile,
      value: (_, seconds = '') => numberIn(seconds),
    },
    { prints: /^ +Requests\/sec:\s+(\S+)/, unit: 'req/s', value: number },
    {
      prints: /^ +\[(\d{3})\]\s+(\S+) responses/,
      ...{ unit: 'non-2xx', better: 'lower', sums: true, value: unlessOk },
    },
    errors(/^ +\[(\d+)\]\s+(?!\S+ responses)\S/),
  ],
});

export const readAb = readTextReport({
  begins: /^This is ApacheBench, /,
  ends: /^ +100% +\S+ \(longest request\)/,
  names: [/^Server Hostname: +(\S+)/, /^Document Path: +(\S+)/],
  lines: [
    { prints: /^Requests per second: +(\S+)/, unit: 'req/s', value: number },
    {
      prints: /^Time per request: +(\S+) \[ms\] \(mean\)$/,
      unit: 'mean-sec',
      value: (ms = '') => numberIn(ms) * 1e-3,
    },
    {
      prints: /^Transfer rate: +(\S+) \[Kbytes\/sec\]/,
      unit: 'B/s',
      value: (kib = '') => numberIn(kib) * 1024,
    },
    {
      prints: /^ +(50|90|95|99)% +(\S+)/,
      unit: percentile,
      value: (_, ms = '') => numberIn(ms) * 1e-3,
    },
    errors(/^Failed requests: +(\S+)/),
    {
      prints: /^Non-2xx responses: +(\S+)/,
      ...{ unit: 'non-2xx', better: 'lower', sums: true, value: number },
    },
  ],
});
