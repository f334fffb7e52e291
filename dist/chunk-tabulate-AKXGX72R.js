import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  aboutSide,
  aboutTest,
  plusMinus
} from "./chunk-chunk-WF7YNTTP.js";
import {
  commonest,
  exactly,
  sampleLevel,
  scaleOf
} from "./chunk-chunk-XWVWMC43.js";
import "./chunk-chunk-EEPNWZZM.js";
import "./chunk-chunk-OQXXZOGH.js";
import {
  emitReports,
  inputsOf
} from "./chunk-chunk-EAYZLJTF.js";
import "./chunk-chunk-JF3RMCPS.js";
import {
  refuseTwins
} from "./chunk-chunk-CAWJPCAF.js";
import {
  readSets,
  readersFor
} from "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import {
  geometricMean,
  mean,
  median
} from "./chunk-chunk-PDMOKRKF.js";
import "./chunk-chunk-RL7XGZTW.js";
import {
  warningLines
} from "./chunk-chunk-6OBLDVWQ.js";
import "./chunk-chunk-XDSCW632.js";
import "./chunk-chunk-NTMR7OSE.js";
import "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import "./chunk-chunk-ZY32PDO3.js";
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ZUGVML7C.js";
import "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-MVRN3XQO.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-BANJ3GOK.js";
import "./chunk-chunk-SGSL43OP.js";
import {
  readGoResults
} from "./chunk-chunk-6NCM22WB.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
import "./chunk-chunk-6RNIDPFN.js";
import "./chunk-chunk-OBSUUNSJ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-UO3SQAG6.js";
import "./chunk-chunk-MKYMQKPK.js";
import {
  tidy
} from "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-3EDRWKZB.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/tabulate.ts
init_define_FLAMEGATE_PAGE();

// src/flow/tabulate.ts
init_define_FLAMEGATE_PAGE();

// src/compare/tables/build.ts
init_define_FLAMEGATE_PAGE();

// src/compare/tables/project.ts
init_define_FLAMEGATE_PAGE();

// src/compare/tables/name.ts
init_define_FLAMEGATE_PAGE();
function partsOf(name) {
  const processors = /-\d+$/.exec(name)?.[0];
  const rest = processors === void 0 ? name : name.slice(0, -processors.length);
  const [base = "", ...parts] = rest.split("/");
  const all = parts.map((part) => `/${part}`);
  return { base, parts: processors === void 0 ? all : [...all, processors] };
}
var baseOf = (name) => partsOf(name).base;
function partOf(name, key) {
  const { parts } = partsOf(name);
  const last = parts.at(-1);
  if (key === "/gomaxprocs" && last?.startsWith("-")) return last.slice(1);
  return parts.find((part) => part.startsWith(`${key}=`))?.slice(key.length + 1) ?? "";
}
function nameWithout(name, keys) {
  if (keys.size === 0) return name;
  const { base, parts } = partsOf(name);
  const isKept = (part) => {
    if (part.startsWith("-")) return !keys.has("/gomaxprocs");
    const equals = part.indexOf("=");
    return equals < 0 || !keys.has(part.slice(0, equals));
  };
  return [keys.has(".name") ? "*" : base, ...parts.filter(isKept)].join("");
}

// src/compare/tables/order.ts
init_define_FLAMEGATE_PAGE();
var alpha = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
var num = (a, b) => {
  const [x, y] = [numberIn(a), numberIn(b)];
  if (x === null || y === null) return Number(x === null) - Number(y === null);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return x - y || 0;
};
var namedOrders = /* @__PURE__ */ new Map([
  ["alpha", alpha],
  ["num", num]
]);
var prefixes = "KMGTPEZY";
var plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
var words = /* @__PURE__ */ new Map([
  ["nan", Number.NaN],
  ["inf", Infinity],
  ["infinity", Infinity]
]);
function numberIn(text) {
  if (plain.test(text)) return Number(text);
  const word = words.get(text.toLowerCase().replace(/^[+-]/, ""));
  if (word !== void 0) return text.startsWith("-") ? -word : word;
  const [, digits = "", prefix = ""] = /([0-9.]+)([kKMGTPEZY]i?)?[bB]?/.exec(text) ?? [];
  if (!plain.test(digits)) return null;
  const exponent = prefix === "" ? 0 : 1 + prefixes.indexOf(prefix.charAt(0).toUpperCase());
  return Number(digits) * (prefix.endsWith("i") ? 1024 : 1e3) ** exponent;
}

// src/compare/tables/projectionsyntax.ts
init_define_FLAMEGATE_PAGE();

// src/compare/tables/syntax.ts
init_define_FLAMEGATE_PAGE();
var signs = "():@,";
var isSign = (char) => char !== "" && signs.includes(char);
var space = new RegExp("^\\p{White_Space}", "u");
function scanner(flag, text) {
  const error = (message, at) => {
    const place = at < text.length ? `at ${JSON.stringify(text.slice(at))}` : "at the end";
    return new InputError(
      `${flag} ${JSON.stringify(text)}: ${message} ${place}; the syntax is that of benchstat (docs/benchmarks.md)`
    );
  };
  let position = 0;
  const next = (isValue) => {
    let at = position;
    while (at < text.length && space.test(text.slice(at, at + 1))) at++;
    const char = text.charAt(at);
    const token = (kind, end2, said = text.slice(at, end2)) => ({
      token: { kind, text: said, at },
      end: end2
    });
    if (char === "") return token("end", at);
    if (isSign(char) || char === "-" || char === "*") return token(char, at + 1);
    if (isValue && char === "/") {
      const end2 = regexpEnd(text, at + 1);
      if (end2 < 0) throw error("missing / at the end of a regular expression", at);
      const after = text.charAt(end2 + 1);
      if (after !== "" && !space.test(after) && !isSign(after) && !"-*".includes(after)) {
        throw error("a regular expression ends here (a / in it is written \\/)", end2 + 1);
      }
      return token("regexp", end2 + 1, text.slice(at + 1, end2));
    }
    if (char === '"') {
      const end2 = quoteEnd(text, at + 1);
      if (end2 < 0) throw error("missing quote at the end of a word", at);
      const word2 = unquoted(text.slice(at + 1, end2));
      if (word2 === null) throw error("no Go string", at);
      return token("word", end2 + 1, word2);
    }
    let end = at;
    while (end < text.length && !isSign(text.charAt(end)) && !space.test(text.charAt(end))) end++;
    const word = text.slice(at, end);
    return token(word === "AND" || word === "OR" ? word : "word", end);
  };
  return {
    peek: (isValue = false) => next(isValue).token,
    take: (isValue = false) => {
      const { token, end } = next(isValue);
      position = end;
      return token;
    },
    error
  };
}
function quoteEnd(text, from) {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"' && text[at - 1] !== "\\") return at;
  }
  return -1;
}
function regexpEnd(text, from) {
  let [brackets, parentheses] = [0, 0];
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === "/" && brackets === 0 && parentheses === 0) return at;
    if (char === "[") brackets++;
    else if (char === "]") brackets = Math.max(0, brackets - 1);
    else if (char === "(" && brackets === 0) parentheses++;
    else if (char === ")" && brackets === 0) parentheses--;
    else if (char === "\\") at++;
  }
  return -1;
}
var letters = {
  ...{ a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "	", v: "\v", "\\": "\\", '"': '"' }
};
function unquoted(text) {
  if (text.includes("\n")) return null;
  let isGo = true;
  const word = text.replaceAll(
    /\\(?:x([\da-fA-F]{2})|([0-3][0-7]{2})|u([\da-fA-F]{4})|U(00[01][\da-fA-F]{5})|([\s\S]?))/g,
    (_, hex, octal, short, long, letter) => {
      const code = hex ?? short ?? long;
      if (code !== void 0 && Number.parseInt(code, 16) <= 1114111) {
        return String.fromCodePoint(Number.parseInt(code, 16));
      }
      if (octal !== void 0) return String.fromCodePoint(Number.parseInt(octal, 8));
      const plain2 = letters[letter ?? ""];
      if (plain2 === void 0) isGo = false;
      return plain2 ?? "";
    }
  );
  return isGo ? word : null;
}

// src/compare/tables/projectionsyntax.ts
function parseProjection(flag, text) {
  const scan = scanner(flag, text);
  const keys = [];
  for (; ; ) {
    const next = scan.peek();
    if (next.kind === "end") return keys;
    if (next.kind === "," && keys.length > 0) scan.take();
    const key = scan.take();
    if (key.kind !== "word") throw scan.error("expected a key", key.at);
    const spec = { key: key.text, order: "first", fixed: [], at: key.at, orderAt: key.at };
    if (scan.peek().kind !== "@") {
      keys.push(spec);
      continue;
    }
    scan.take();
    const order = scan.take();
    if (order.kind === "word") keys.push({ ...spec, order: order.text, orderAt: order.at });
    else if (order.kind === "(") {
      keys.push({ ...spec, order: "fixed", fixed: values(scan), orderAt: order.at });
    } else throw scan.error("expected alpha, num or values in parentheses after @", order.at);
  }
}
function values(scan) {
  const found = [];
  for (; ; ) {
    const next = scan.take();
    if (next.kind === "word") found.push(next.text);
    else if (next.kind !== ")") throw scan.error("missing )", next.at);
    else if (found.length === 0) throw scan.error("expected a value", next.at);
    else return found;
  }
}

// src/compare/tables/project.ts
var valueIn = (key, { index }) => key.values[index] ?? "";
var textOfKey = (key, { fields }) => fields().map((field) => valueIn(key, field)).filter((value) => value !== "").join(" ");
function projections(asked) {
  const claimed = {
    settings: /* @__PURE__ */ new Set(),
    name: /* @__PURE__ */ new Set(),
    hasConfig: false,
    hasFullname: false,
    listed: []
  };
  const make = (flag, text, hasUnit = false) => projection(claimed, flag, text, parseProjection(flag, text), hasUnit);
  const table = make("--table", asked.table, true);
  const row = make("--row", asked.row);
  const col = make("--col", asked.col);
  make("--ignore", asked.ignore);
  const others = [
    ...claimed.hasConfig ? [] : [".config"],
    ...claimed.hasFullname ? [] : [".fullname"]
  ].join(" ");
  const rest = make("the rest", others);
  return {
    table,
    row,
    col,
    rest,
    isListed: (labelled) => claimed.listed.every((is) => is(labelled))
  };
}
function extractor(key) {
  if (key === ".name") return ({ result }) => baseOf(result.name);
  if (key === ".fullname") return ({ result }) => result.name;
  if (key === ".file") return ({ file }) => file;
  if (key.startsWith("/")) return ({ result }) => partOf(result.name, key);
  return ({ result }) => result.settings.get(key) ?? "";
}
function projection(claimed, flag, text, specs, hasUnit) {
  let size = 0;
  const newField = (name, order) => ({ name, index: size++, order });
  const parts = specs.map((spec) => partFor(spec, claimed, newField, scanner(flag, text).error));
  const units = /* @__PURE__ */ new Map();
  const unit = hasUnit ? newField(".unit", firstSeen(units)) : null;
  if (unit !== null) parts.push({ fields: [unit], fill: () => {
  }, seen: units });
  const known = /* @__PURE__ */ new Map();
  const fields = () => parts.flatMap((part) => part.fields);
  return {
    fields,
    keyOf: (labelled, unitName = "") => {
      const row = [];
      for (const { fill } of parts) fill(labelled, row);
      if (unit !== null) row[unit.index] = unitName;
      const values2 = Array.from(row, (value) => value ?? "");
      while (values2.at(-1) === "") values2.pop();
      const identity = JSON.stringify(values2);
      const found = known.get(identity);
      if (found !== void 0) return found;
      for (const {
        seen,
        fields: [field]
      } of parts) {
        const value = field === void 0 ? "" : values2[field.index] ?? "";
        if (seen !== null && !seen.has(value)) seen.set(value, seen.size);
      }
      const key = { values: values2 };
      known.set(identity, key);
      return key;
    },
    compare: (a, b) => {
      for (const field of fields()) {
        const [x, y] = [valueIn(a, field), valueIn(b, field)];
        if (x !== y) return field.order(x, y) || alpha(x, y);
      }
      return 0;
    }
  };
}
var firstSeen = (seen) => (a, b) => (seen.get(a) ?? 0) - (seen.get(b) ?? 0);
function partFor({ key, order, fixed, at, orderAt }, claimed, newField, error) {
  const isFixed = order === "fixed";
  const seen = order === "first" ? /* @__PURE__ */ new Map() : null;
  const by = isFixed ? firstSeen(new Map(fixed.map((value, i) => [value, i]))) : seen !== null ? firstSeen(seen) : namedOrders.get(order);
  if (by === void 0) throw error("an order is alpha, num or a list of values", orderAt);
  if (key === ".unit") throw error(".unit is only for --filter", at);
  if (key === "") throw error("a key is not empty", at);
  if (key === ".config") {
    if (isFixed) throw error(".config is several keys and has no list of values", orderAt);
    return config(claimed, newField, by);
  }
  const extract = extractor(key);
  if (isFixed) claimed.listed.push((labelled) => fixed.includes(extract(labelled)));
  const field = newField(key, by);
  if (key === ".fullname") {
    claimed.hasFullname = true;
    const fill2 = ({ result }, row) => {
      row[field.index] = nameWithout(result.name, claimed.name);
    };
    return { fields: [field], fill: fill2, seen };
  }
  const isOfName = key === ".name" || key.startsWith("/");
  (isOfName ? claimed.name : claimed.settings).add(key);
  const fill = (labelled, row) => {
    row[field.index] = extract(labelled);
  };
  return { fields: [field], fill, seen };
}
function config(claimed, newField, order) {
  claimed.hasConfig = true;
  const fields = [];
  const byName = /* @__PURE__ */ new Map();
  const fill = ({ result }, row) => {
    for (const [name, value] of result.settings) {
      if (claimed.settings.has(name)) continue;
      let field = byName.get(name);
      if (field === void 0) {
        field = newField(name, order);
        byName.set(name, field);
        fields.push(field);
      }
      row[field.index] = value;
    }
  };
  return { fields, fill, seen: null };
}

// src/compare/tables/build.ts
function buildTables(results, by, options) {
  const tables = /* @__PURE__ */ new Map();
  let last = null;
  for (const labelled of results) {
    const place = last !== null && isAlike(labelled, last.of) ? last.place : placeOf(labelled, by);
    last = { of: labelled, place };
    for (const { unit, value } of labelled.result.values) {
      const tableKey = entry(place.tables, unit, () => by.table.keyOf(labelled, unit));
      const table = entry(tables, tableKey, () => /* @__PURE__ */ new Map());
      const cells = entry(table, place.row, () => /* @__PURE__ */ new Map());
      const cell = entry(cells, place.col, () => ({ samples: [], rest: /* @__PURE__ */ new Set() }));
      cell.samples.push(value);
      cell.rest.add(place.rest);
    }
  }
  return [...tables.keys()].sort(by.table.compare).map((key) => finish(key, tables.get(key) ?? /* @__PURE__ */ new Map(), by, options));
}
var placeOf = (labelled, by) => ({
  row: by.row.keyOf(labelled),
  col: by.col.keyOf(labelled),
  rest: by.rest.keyOf(labelled),
  tables: /* @__PURE__ */ new Map()
});
var isAlike = (a, b) => a.file === b.file && a.result.name === b.result.name && a.result.settings === b.result.settings;
function entry(map, key, make) {
  let value = map.get(key);
  if (value === void 0) {
    value = make();
    map.set(key, value);
  }
  return value;
}
function finish(key, table, by, options) {
  const fields = by.table.fields();
  const unit = fields.at(-1);
  const columns = [...new Set([...table.values()].flatMap((row) => [...row.keys()]))];
  columns.sort(by.col.compare);
  const unitName = unit === void 0 ? "" : valueIn(key, unit);
  return {
    settings: fields.slice(0, -1).map((field) => ({ name: field.name, value: valueIn(key, field) })),
    unit: unitName,
    columns: columns.map((item) => by.col.fields().map((field) => valueIn(item, field))),
    rows: [...table.keys()].sort(by.row.compare).map((row) => {
      const cells = columns.map((col) => table.get(row)?.get(col) ?? null);
      return { name: textOfKey(row, by.row), cells: rowCells(cells, unitName, by, options) };
    })
  };
}
function rowCells(cells, unit, by, options) {
  const declared = options.exact.has(unit);
  const series = cells.map((cell) => cell === null ? null : seriesOf(cell, unit, declared));
  const there = series.filter((item) => item !== null);
  const [first] = series;
  const scale = scaleOf(there);
  const isExact = (item) => declared || first !== null && first !== void 0 && exactly([first], [item], options.test === "mann-whitney") !== null;
  const centre = (item) => {
    if (isExact(item)) return commonest([item]);
    if (options.test === "mann-whitney") return median(item.samples);
    return scale === "log" ? geometricMean(item.samples) : mean(item.samples);
  };
  return cells.map((cell, i) => {
    const item = series[i];
    if (cell === null || item === null || item === void 0) return null;
    const exact = isExact(item);
    return {
      center: centre(item),
      n: item.samples.length,
      plusMinus: plusMinus(item, options.test, exact),
      notes: [...varying(cell, by), ...aboutSide(item, options.test, exact)],
      versus: i === 0 || first === null || first === void 0 ? null : against(first, item, centre(first), exact, options)
    };
  });
}
function seriesOf({ samples }, unit, exact) {
  const sorted = samples.toSorted((a, b) => a - b);
  return { package: "", benchmark: "", unit, better: "unknown", exact, samples: sorted };
}
function against(base, head, center, exact, options) {
  const n = base.samples.length;
  if (exact) return { test: "exact", p: null, center, n, notes: [] };
  const { test, alpha: alpha2 } = options;
  const { p } = sampleLevel(base.samples, head.samples, {
    scale: scaleOf([base, head]),
    ...{ test, alpha: alpha2, lowerIsBetter: true }
  });
  return { test, p, center, n, notes: aboutTest({ p }, base, head, options) };
}
function varying({ rest }, by) {
  const [first, ...others] = rest;
  if (first === void 0 || others.length === 0) return [];
  const names = by.rest.fields().filter((field) => others.some((key) => valueIn(key, field) !== valueIn(first, field))).map(({ name }) => name);
  return names.length === 0 ? [] : [`benchmarks vary in ${names.join(", ")}`];
}

// src/compare/tables/filter.ts
init_define_FLAMEGATE_PAGE();
async function parseFilter(text) {
  const query = await queryOf(scanner("--filter", text));
  return (labelled) => {
    const match = query(labelled);
    if (typeof match === "boolean") return match ? labelled : null;
    const values2 = labelled.result.values.filter((_, i) => match[i]);
    return values2.length === 0 ? null : { ...labelled, result: { ...labelled.result, values: values2 } };
  };
}
async function queryOf(scan) {
  const { RE2JS, RE2JSException } = await import("./chunk-build-KYL7ZAC4.js");
  const matcher = (token) => {
    if (token.kind === "word") return (value) => value === token.text;
    try {
      const expression = RE2JS.compile(token.text);
      return (value) => expression.matcher(value).find();
    } catch (problem) {
      if (problem instanceof RE2JSException) throw scan.error(problem.message, token.at);
      throw problem;
    }
  };
  const any = () => {
    const terms = [all()];
    while (scan.peek().kind === "OR") {
      scan.take();
      terms.push(all());
    }
    return either(terms);
  };
  const all = () => {
    const terms = [one()];
    for (; ; ) {
      const next = scan.peek();
      if (next.kind === "AND") scan.take();
      else if ([")", "OR", "end"].includes(next.kind)) return both(terms);
      else if (["(", "-", "*", "word"].includes(next.kind)) terms.push(one());
      else throw scan.error("unexpected", next.at);
    }
  };
  const one = () => {
    const token = scan.take();
    switch (token.kind) {
      case "(": {
        const inner = any();
        const end2 = scan.take();
        if (end2.kind !== ")") throw scan.error("missing )", end2.at);
        return inner;
      }
      case "-":
        return not(one());
      case "*":
        return both([]);
      case "word":
        if (scan.take().kind !== ":") throw scan.error("expected key:value", token.at);
        return keyed(token, listed(scan, token, matcher), scan);
      default:
        throw scan.error("expected key:value or an expression in parentheses", token.at);
    }
  };
  const query = any();
  const end = scan.peek();
  if (end.kind !== "end") throw scan.error("unexpected", end.at);
  return query;
}
function listed(scan, key, matcher) {
  const isValue = ({ kind }) => kind === "word" || kind === "regexp";
  const first = scan.take(true);
  if (isValue(first)) return [matcher(first)];
  if (first.kind !== "(") throw scan.error("expected key:value", key.at);
  const found = [];
  for (; ; ) {
    const value = scan.take(true);
    if (!isValue(value)) throw scan.error("expected a value", value.at);
    found.push(matcher(value));
    const next = scan.take(true);
    if (next.kind === ")") return found;
    if (next.kind !== "OR") throw scan.error("values of a list have OR between them", next.at);
  }
}
function keyed({ text: key, at }, values2, scan) {
  const isOneOf = (value) => values2.some((matches) => matches(value));
  if (key === ".unit") {
    return ({ result }) => result.values.map((resultValue) => isOneOf(resultValue.unit) || isOneOf(resultValue.given));
  }
  if (key === ".config") throw scan.error(".config is only for --table, --row and --col", at);
  if (key === "") throw scan.error("a key is not empty", at);
  const extract = extractor(key);
  return (labelled) => isOneOf(extract(labelled));
}
var not = (query) => (labelled) => {
  const match = query(labelled);
  return typeof match === "boolean" ? !match : match.map((is) => !is);
};
var both = (queries) => (labelled) => {
  let match = true;
  for (const query of queries) {
    const other = query(labelled);
    if (other === false) return false;
    match = joined(match, other, (a, b) => a && b);
  }
  return match;
};
var either = (queries) => (labelled) => {
  let match = false;
  for (const query of queries) {
    const other = query(labelled);
    if (other === true) return true;
    match = joined(match, other, (a, b) => a || b);
  }
  return match;
};
function joined(a, b, join) {
  if (typeof a === "boolean") return b;
  if (typeof b === "boolean") return a;
  return a.map((is, i) => join(is, b[i] ?? false));
}

// src/formats/benchmarks/results.ts
init_define_FLAMEGATE_PAGE();
async function readResults(inputs, options = {}) {
  const results = [];
  const units = [];
  const exact = /* @__PURE__ */ new Set();
  const readers = new Map([
    ...await readersFor(inputs, options),
    ["go", (input) => readGoResults(input, (result) => results.push(result))]
  ]);
  const warnings = readSets(readers, inputs, options, (_, reading) => {
    units.push(...reading.units ?? []);
    for (const record of reading.records) {
      results.push(resultOf(record, reading.environment));
      for (const { unit, exact: isExact } of record.metrics) {
        if (isExact === true) exact.add(tidy(unit).unit);
      }
    }
    return [];
  });
  return { results, units, exact, warnings };
}
function resultOf(record, environment) {
  return {
    name: record.name,
    settings: new Map([
      ...[...environment].map(([key, { value }]) => [key, value]),
      ...record.package === void 0 || record.package === "" ? [] : [["pkg", record.package]],
      ...record.settings ?? []
    ]),
    values: record.metrics.flatMap(({ unit: given, samples }) => {
      const { unit, factor } = tidy(given);
      return samples.map((sample) => ({ unit, given, value: sample * factor }));
    })
  };
}

// src/flow/tabulate.ts
async function tabulate(inputs, choice, config2, format) {
  const { filter = "*", table = ".config", row = ".fullname", col = ".file", ignore = "" } = choice;
  const matching = await parseFilter(filter);
  const by = projections({ table, row, col, ignore });
  const warnings = [];
  const assumed = /* @__PURE__ */ new Map();
  const counted = /* @__PURE__ */ new Set();
  const kept = [];
  for (const { label, files } of inputs) {
    refuseTwins(files);
    const read = await readResults(files, { format });
    warnings.push(...read.warnings);
    for (const unit of read.exact) counted.add(unit);
    for (const { unit, key, value } of read.units) {
      if (key === "assume" && !assumed.has(unit)) assumed.set(unit, value);
    }
    for (const result of read.results) {
      const labelled = matching({ file: label, result });
      if (labelled !== null && by.isListed(labelled)) kept.push(labelled);
    }
  }
  if (kept.length === 0) {
    const lists = [filter === "*" ? "" : `--filter ${filter}`, listing(choice)];
    throw new InputError(
      `no result is left: none matches ${lists.filter((text) => text !== "").join(" and ")}`
    );
  }
  const exact = /* @__PURE__ */ new Set([
    ...counted,
    ...[...assumed].flatMap(([text, as]) => as === "exact" ? [text] : [])
  ]);
  const tables = buildTables(kept, by, { test: config2.test, alpha: config2.alpha, exact });
  const doubt = machineDoubt(kept, tables, config2);
  return { tables, warnings: doubt === null ? warnings : [...warnings, doubt] };
}
var listing = ({ table, row, col, ignore }) => Object.entries({ table, row, col, ignore }).flatMap(([name, text]) => text?.includes("(") === true ? [`--${name} ${text}`] : []).join(" and ");
function machineDoubt(results, tables, config2) {
  const isCompared = tables.some(({ columns }) => columns.length > 1);
  const isNamed = ({ result: { settings } }) => settings.has("cpu") || settings.has("machine");
  if (!isCompared || config2.runner === "dedicated" || !config2.match.includes("cpu")) return null;
  if (results.every(isNamed)) return null;
  const message = "not every result names the machine that measured it (one machine? --runner dedicated says so): a difference may come from the machine";
  return { kind: "machine", message };
}

// src/entry/cli/tabulate.ts
async function tablesCommand(sides, flags, config2) {
  const inputs = sides.map((side) => ({ label: side.label, files: benchmarksOf(side) }));
  if (sides.some(({ files }) => files.profiles.length > 0)) {
    process.stderr.write("flamegate: profiles are compared of two sides, and not shown here\n");
  }
  const made = await tablesOf(inputs, flags, config2);
  await emitReports(
    flags,
    made,
    sides.flatMap(({ files }) => [...inputsOf(files)])
  );
  return 0;
}
async function twoSidesCsv(sides, flags, config2) {
  const inputs = sides.map((side) => ({ label: side.label, files: benchmarksOf(side) }));
  return (await tablesOf(inputs, flags, config2))({ format: "benchstat-csv", output: void 0 });
}
async function tablesOf(inputs, flags, config2) {
  const { tables, warnings } = await tabulate(inputs, choiceOf(flags), config2, flags.formatIn);
  const isUnknown = ({ kind }) => kind === "machine";
  for (const line of warningLines(warnings.filter(isUnknown))) {
    process.stderr.write(`${logLine(line)}
`);
  }
  const told = warnings.filter((warning) => !isUnknown(warning));
  return async ({ format }) => {
    if (format === "benchstat-csv") {
      const { csv, notes } = (await import("./chunk-benchcsv-TLDTHYPT.js")).tablesCsv(
        tables,
        config2.alpha
      );
      for (const line of [...warningLines(told).map((text) => logLine(text)), ...notes]) {
        process.stderr.write(`${line}
`);
      }
      return csv;
    }
    if (format !== "text") throw ofTwoSides(format);
    return (await import("./chunk-benchtables-AQPH2PO5.js")).tablesText(tables, config2.alpha, told);
  };
}
function choiceOf({ table, row, col, ignore, filter }) {
  return {
    ...table === void 0 ? {} : { table },
    ...row === void 0 ? {} : { row },
    ...col === void 0 ? {} : { col },
    ...ignore === void 0 ? {} : { ignore },
    ...filter === void 0 ? {} : { filter }
  };
}
var ofTwoSides = (format) => new InputError(
  `--format ${format} is of two files side by side: name two, or take --format text or benchstat-csv here`
);
function benchmarksOf({ label, files }) {
  if (files.benchmarks.length > 0) return files.benchmarks;
  throw new InputError(
    `${label} holds profiles: tables are of benchmark output. \`flamegate top\` shows one profile, \`flamegate diff\` compares two`
  );
}
export {
  tablesCommand,
  twoSidesCsv
};
