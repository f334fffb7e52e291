import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  inflate
} from "./chunk-chunk-JF755UJZ.js";
import {
  requireLastNewline
} from "./chunk-chunk-ZB6SCLKP.js";
import {
  quote
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/profiles/callgrind/read.ts
init_define_FLAMEGATE_PAGE();

// src/formats/profiles/callgrind/costs.ts
init_define_FLAMEGATE_PAGE();
var [SPACE, TAB, PLUS, MINUS, STAR, ZERO] = [32, 9, 43, 45, 42, 48];
var beginsCosts = (byte) => isDigit(byte) || byte === PLUS || byte === MINUS || byte === STAR;
function readCosts(scan, positions, into) {
  const line = readPosition(scan, positions, into.line);
  if (line < 0) return positionDefect(positions);
  into.line = line;
  into.costs.fill(0);
  for (let event = 0; ; event++) {
    skipSpace(scan);
    if (scan.at >= scan.end) return null;
    if (event === into.costs.length) return `at most ${event} costs, one for each event`;
    const cost = readNumber(scan);
    if (cost < 0) return "a cost that is a whole number of at most 2^53 - 1";
    into.costs[event] = cost;
  }
}
var positionDefect = (positions) => `a position (${positions.join(" and ")}) like 12, +3, -2 or *`;
function readPosition(scan, positions, before) {
  let line = 0;
  for (const position of positions) {
    skipSpace(scan);
    if (position === "address") {
      if (!skipAddress(scan)) return -1;
    } else {
      line = readLine(scan, before);
      if (line < 0) return -1;
    }
  }
  return line;
}
function readLine(scan, before) {
  const sign = scan.content[scan.at];
  if (sign === STAR && isEnd(scan, ++scan.at)) return before;
  if (sign !== PLUS && sign !== MINUS) return readNumber(scan);
  scan.at++;
  const distance = readNumber(scan);
  if (distance < 0) return -1;
  const line = sign === PLUS ? before + distance : before - distance;
  return Number.isSafeInteger(line) ? line : -1;
}
function skipAddress(scan) {
  const sign = scan.content[scan.at];
  if (sign === STAR) return isEnd(scan, ++scan.at);
  if (sign === PLUS || sign === MINUS) scan.at++;
  const { start, base } = digitsOf(scan);
  scan.at = start;
  while (scan.at < scan.end && digit(scan.content[scan.at]) < base) scan.at++;
  return scan.at > start && isEnd(scan, scan.at);
}
function readNumber(scan) {
  const { start, base } = digitsOf(scan);
  let value = 0;
  let at = start;
  for (; at < scan.end; at++) {
    const next = digit(scan.content[at]);
    if (next >= base) break;
    value = value * base + next;
  }
  scan.at = at;
  return at > start && isEnd(scan, at) && value <= Number.MAX_SAFE_INTEGER ? value : -1;
}
function digitsOf({ content, at, end }) {
  const isHex = at + 1 < end && content[at] === ZERO && content[at + 1] === 120;
  return isHex ? { start: at + 2, base: 16 } : { start: at, base: 10 };
}
function skipSpace(scan) {
  while (scan.at < scan.end && isSpace(scan.content[scan.at])) scan.at++;
}
var isSpace = (byte) => byte === SPACE || byte === TAB;
var isDigit = (byte) => byte >= ZERO && byte <= 57;
var isEnd = ({ content, end }, at) => at >= end || isSpace(content[at]);
function digit(byte) {
  if (isDigit(byte)) return byte - ZERO;
  const letter = (byte | 32) - 97;
  return letter >= 0 && letter < 6 ? 10 + letter : 16;
}

// src/formats/profiles/callgrind/events.ts
init_define_FLAMEGATE_PAGE();
var newEvents = () => ({
  names: [],
  descriptions: /* @__PURE__ */ new Map(),
  derived: /* @__PURE__ */ new Map()
});
function readEvent(lines, text) {
  const colon = text.indexOf(":");
  const definition = (colon < 0 ? text : text.slice(0, colon)).trim();
  const equals = definition.indexOf("=");
  const name = (equals < 0 ? definition : definition.slice(0, equals)).trim();
  if (!/^[A-Za-z]\w*$/.test(name)) return false;
  if (colon >= 0) lines.descriptions.set(name, text.slice(colon + 1).trim());
  if (equals < 0) return true;
  const terms = definition.slice(equals + 1).split("+").map((term) => /^(?:(\d{1,9}) *\*? *)?([A-Za-z]\w*)$/.exec(term.trim()));
  if (!terms.every((term) => term !== null)) return false;
  lines.derived.set(name, {
    name,
    terms: terms.map(([, times = "1", item]) => ({ times: Number(times), name: item }))
  });
  return true;
}
function allEvents({ names, descriptions, derived }) {
  const weightsOf = new Map(
    names.map((name, at) => [name, names.map((_, i) => i === at ? 1 : 0)])
  );
  const events = names.map((name) => ({ name, description: descriptions.get(name) ?? "" }));
  const weights = [];
  for (const { name, terms } of derived.values()) {
    if (weightsOf.has(name) || !terms.every((term) => weightsOf.has(term.name))) continue;
    const own = names.map(
      (_, i) => terms.reduce((sum, term) => sum + term.times * (weightsOf.get(term.name)?.[i] ?? 0), 0)
    );
    weightsOf.set(name, own);
    weights.push(own);
    events.push({ name, description: descriptions.get(name) ?? "" });
  }
  return { events, weights };
}
var withDerived = (costs, { weights }) => [
  ...costs,
  ...weights.map((own) => own.reduce((sum, weight, i) => sum + weight * costs[i], 0))
];

// src/formats/profiles/callgrind/part.ts
init_define_FLAMEGATE_PAGE();
var newPart = (events, { pid, command } = { pid: "", command: "" }) => ({
  head: { pid, part: "", thread: "", command },
  ...{ sum: Array(events).fill(0), hasBody: false, isConfirmed: false, summary: null }
});
var UNFINISHED_BLOCK = 1e3;
var asTold = { above: 0, below: 0 };
var afterTotals = { above: UNFINISHED_BLOCK, below: Number.POSITIVE_INFINITY };
function confirm(sums, told2, { above, below } = asTold) {
  const { names, totals, what } = told2;
  for (const [i, name] of names.entries()) {
    const sum = sums[i];
    const over = totals[i] - sum;
    if (over < -below || over > above) {
      throw new InputError(
        `the costs of ${quote(name)} add up to ${sum} and ${what}: says ${totals[i]}; the file is damaged or lines are missing`,
        { file: told2.file, line: told2.line }
      );
    }
  }
}

// src/formats/profiles/callgrind/read.ts
var MAX_EVENTS = 64;
var MAX_RECORDS = 2 ** 21;
var MAX_CELLS = 2 ** 25;
function readCallgrind(bytes, file) {
  return callgrindOf(inflate(bytes, { file }), file);
}
function callgrindOf(content, file) {
  requireLastNewline(content, file);
  const draft = {
    ...{ file, creator: "", line: 0, records: 0, events: newEvents(), positions: ["line"] },
    ...{ objects: /* @__PURE__ */ new Map(), files: /* @__PURE__ */ new Map(), names: /* @__PURE__ */ new Map() },
    ...{ functions: [], functionIndex: /* @__PURE__ */ new Map(), sites: /* @__PURE__ */ new Map() },
    ...{ lines: [], calls: [], parts: [], object: "", source: "", current: -1, site: null },
    ...{ cost: { line: 0, costs: [] }, calledObject: null, calledFile: null, callee: -1 },
    ...{ call: null, part: newPart(0) }
  };
  for (let start = 0; start < content.length; ) {
    const newline = content.indexOf(10, start);
    const next = newline < 0 ? content.length : newline + 1;
    const isCrLf = newline > start && content[newline - 1] === 13;
    draft.line++;
    readLineOf(draft, content, start, newline < 0 ? next : newline - (isCrLf ? 1 : 0));
    start = next;
  }
  if (draft.call !== null) throw refuse(draft, "the file ends before the cost of a call");
  endPart(draft);
  return finish(draft);
}
var refuse = ({ file, line }, what) => new InputError(what, { file, line });
function readLineOf(draft, content, at, end) {
  const first = at < end ? content[at] : 0;
  if (beginsCosts(first)) {
    readCostLine(draft, content, at, end);
    return;
  }
  const text = content.toString("utf8", at, end).trim();
  if (text === "" || text.startsWith("#")) return;
  if (draft.call !== null) {
    throw refuse(draft, `expected the position and cost of the call, found ${quote(text)}`);
  }
  const mark = text.search(/[=:]/);
  const key = mark < 0 ? "" : text.slice(0, mark);
  const value = text.slice(mark + 1).trim();
  if (mark > 0 && text[mark] === "=") readField(draft, key, value, text);
  else readHeader(draft, key, value, text);
}
function readCostLine(draft, content, at, end) {
  const { cost, positions, site, call } = draft;
  const defect = readCosts({ content, at, end }, positions, cost);
  if (defect !== null) {
    throw refuse(draft, `expected ${defect}, found ${quote(content.toString("utf8", at, end))}`);
  }
  if (site === null) throw refuse(draft, "expected fn= and a function before the first cost");
  draft.part.hasBody = true;
  if (call === null) addSelf(draft, site);
  else addCall(draft, site, call);
}
function addSelf(draft, site) {
  const { cost, current, functions, part } = draft;
  if (cost.costs.every((c) => c === 0)) return;
  let row = site.lines.get(cost.line);
  if (row === void 0) {
    const self = cost.costs.map(() => 0);
    row = { function: current, file: draft.source, line: cost.line, self };
    site.lines.set(cost.line, row);
    draft.lines.push(row);
    countRecord(draft);
  }
  add(row.self, cost.costs);
  add(functions[current].self, cost.costs);
  add(part.sum, cost.costs);
}
function addCall(draft, site, call) {
  const { cost, current, functions } = draft;
  const callee = functions[draft.callee];
  const key = `${draft.callee} ${cost.line}`;
  let row = site.calls.get(key);
  if (row === void 0) {
    row = {
      ...{ caller: current, callee: draft.callee, file: draft.source, line: cost.line, calls: 0 },
      inclusive: cost.costs.map(() => 0)
    };
    site.calls.set(key, row);
    draft.calls.push(row);
    countRecord(draft);
  }
  row.calls += call.count;
  add(row.inclusive, cost.costs);
  callee.incoming ??= cost.costs.map(() => 0);
  add(callee.incoming, cost.costs);
  add(functions[current].outgoing, cost.costs);
  if (callee.line === 0) callee.line = call.entry;
  draft.call = null;
  draft.calledObject = null;
  draft.calledFile = null;
  draft.callee = -1;
}
function add(to, costs) {
  for (let i = 0; i < costs.length; i++) to[i] = to[i] + costs[i];
}
function countRecord(draft) {
  const most = Math.min(MAX_RECORDS, MAX_CELLS / Math.max(1, draft.events.names.length));
  if (++draft.records > most) {
    throw refuse(draft, `expected at most ${most} names, functions, lines and calls in all`);
  }
}
function readField(draft, key, value, line) {
  switch (key) {
    case "ob":
      draft.object = nameOf(draft, draft.objects, value);
      return;
    case "fl":
      draft.source = nameOf(draft, draft.files, value);
      draft.current = -1;
      draft.site = null;
      return;
    case "fi":
    case "fe":
      draft.source = nameOf(draft, draft.files, value);
      if (draft.current < 0) throw refuse(draft, `expected fn= before ${key}=`);
      draft.site = siteOf(draft);
      return;
    case "fn": {
      requireEvents(draft);
      const name = nameOf(draft, draft.names, value);
      draft.current = functionOf(draft, draft.object, draft.source, name);
      draft.site = siteOf(draft);
      return;
    }
    case "cob":
      draft.calledObject = nameOf(draft, draft.objects, value);
      return;
    case "cfi":
    case "cfl":
      draft.calledFile = nameOf(draft, draft.files, value);
      return;
    case "cfn": {
      requireEvents(draft);
      const name = nameOf(draft, draft.names, value);
      const { calledObject, calledFile, object, source } = draft;
      draft.callee = functionOf(draft, calledObject ?? object, calledFile ?? source, name);
      return;
    }
    case "calls":
      readCall(draft, value);
      return;
    case "jfi":
      nameOf(draft, draft.files, value);
      return;
    case "jfn":
      nameOf(draft, draft.names, value);
      return;
    case "jump":
    case "jcnd":
      return;
    default:
      throw unexpected(draft, line);
  }
}
var unexpected = (draft, text) => refuse(draft, `expected a cost, a header or a field like fn=, found ${quote(text)}`);
function readCall(draft, value) {
  if (draft.callee < 0) throw refuse(draft, "expected cfn= before calls=");
  if (draft.site === null) throw refuse(draft, "expected fn= before calls=");
  const content = Buffer.from(value);
  const scan = { content, at: 0, end: content.length };
  const count = readNumber(scan);
  if (count < 0) throw refuse(draft, `expected how many calls, found ${quote(value)}`);
  const entry = readPosition(scan, draft.positions, draft.cost.line);
  if (entry < 0) {
    throw refuse(
      draft,
      `expected ${positionDefect(draft.positions)} of the function called, found ${quote(value)}`
    );
  }
  draft.call = { count, entry };
}
function nameOf(draft, known, value) {
  const [whole, id] = /^\((\d+)\)/.exec(value) ?? [];
  if (whole === void 0 || id === void 0) return value;
  const name = value.slice(whole.length).trim();
  if (name !== "") {
    if (!known.has(id)) countRecord(draft);
    known.set(id, name);
    return name;
  }
  const found = known.get(id);
  if (found === void 0) {
    throw refuse(draft, `expected a name after (${id.slice(0, 20)}), which has none yet`);
  }
  return found;
}
function functionOf(draft, object, file, name) {
  const key = `${object}
${file}
${name}`;
  const found = draft.functionIndex.get(key);
  if (found !== void 0) return found;
  const none = draft.cost.costs.map(() => 0);
  const index = draft.functions.length;
  countRecord(draft);
  draft.functions.push({
    ...{ name, file, object, line: 0, inclusive: none, incoming: null },
    ...{ self: [...none], outgoing: [...none] }
  });
  draft.functionIndex.set(key, index);
  return index;
}
function siteOf(draft) {
  const key = `${draft.current}
${draft.source}`;
  let site = draft.sites.get(key);
  if (site === void 0) {
    site = { lines: /* @__PURE__ */ new Map(), calls: /* @__PURE__ */ new Map() };
    countRecord(draft);
    draft.sites.set(key, site);
  }
  return site;
}
function requireEvents(draft) {
  if (draft.events.names.length === 0) {
    throw refuse(draft, "expected events: before the first function");
  }
}
var BEGINS_PART = /* @__PURE__ */ new Set(["version", "creator", "pid", "cmd", "part", "thread"]);
function readHeader(draft, key, value, line) {
  if (BEGINS_PART.has(key)) endPart(draft);
  const { head } = draft.part;
  switch (key) {
    case "version":
      if (value !== "1") throw refuse(draft, `expected version: 1, found ${quote(value)}`);
      return;
    case "creator":
      draft.creator = value;
      return;
    case "pid":
    case "part":
    case "thread":
      head[key] = value;
      return;
    case "cmd":
      head.command = value;
      return;
    case "desc":
      return;
    case "positions":
      draft.positions = readPositions(draft, value);
      return;
    case "event":
      if (draft.events.descriptions.size + draft.events.derived.size >= 2 * MAX_EVENTS) {
        throw refuse(draft, `expected at most ${MAX_EVENTS} events`);
      }
      if (!readEvent(draft.events, value)) {
        throw refuse(draft, `expected an event like "Ir : Instructions", found ${quote(value)}`);
      }
      return;
    case "events":
      readEvents(draft, value);
      return;
    case "summary":
      draft.part.summary = { costs: readTotals(draft, value), line: draft.line };
      return;
    case "totals":
      confirm(draft.part.sum, told(draft, readTotals(draft, value), "totals", draft.line));
      draft.part.isConfirmed = true;
      return;
    default:
      throw unexpected(draft, line);
  }
}
var POSITIONS = {
  ...{ line: "line", instr: "address", addr: "address", bb: "address" }
};
function readPositions(draft, value) {
  const names = value.split(/\s+/);
  const positions = names.map((name) => Object.hasOwn(POSITIONS, name) ? POSITIONS[name] : null);
  if (!positions.every((p) => p !== null && p !== void 0) || new Set(names).size < names.length) {
    throw refuse(draft, `expected positions: instr, bb and line, each once, found ${quote(value)}`);
  }
  return positions;
}
function readEvents(draft, value) {
  const names = value === "" ? [] : value.split(/\s+/);
  const known = draft.events.names;
  if (names.length === 0 || names.length > MAX_EVENTS || new Set(names).size < names.length) {
    throw refuse(draft, `expected 1 to ${MAX_EVENTS} events, each once, found ${quote(value)}`);
  }
  if (known.length === 0) {
    known.push(...names);
    draft.cost.costs.push(...names.map(() => 0));
    draft.part.sum.push(...names.map(() => 0));
  } else if (known.join(" ") !== names.join(" ")) {
    throw refuse(
      draft,
      `expected the events of the part before, ${quote(known.join(" "))}, found ${quote(value)}`
    );
  }
}
function readTotals(draft, value) {
  const found = value.split(/\s+/).map((word) => /^\d+$/.test(word) ? Number(word) : Number.NaN);
  const events = draft.events.names.length;
  if (found.length > events || !found.every(Number.isSafeInteger)) {
    throw refuse(draft, `expected at most ${events} whole numbers, found ${quote(value)}`);
  }
  return draft.events.names.map((_, i) => found[i] ?? 0);
}
var told = ({ file, events }, totals, what, line) => ({
  ...{ file, line, totals, what },
  names: events.names
});
function endPart(draft) {
  const { part, events } = draft;
  if (!part.hasBody && part.summary === null && !part.isConfirmed) return;
  if (part.summary !== null) {
    const { costs, line } = part.summary;
    const slack = part.isConfirmed ? afterTotals : asTold;
    confirm(part.sum, told(draft, costs, "summary", line), slack);
  }
  if (!part.isConfirmed && draft.creator.startsWith("callgrind")) {
    throw refuse(draft, "expected totals: at the end of the part; the file was cut short");
  }
  countRecord(draft);
  draft.parts.push({ ...part.head, totals: part.sum });
  draft.part = newPart(events.names.length, part.head);
  draft.object = "";
  draft.source = "";
  draft.current = -1;
  draft.site = null;
  draft.cost.line = 0;
}
function finish(draft) {
  const { file, creator, lines, calls, parts, functions } = draft;
  requireEvents(draft);
  const all = allEvents(draft.events);
  const totals = withDerived(
    draft.events.names.map((_, i) => parts.reduce((sum, p) => sum + p.totals[i], 0)),
    all
  );
  if (!totals.every(Number.isSafeInteger)) {
    throw refuse(draft, "the costs add up to more than 2^53 - 1 and cannot be counted exactly");
  }
  for (const row of lines) {
    const owner = functions[row.function];
    const isFirst = owner.incoming === null && row.file === owner.file;
    if (isFirst && row.line > 0 && (owner.line === 0 || row.line < owner.line))
      owner.line = row.line;
  }
  return {
    ...{ file, creator, events: all.events, totals },
    functions: functions.map(({ name, file: file2, object, line, self, incoming, outgoing }) => ({
      ...{ name, file: file2, object, line, self: withDerived(self, all) },
      inclusive: withDerived(
        incoming ?? self.map((cost, i) => cost + outgoing[i]),
        all
      )
    })),
    lines: lines.map((row) => ({ ...row, self: withDerived(row.self, all) })),
    calls: calls.map((row) => ({ ...row, inclusive: withDerived(row.inclusive, all) })),
    parts: parts.map((part) => ({ ...part, totals: withDerived(part.totals, all) }))
  };
}

export {
  readCallgrind,
  callgrindOf
};
