/**
 * `--filter` of benchmarks: which results and which of their values count. The syntax and its meaning are those of
 * golang.org/x/perf/benchproc: `.name:Encode /format:(json OR gob) -goos:darwin .unit:/op$/`.
 */
import { extractor, type Labelled } from './project.ts';
import { type Scanner, scanner, type Token } from './syntax.ts';

/** Of a result all or nothing, or which of its values. */
type Match = boolean | readonly boolean[];
type Query = (labelled: Labelled) => Match;
type Matches = (value: string) => boolean;

/** The result with the values that match; null where none does. */
export type Filter = (labelled: Labelled) => Labelled | null;

/** Throws InputError for what is no filter. */
export async function parseFilter(text: string): Promise<Filter> {
  const query = await queryOf(scanner('--filter', text));
  return (labelled) => {
    const match = query(labelled);
    if (typeof match === 'boolean') return match ? labelled : null;
    const values = labelled.result.values.filter((_, i) => match[i]);
    return values.length === 0 ? null : { ...labelled, result: { ...labelled.result, values } };
  };
}

async function queryOf(scan: Scanner): Promise<Query> {
  const { RE2JS, RE2JSException } = await import('re2js');
  const matcher = (token: Token): Matches => {
    if (token.kind === 'word') return (value) => value === token.text;
    try {
      const expression = RE2JS.compile(token.text);
      return (value) => expression.matcher(value).find();
    } catch (problem) {
      if (problem instanceof RE2JSException) throw scan.error(problem.message, token.at);
      throw problem;
    }
  };
  const any = (): Query => {
    const terms = [all()];
    while (scan.peek().kind === 'OR') {
      scan.take();
      terms.push(all());
    }
    return either(terms);
  };
  const all = (): Query => {
    const terms = [one()];
    for (;;) {
      const next = scan.peek();
      if (next.kind === 'AND') scan.take();
      else if ([')', 'OR', 'end'].includes(next.kind)) return both(terms);
      else if (['(', '-', '*', 'word'].includes(next.kind)) terms.push(one());
      else throw scan.error('unexpected', next.at);
    }
  };
  const one = (): Query => {
    const token = scan.take();
    switch (token.kind) {
      case '(': {
        const inner = any();
        const end = scan.take();
        if (end.kind !== ')') throw scan.error('missing )', end.at);
        return inner;
      }
      case '-':
        return not(one());
      case '*':
        return both([]);
      case 'word':
        if (scan.take().kind !== ':') throw scan.error('expected key:value', token.at);
        return keyed(token, listed(scan, token, matcher), scan);
      default:
        throw scan.error('expected key:value or an expression in parentheses', token.at);
    }
  };
  const query = any();
  const end = scan.peek();
  if (end.kind !== 'end') throw scan.error('unexpected', end.at);
  return query;
}

/** A value, or several in parentheses with OR between them. */
function listed(scan: Scanner, key: Token, matcher: (token: Token) => Matches): Matches[] {
  const isValue = ({ kind }: Token): boolean => kind === 'word' || kind === 'regexp';
  const first = scan.take(true);
  if (isValue(first)) return [matcher(first)];
  if (first.kind !== '(') throw scan.error('expected key:value', key.at);
  const found: Matches[] = [];
  for (;;) {
    const value = scan.take(true);
    if (!isValue(value)) throw scan.error('expected a value', value.at);
    found.push(matcher(value));
    const next = scan.take(true);
    if (next.kind === ')') return found;
    if (next.kind !== 'OR') throw scan.error('values of a list have OR between them', next.at);
  }
}

function keyed({ text: key, at }: Token, values: readonly Matches[], scan: Scanner): Query {
  const isOneOf = (value: string): boolean => values.some((matches) => matches(value));
  if (key === '.unit') {
    return ({ result }) =>
      result.values.map((resultValue) => isOneOf(resultValue.unit) || isOneOf(resultValue.given));
  }
  if (key === '.config') throw scan.error('.config is only for --table, --row and --col', at);
  if (key === '') throw scan.error('a key is not empty', at);
  const extract = extractor(key);
  return (labelled) => isOneOf(extract(labelled));
}

const not =
  (query: Query): Query =>
  (labelled) => {
    const match = query(labelled);
    return typeof match === 'boolean' ? !match : match.map((is) => !is);
  };

const both =
  (queries: readonly Query[]): Query =>
  (labelled) => {
    let match: Match = true;
    for (const query of queries) {
      const other = query(labelled);
      if (other === false) return false;
      match = joined(match, other, (a, b) => a && b);
    }
    return match;
  };

const either =
  (queries: readonly Query[]): Query =>
  (labelled) => {
    let match: Match = false;
    for (const query of queries) {
      const other = query(labelled);
      if (other === true) return true;
      match = joined(match, other, (a, b) => a || b);
    }
    return match;
  };

/** A whole answer that decides nothing leaves the other as it is. */
function joined(a: Match, b: Match, join: (a: boolean, b: boolean) => boolean): Match {
  if (typeof a === 'boolean') return b;
  if (typeof b === 'boolean') return a;
  return a.map((is, i) => join(is, b[i] ?? false));
}
