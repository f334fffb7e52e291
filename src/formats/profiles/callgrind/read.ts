/**
 * What valgrind's callgrind writes (`callgrind.out.PID`), exactly: what each function costs itself, by
 * source line, and what each call costs, for each event. Making stacks of the calls, which the file does
 * not have, is stacks.ts; what is read is profile.ts.
 *
 * Source: the format in valgrind's manual (cl-format.html), callgrind/dump.c, and callgrind_annotate, which
 * the tables are equal to.
 */
import { InputError } from '../../../model/error.ts';
import { quote } from '../../../text/quote.ts';
import { inflate } from '../inflate.ts';
import { requireLastNewline } from '../lines.ts';
import {
  beginsCosts,
  type CostLine,
  type Position,
  positionDefect,
  readCosts,
  readNumber,
  readPosition,
} from './costs.ts';
import { allEvents, type EventLines, newEvents, readEvent, withDerived } from './events.ts';

import { afterTotals, asTold, confirm, newPart, type PartDraft } from './part.ts';
import type {
  CallgrindCall,
  CallgrindFunction,
  CallgrindLine,
  CallgrindPart,
  CallgrindProfile,
} from './profile.ts';

/** Callgrind has 20 at most with everything on. */
const MAX_EVENTS = 64;
/** Names, functions, source lines and calls together: `node script.mjs` has 80 thousand. */
const MAX_RECORDS = 2 ** 21;
/** Costs of all of them. */
const MAX_CELLS = 2 ** 25;

/**
 * Reads a file of callgrind, plain or compressed.
 *
 * @throws {InputError} with the line that is not as callgrind writes it, and where costs do not add up to
 *   the totals of the file
 */
export function readCallgrind(bytes: Uint8Array, file: string): CallgrindProfile {
  return callgrindOf(inflate(bytes, { file }), file);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface FunctionDraft extends Mutable<CallgrindFunction> {
  self: number[];
  /** Sum of the costs of all calls of it, null without any. */
  incoming: number[] | null;
  outgoing: number[];
}
interface LineDraft extends CallgrindLine {
  self: number[];
}
interface CallDraft extends Mutable<CallgrindCall> {
  inclusive: number[];
}

/** A source file within a function: what its lines cost and call. */
interface Site {
  readonly lines: Map<number, LineDraft>;
  readonly calls: Map<string, CallDraft>;
}

interface Draft {
  readonly file: string;
  creator: string;
  line: number;
  records: number;
  readonly events: EventLines;
  positions: Position[];
  /** Names by number: of objects, files and functions. */
  readonly objects: Map<string, string>;
  readonly files: Map<string, string>;
  readonly names: Map<string, string>;
  readonly functions: FunctionDraft[];
  readonly functionIndex: Map<string, number>;
  readonly sites: Map<string, Site>;
  readonly lines: LineDraft[];
  readonly calls: CallDraft[];
  readonly parts: CallgrindPart[];
  // Where the lines that follow belong.
  object: string;
  source: string;
  current: number;
  site: Site | null;
  readonly cost: CostLine;
  // The call whose cost is on the next line.
  calledObject: string | null;
  calledFile: string | null;
  callee: number;
  call: { readonly count: number; readonly entry: number } | null;
  part: PartDraft;
}

/** readCallgrind of what is inflated already. */
export function callgrindOf(content: Buffer, file: string): CallgrindProfile {
  requireLastNewline(content, file);
  const draft: Draft = {
    ...{ file, creator: '', line: 0, records: 0, events: newEvents(), positions: ['line'] },
    ...{ objects: new Map(), files: new Map(), names: new Map() },
    ...{ functions: [], functionIndex: new Map(), sites: new Map() },
    ...{ lines: [], calls: [], parts: [], object: '', source: '', current: -1, site: null },
    ...{ cost: { line: 0, costs: [] }, calledObject: null, calledFile: null, callee: -1 },
    ...{ call: null, part: newPart(0) },
  };
  for (let start = 0; start < content.length; ) {
    const newline = content.indexOf(0x0a, start);
    const next = newline < 0 ? content.length : newline + 1;
    const isCrLf = newline > start && content[newline - 1] === 0x0d;
    draft.line++;
    readLineOf(draft, content, start, newline < 0 ? next : newline - (isCrLf ? 1 : 0));
    start = next;
  }
  if (draft.call !== null) throw refuse(draft, 'the file ends before the cost of a call');
  endPart(draft);
  return finish(draft);
}

const refuse = ({ file, line }: Draft, what: string) => new InputError(what, { file, line });

function readLineOf(draft: Draft, content: Buffer, at: number, end: number): void {
  const first = at < end ? (content[at] as number) : 0;
  if (beginsCosts(first)) {
    readCostLine(draft, content, at, end);
    return;
  }
  const text = content.toString('utf8', at, end).trim();
  if (text === '' || text.startsWith('#')) return;
  if (draft.call !== null) {
    throw refuse(draft, `expected the position and cost of the call, found ${quote(text)}`);
  }
  const mark = text.search(/[=:]/);
  const key = mark < 0 ? '' : text.slice(0, mark);
  const value = text.slice(mark + 1).trim();
  if (mark > 0 && text[mark] === '=') readField(draft, key, value, text);
  else readHeader(draft, key, value, text);
}

function readCostLine(draft: Draft, content: Buffer, at: number, end: number): void {
  const { cost, positions, site, call } = draft;
  const defect = readCosts({ content, at, end }, positions, cost);
  if (defect !== null) {
    throw refuse(draft, `expected ${defect}, found ${quote(content.toString('utf8', at, end))}`);
  }
  if (site === null) throw refuse(draft, 'expected fn= and a function before the first cost');
  draft.part.hasBody = true;
  if (call === null) addSelf(draft, site);
  else addCall(draft, site, call);
}

function addSelf(draft: Draft, site: Site): void {
  const { cost, current, functions, part } = draft;
  if (cost.costs.every((c) => c === 0)) return;
  let row = site.lines.get(cost.line);
  if (row === undefined) {
    const self = cost.costs.map(() => 0);
    row = { function: current, file: draft.source, line: cost.line, self };
    site.lines.set(cost.line, row);
    draft.lines.push(row);
    countRecord(draft);
  }
  add(row.self, cost.costs);
  add((functions[current] as FunctionDraft).self, cost.costs);
  add(part.sum, cost.costs);
}

function addCall(draft: Draft, site: Site, call: NonNullable<Draft['call']>): void {
  const { cost, current, functions } = draft;
  const callee = functions[draft.callee] as FunctionDraft;
  const key = `${draft.callee} ${cost.line}`;
  let row = site.calls.get(key);
  if (row === undefined) {
    row = {
      ...{ caller: current, callee: draft.callee, file: draft.source, line: cost.line, calls: 0 },
      inclusive: cost.costs.map(() => 0),
    };
    site.calls.set(key, row);
    draft.calls.push(row);
    countRecord(draft);
  }
  row.calls += call.count;
  add(row.inclusive, cost.costs);
  callee.incoming ??= cost.costs.map(() => 0);
  add(callee.incoming, cost.costs);
  add((functions[current] as FunctionDraft).outgoing, cost.costs);
  if (callee.line === 0) callee.line = call.entry;
  draft.call = null;
  draft.calledObject = null;
  draft.calledFile = null;
  draft.callee = -1;
}

function add(to: number[], costs: readonly number[]): void {
  for (let i = 0; i < costs.length; i++) to[i] = (to[i] as number) + (costs[i] as number);
}

/** Bounds what a small file can make of itself. */
function countRecord(draft: Draft): void {
  const most = Math.min(MAX_RECORDS, MAX_CELLS / Math.max(1, draft.events.names.length));
  if (++draft.records > most) {
    throw refuse(draft, `expected at most ${most} names, functions, lines and calls in all`);
  }
}

function readField(draft: Draft, key: string, value: string, line: string): void {
  switch (key) {
    case 'ob':
      draft.object = nameOf(draft, draft.objects, value);
      return;
    case 'fl':
      draft.source = nameOf(draft, draft.files, value);
      // Lines before the next fn= would be of no function.
      draft.current = -1;
      draft.site = null;
      return;
    case 'fi':
    case 'fe':
      draft.source = nameOf(draft, draft.files, value);
      if (draft.current < 0) throw refuse(draft, `expected fn= before ${key}=`);
      draft.site = siteOf(draft);
      return;
    case 'fn': {
      requireEvents(draft);
      const name = nameOf(draft, draft.names, value);
      draft.current = functionOf(draft, draft.object, draft.source, name);
      draft.site = siteOf(draft);
      return;
    }
    case 'cob':
      draft.calledObject = nameOf(draft, draft.objects, value);
      return;
    case 'cfi':
    case 'cfl':
      draft.calledFile = nameOf(draft, draft.files, value);
      return;
    case 'cfn': {
      requireEvents(draft);
      const name = nameOf(draft, draft.names, value);
      const { calledObject, calledFile, object, source } = draft;
      draft.callee = functionOf(draft, calledObject ?? object, calledFile ?? source, name);
      return;
    }
    case 'calls':
      readCall(draft, value);
      return;
    case 'jfi':
      nameOf(draft, draft.files, value);
      return;
    case 'jfn':
      nameOf(draft, draft.names, value);
      return;
    case 'jump':
    case 'jcnd':
      // Where it is from is on the next line, without a cost.
      return;
    default:
      throw unexpected(draft, line);
  }
}

const unexpected = (draft: Draft, text: string) =>
  refuse(draft, `expected a cost, a header or a field like fn=, found ${quote(text)}`);

/** `calls=3 12`: how often, and where the function begins. */
function readCall(draft: Draft, value: string): void {
  if (draft.callee < 0) throw refuse(draft, 'expected cfn= before calls=');
  if (draft.site === null) throw refuse(draft, 'expected fn= before calls=');
  const content = Buffer.from(value);
  const scan = { content, at: 0, end: content.length };
  const count = readNumber(scan);
  if (count < 0) throw refuse(draft, `expected how many calls, found ${quote(value)}`);
  const entry = readPosition(scan, draft.positions, draft.cost.line);
  if (entry < 0) {
    throw refuse(
      draft,
      `expected ${positionDefect(draft.positions)} of the function called, found ${quote(value)}`,
    );
  }
  draft.call = { count, entry };
}

/** `(1) name` gives the name a number, `(1)` is that name; anything else is the name itself. */
function nameOf(draft: Draft, known: Map<string, string>, value: string): string {
  const [whole, id] = /^\((\d+)\)/.exec(value) ?? [];
  if (whole === undefined || id === undefined) return value;
  const name = value.slice(whole.length).trim();
  if (name !== '') {
    if (!known.has(id)) countRecord(draft);
    known.set(id, name);
    return name;
  }
  const found = known.get(id);
  if (found === undefined) {
    throw refuse(draft, `expected a name after (${id.slice(0, 20)}), which has none yet`);
  }
  return found;
}

function functionOf(draft: Draft, object: string, file: string, name: string): number {
  const key = `${object}\n${file}\n${name}`;
  const found = draft.functionIndex.get(key);
  if (found !== undefined) return found;
  const none = draft.cost.costs.map(() => 0);
  const index = draft.functions.length;
  countRecord(draft);
  draft.functions.push({
    ...{ name, file, object, line: 0, inclusive: none, incoming: null },
    ...{ self: [...none], outgoing: [...none] },
  });
  draft.functionIndex.set(key, index);
  return index;
}

function siteOf(draft: Draft): Site {
  const key = `${draft.current}\n${draft.source}`;
  let site = draft.sites.get(key);
  if (site === undefined) {
    site = { lines: new Map(), calls: new Map() };
    countRecord(draft);
    draft.sites.set(key, site);
  }
  return site;
}

function requireEvents(draft: Draft): void {
  if (draft.events.names.length === 0) {
    throw refuse(draft, 'expected events: before the first function');
  }
}

/** The headers with which a part begins. */
const BEGINS_PART = new Set(['version', 'creator', 'pid', 'cmd', 'part', 'thread']);

function readHeader(draft: Draft, key: string, value: string, line: string): void {
  if (BEGINS_PART.has(key)) endPart(draft);
  const { head } = draft.part;
  switch (key) {
    case 'version':
      if (value !== '1') throw refuse(draft, `expected version: 1, found ${quote(value)}`);
      return;
    case 'creator':
      draft.creator = value;
      return;
    case 'pid':
    case 'part':
    case 'thread':
      head[key] = value;
      return;
    case 'cmd':
      head.command = value;
      return;
    case 'desc':
      return;
    case 'positions':
      draft.positions = readPositions(draft, value);
      return;
    case 'event':
      if (draft.events.descriptions.size + draft.events.derived.size >= 2 * MAX_EVENTS) {
        throw refuse(draft, `expected at most ${MAX_EVENTS} events`);
      }
      if (!readEvent(draft.events, value)) {
        throw refuse(draft, `expected an event like "Ir : Instructions", found ${quote(value)}`);
      }
      return;
    case 'events':
      readEvents(draft, value);
      return;
    case 'summary':
      draft.part.summary = { costs: readTotals(draft, value), line: draft.line };
      return;
    case 'totals':
      confirm(draft.part.sum, told(draft, readTotals(draft, value), 'totals', draft.line));
      draft.part.isConfirmed = true;
      return;
    default:
      throw unexpected(draft, line);
  }
}

const POSITIONS: Readonly<Record<string, Position>> = {
  ...{ line: 'line', instr: 'address', addr: 'address', bb: 'address' },
};

function readPositions(draft: Draft, value: string): Position[] {
  const names = value.split(/\s+/);
  const positions = names.map((name) => (Object.hasOwn(POSITIONS, name) ? POSITIONS[name] : null));
  if (
    !positions.every((p) => p !== null && p !== undefined) ||
    new Set(names).size < names.length
  ) {
    throw refuse(draft, `expected positions: instr, bb and line, each once, found ${quote(value)}`);
  }
  return positions;
}

function readEvents(draft: Draft, value: string): void {
  const names = value === '' ? [] : value.split(/\s+/);
  const known = draft.events.names;
  if (names.length === 0 || names.length > MAX_EVENTS || new Set(names).size < names.length) {
    throw refuse(draft, `expected 1 to ${MAX_EVENTS} events, each once, found ${quote(value)}`);
  }
  if (known.length === 0) {
    known.push(...names);
    draft.cost.costs.push(...names.map(() => 0));
    draft.part.sum.push(...names.map(() => 0));
  } else if (known.join(' ') !== names.join(' ')) {
    throw refuse(
      draft,
      `expected the events of the part before, ${quote(known.join(' '))}, found ${quote(value)}`,
    );
  }
}

function readTotals(draft: Draft, value: string): number[] {
  const found = value.split(/\s+/).map((word) => (/^\d+$/.test(word) ? Number(word) : Number.NaN));
  const events = draft.events.names.length;
  if (found.length > events || !found.every(Number.isSafeInteger)) {
    throw refuse(draft, `expected at most ${events} whole numbers, found ${quote(value)}`);
  }
  return draft.events.names.map((_, i) => found[i] ?? 0);
}

const told = ({ file, events }: Draft, totals: readonly number[], what: string, line: number) => ({
  ...{ file, line, totals, what },
  names: events.names,
});

/** What was read since the last part, if anything was, is one. */
function endPart(draft: Draft): void {
  const { part, events } = draft;
  if (!part.hasBody && part.summary === null && !part.isConfirmed) return;
  if (part.summary !== null) {
    const { costs, line } = part.summary;
    const slack = part.isConfirmed ? afterTotals : asTold;
    confirm(part.sum, told(draft, costs, 'summary', line), slack);
  }
  if (!part.isConfirmed && draft.creator.startsWith('callgrind')) {
    throw refuse(draft, 'expected totals: at the end of the part; the file was cut short');
  }
  countRecord(draft);
  draft.parts.push({ ...part.head, totals: part.sum });
  draft.part = newPart(events.names.length, part.head);
  draft.object = '';
  draft.source = '';
  draft.current = -1;
  draft.site = null;
  draft.cost.line = 0;
}

function finish(draft: Draft): CallgrindProfile {
  const { file, creator, lines, calls, parts, functions } = draft;
  requireEvents(draft);
  const all = allEvents(draft.events);
  const totals = withDerived(
    draft.events.names.map((_, i) => parts.reduce((sum, p) => sum + (p.totals[i] as number), 0)),
    all,
  );
  // Every self cost is at most this sum.
  if (!totals.every(Number.isSafeInteger)) {
    throw refuse(draft, 'the costs add up to more than 2^53 - 1 and cannot be counted exactly');
  }
  for (const row of lines) {
    const owner = functions[row.function] as FunctionDraft;
    const isFirst = owner.incoming === null && row.file === owner.file;
    if (isFirst && row.line > 0 && (owner.line === 0 || row.line < owner.line))
      owner.line = row.line;
  }
  return {
    ...{ file, creator, events: all.events, totals },
    functions: functions.map(({ name, file, object, line, self, incoming, outgoing }) => ({
      ...{ name, file, object, line, self: withDerived(self, all) },
      inclusive: withDerived(
        incoming ?? self.map((cost, i) => cost + (outgoing[i] as number)),
        all,
      ),
    })),
    lines: lines.map((row) => ({ ...row, self: withDerived(row.self, all) })),
    calls: calls.map((row) => ({ ...row, inclusive: withDerived(row.inclusive, all) })),
    parts: parts.map((part) => ({ ...part, totals: withDerived(part.totals, all) })),
  };
}
