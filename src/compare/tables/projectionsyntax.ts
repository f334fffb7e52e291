/**
 * Projections as text: `.name /size@num goos@(linux darwin)`, a list of keys, each with an order where it is not that of
 * first appearance. The syntax is that of golang.org/x/perf/benchproc/syntax.
 */
import { scanner } from './syntax.ts';

/** One key of a projection. */
export interface KeySpec {
  readonly key: string;
  /** A named order; `first`: as values appear; `fixed`: as listed, and others are left out. */
  readonly order: string;
  readonly fixed: readonly string[];
  /** Where in the text the key and the order stand. */
  readonly at: number;
  readonly orderAt: number;
}

/** Throws InputError for what is no projection. `flag` is what the text was given to. */
export function parseProjection(flag: string, text: string): KeySpec[] {
  const scan = scanner(flag, text);
  const keys: KeySpec[] = [];
  for (;;) {
    const next = scan.peek();
    if (next.kind === 'end') return keys;
    if (next.kind === ',' && keys.length > 0) scan.take();
    const key = scan.take();
    if (key.kind !== 'word') throw scan.error('expected a key', key.at);
    const spec = { key: key.text, order: 'first', fixed: [], at: key.at, orderAt: key.at };
    if (scan.peek().kind !== '@') {
      keys.push(spec);
      continue;
    }
    scan.take();
    const order = scan.take();
    if (order.kind === 'word') keys.push({ ...spec, order: order.text, orderAt: order.at });
    else if (order.kind === '(') {
      keys.push({ ...spec, order: 'fixed', fixed: values(scan), orderAt: order.at });
    } else throw scan.error('expected alpha, num or values in parentheses after @', order.at);
  }
}

function values(scan: ReturnType<typeof scanner>): string[] {
  const found: string[] = [];
  for (;;) {
    const next = scan.take();
    if (next.kind === 'word') found.push(next.text);
    else if (next.kind !== ')') throw scan.error('missing )', next.at);
    else if (found.length === 0) throw scan.error('expected a value', next.at);
    else return found;
  }
}
