import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  chooseSampleType,
  framesOf,
  functionTable,
  mergeTables,
  readWholeProfile
} from "./chunk-chunk-MS7BYKXI.js";
import "./chunk-chunk-7W66SIQ6.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-4ODYDUX2.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-Z4IIDTO4.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import {
  InputError
} from "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";

// src/profile/peek.ts
function peekProfile(profile, matches, options = {}) {
  const table = functionTable(profile, options);
  const type = chooseSampleType(profile, options.sampleType);
  const frames = framesOf(profile, options.inlines ?? true, options.granularity ?? "functions");
  const { start, site, siteRow, rowNames } = frames;
  const isMatch = Uint8Array.from(rowNames, (name) => matches(name) ? 1 : 0);
  const { count, locationStart, locations, values } = profile.samples;
  const types = profile.sampleTypes.length;
  const found = /* @__PURE__ */ new Map();
  for (let s = 0; s < count; s++) {
    const value = values[s * types + type];
    if (value === 0) continue;
    let caller = -1;
    for (let i = locationStart[s + 1] - 1; i >= locationStart[s]; i--) {
      const location = locations[i];
      for (let k = start[location + 1] - 1; k >= start[location]; k--) {
        const callee = siteRow[site[k]];
        if (caller >= 0 && caller !== callee && (isMatch[caller] || isMatch[callee])) {
          const key = caller * rowNames.length + callee;
          const calls2 = found.get(key) ?? { value: 0, last: -1 };
          if (calls2.last !== s) calls2.value += value;
          calls2.last = s;
          found.set(key, calls2);
        }
        caller = callee;
      }
    }
  }
  const calls = Array.from(found, ([key, { value }]) => ({
    caller: rowNames[Math.floor(key / rowNames.length)],
    callee: rowNames[key % rowNames.length],
    value
  }));
  return { table, calls };
}
function mergePeeks(peeks) {
  const table = mergeTables(peeks.map((peek) => peek.table));
  const sums = /* @__PURE__ */ new Map();
  for (const { calls } of peeks) {
    for (const call of calls) {
      const key = JSON.stringify([call.caller, call.callee]);
      const sum = sums.get(key);
      sums.set(key, sum === void 0 ? call : { ...sum, value: sum.value + call.value });
    }
  }
  return { table, calls: [...sums.values()] };
}

// src/entry/cli/peek.ts
async function peekReport(before, after, expression, options) {
  const matches = await expressionTest(expression);
  const [base, head] = [
    await peekAll(before, matches, options),
    await peekAll(after, matches, options)
  ];
  const { peekText } = await import("./chunk-peektext-UJ2ICAYA.js");
  const parts = [];
  for (const [kind, now] of head) {
    const old = base.get(kind);
    if (old === void 0) continue;
    const functions = peeked(old, now, matches);
    if (functions.length > 0) parts.push(peekText(functions, now.table.sampleType));
  }
  if (parts.length > 0) return parts.join("\n");
  throw new InputError(
    `--peek ${JSON.stringify(expression)} matches no function of these profiles`
  );
}
async function expressionTest(expression) {
  const { RE2JS, RE2JSException } = await import("./chunk-build-QGE2AHCV.js");
  try {
    const compiled = RE2JS.compile(expression);
    return (name) => compiled.test(name);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw new InputError(`--peek ${JSON.stringify(expression)}: ${error.message} (as in Go, RE2)`);
  }
}
async function peekAll(profiles, matches, options) {
  const kinds = /* @__PURE__ */ new Map();
  for (const input of profiles) {
    const peek = peekProfile(await readWholeProfile(input, options), matches, options);
    const { type, unit } = peek.table.sampleType;
    const kind = `${type}
${unit}`;
    const peeks = kinds.get(kind);
    if (peeks === void 0) kinds.set(kind, [peek]);
    else peeks.push(peek);
  }
  return new Map([...kinds].map(([kind, peeks]) => [kind, mergePeeks(peeks)]));
}
function peeked(base, head, matches) {
  const rows = new Map(
    [...base.table.functions, ...head.table.functions].map((row) => [row.name, row])
  );
  const [baseOf, headOf] = [sideOf(base), sideOf(head)];
  const functions = [...rows.values()].filter(({ name }) => matches(name)).map((row) => ({ function: row, base: baseOf(row.name), head: headOf(row.name) }));
  const change = ({ base: old, head: now }) => Math.abs(now.cum / (now.total || 1) - old.cum / (old.total || 1));
  return functions.toSorted((a, b) => change(b) - change(a));
}
function sideOf({ table, calls }) {
  const rows = new Map(table.functions.map((row) => [row.name, row]));
  const callers = /* @__PURE__ */ new Map();
  const callees = /* @__PURE__ */ new Map();
  const add = (to, name, other, value) => {
    const calls2 = to.get(name);
    if (calls2 === void 0) to.set(name, /* @__PURE__ */ new Map([[other, value]]));
    else calls2.set(other, value);
  };
  for (const { caller, callee, value } of calls) {
    add(callers, callee, caller, value);
    add(callees, caller, callee, value);
  }
  return (name) => {
    const { flat = 0, cum = 0 } = rows.get(name) ?? {};
    return {
      total: table.total,
      flat,
      cum,
      callers: callers.get(name) ?? /* @__PURE__ */ new Map(),
      callees: callees.get(name) ?? /* @__PURE__ */ new Map()
    };
  };
}
export {
  peekReport,
  peeked
};
