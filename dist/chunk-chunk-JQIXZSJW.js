import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  largestFirst
} from "./chunk-chunk-VKMI2SIL.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/peek.ts
init_define_FLAMEGATE_PAGE();

// src/profile/peek.ts
init_define_FLAMEGATE_PAGE();
function peek(stacks, matches) {
  const { functions, parent, call, self, total } = stacks;
  const isMatch = Uint8Array.from(functions, ({ name: name2 }) => matches(name2) ? 1 : 0);
  const below = costWithCallees(stacks);
  const flat = new Float64Array(functions.length);
  const cum = new Float64Array(functions.length);
  const found = /* @__PURE__ */ new Map();
  const isAmong = (node, is) => {
    let number = node;
    while (number >= 0 && !is(number)) number = at(parent, number);
    return number >= 0;
  };
  for (let n = 0; n < call.length; n++) {
    const callee = at(call, n);
    const above = at(parent, n);
    if (isMatch[callee] === 1) {
      flat[callee] = at(flat, callee) + at(self, n);
      const isCounted2 = isAmong(above, (number) => call[number] === callee);
      if (!isCounted2) cum[callee] = at(cum, callee) + at(below, n);
    }
    const caller = above < 0 ? callee : at(call, above);
    if (caller === callee || isMatch[caller] !== 1 && isMatch[callee] !== 1) continue;
    const key = caller * functions.length + callee;
    const isCounted = isAmong(
      above,
      (number) => call[number] === callee && at(parent, number) >= 0 && call[at(parent, number)] === caller
    );
    found.set(key, (found.get(key) ?? 0) + (isCounted ? 0 : at(below, n)));
  }
  const name = (number) => functions[number]?.name ?? "";
  const names = functions.map((row) => row.name);
  return {
    total,
    functions: Array.from(largestFirst(flat, names)).flatMap((number) => {
      const row = {
        ...functions[number],
        flat: at(flat, number),
        cum: at(cum, number)
      };
      return isMatch[number] === 1 && (row.flat !== 0 || row.cum !== 0) ? [row] : [];
    }),
    calls: Array.from(found, ([key, value]) => ({
      caller: name(Math.floor(key / functions.length)),
      callee: name(key % functions.length),
      value
    }))
  };
}
var at = (column, index) => column[index];
function costWithCallees({ parent, self }) {
  const below = Float64Array.from(self);
  for (let n = below.length - 1; n >= 0; n--) {
    const above = at(parent, n);
    if (above >= 0) below[above] = at(below, above) + at(below, n);
  }
  return below;
}

// src/entry/cli/peek.ts
async function peekReport(evidence, expression) {
  const matches = await expressionTest(expression);
  const { peekText } = await import("./chunk-peektext-64HWPI7Y.js");
  const parts = [];
  for (const kind of evidence.profiles) {
    const [base, head] = [await kind.base(), await kind.head()];
    if (base === null || head === null) continue;
    const functions = peeked(peek(base, matches), peek(head, matches));
    if (functions.length > 0) parts.push(peekText(functions, kind.sampleType));
  }
  if (parts.length > 0) return parts.join("\n");
  throw new InputError(
    `--peek ${JSON.stringify(expression)} matches no function of these profiles`
  );
}
async function expressionTest(expression) {
  const { RE2JS, RE2JSException } = await import("./chunk-build-KYL7ZAC4.js");
  try {
    const compiled = RE2JS.compile(expression);
    return (name) => compiled.test(name);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw new InputError(`--peek ${JSON.stringify(expression)}: ${error.message} (as in Go, RE2)`);
  }
}
function peeked(base, head) {
  const rows = new Map([...base.functions, ...head.functions].map((row) => [row.name, row]));
  const [baseOf, headOf] = [sideOf(base), sideOf(head)];
  const functions = [...rows.values()].map((row) => ({
    function: row,
    base: baseOf(row.name),
    head: headOf(row.name)
  }));
  const change = ({ base: old, head: now }) => Math.abs(now.cum / (now.total || 1) - old.cum / (old.total || 1));
  return functions.toSorted((a, b) => change(b) - change(a));
}
function sideOf({ total, functions, calls }) {
  const rows = new Map(functions.map((row) => [row.name, row]));
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
      total,
      flat,
      cum,
      callers: callers.get(name) ?? /* @__PURE__ */ new Map(),
      callees: callees.get(name) ?? /* @__PURE__ */ new Map()
    };
  };
}

export {
  peek,
  costWithCallees,
  peekReport,
  peeked
};
