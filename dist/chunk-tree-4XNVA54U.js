import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  peekText
} from "./chunk-chunk-CUJ6Q3FI.js";
import {
  costWithCallees,
  peek,
  peeked
} from "./chunk-chunk-JQIXZSJW.js";
import {
  readSeen
} from "./chunk-chunk-A7VDOM55.js";
import {
  chosenRows,
  shownFunctions
} from "./chunk-chunk-RJL3R2SR.js";
import "./chunk-chunk-KDSKOOQQ.js";
import "./chunk-chunk-SXPVU2JQ.js";
import {
  profilePercent
} from "./chunk-chunk-RKOIVFBX.js";
import {
  mergeStacks,
  stacksOf
} from "./chunk-chunk-QQJQBLUE.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-WQKUTA3A.js";
import "./chunk-chunk-F2QYVI5H.js";
import "./chunk-chunk-RL7XGZTW.js";
import "./chunk-chunk-NTMR7OSE.js";
import "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import "./chunk-chunk-ZY32PDO3.js";
import {
  logName
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-MVRN3XQO.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/tree.ts
init_define_FLAMEGATE_PAGE();

// src/profile/graph.ts
init_define_FLAMEGATE_PAGE();
function callsAmong(stacks, isChosen) {
  const { functions, parent, call } = stacks;
  const chosen = functions.map(({ name: name2 }) => isChosen(name2));
  const below = costWithCallees(stacks);
  const nearest = new Int32Array(call.length);
  const above = (node) => {
    const up = parent[node];
    return up < 0 ? -1 : nearest[up];
  };
  const functionOf = (node) => call[node];
  const found = /* @__PURE__ */ new Map();
  for (let n = 0; n < call.length; n++) {
    const callee = functionOf(n);
    const from = above(n);
    nearest[n] = chosen[callee] === true ? n : from;
    if (chosen[callee] !== true || from < 0 || functionOf(from) === callee) continue;
    const caller = functionOf(from);
    let is = from;
    while (is >= 0) {
      const up = above(is);
      if (functionOf(is) === callee && up >= 0 && functionOf(up) === caller) break;
      is = up;
    }
    const key = caller * functions.length + callee;
    found.set(key, (found.get(key) ?? 0) + (is >= 0 ? 0 : below[n]));
  }
  const name = (number) => functions[number]?.name ?? "";
  return Array.from(found, ([key, value]) => ({
    caller: name(Math.floor(key / functions.length)),
    callee: name(key % functions.length),
    value
  }));
}

// src/report/treetext.ts
init_define_FLAMEGATE_PAGE();
var MOST = 80;
var LEAST_CALL = 1e-3;
var NAME_WIDTH = 200;
var LINE = "----------------------------------------------------------+-------------";
var LEGEND = "      flat  flat%   sum%        cum   cum%   calls calls% + context 	 	 ";
function treeText(table, callsOf, view = {}) {
  const { nodeCount = MOST } = view;
  const { rows, value, heading, flatSum } = chosenRows(table, { ...view, nodeCount });
  const least = Math.abs(Math.trunc(flatSum * LEAST_CALL));
  const callers = /* @__PURE__ */ new Map();
  const callees = /* @__PURE__ */ new Map();
  for (const call of callsOf(new Set(rows.map(({ name }) => name)))) {
    if (Math.abs(call.value) < least) continue;
    addTo(callers, call.callee, call);
    addTo(callees, call.caller, call);
  }
  const other = (call, name, cum) => `${value(call.value).padStart(50)} ${profilePercent(call.value, cum)} |   ${logName(name, NAME_WIDTH)}`;
  const lines = [...heading, LINE, LEGEND];
  let sum = 0;
  for (const { name, flat, cum } of rows) {
    sum += flat;
    const share = (amount) => profilePercent(amount, table.total);
    lines.push(
      LINE,
      ...largest(callers.get(name)).map((call) => other(call, call.caller, cum)),
      `${value(flat).padStart(10)} ${share(flat)} ${share(sum)} ${value(cum).padStart(10)} ${share(cum)}                | ${logName(name, NAME_WIDTH)}`,
      ...largest(callees.get(name)).map((call) => other(call, call.callee, cum))
    );
  }
  if (rows.length > 0) lines.push(LINE);
  return `${lines.join("\n")}
`;
}
function addTo(calls, name, call) {
  const known = calls.get(name);
  if (known === void 0) calls.set(name, [call]);
  else known.push(call);
}
var largest = (calls = []) => calls.toSorted(
  (a, b) => Math.abs(b.value) - Math.abs(a.value) || byName(a.caller, b.caller) || byName(a.callee, b.callee)
);
var byName = (a, b) => a < b ? -1 : a > b ? 1 : 0;

// src/entry/cli/tree.ts
async function topTrees(tables, files, options, view) {
  const read = [];
  for (const file of files) {
    const { profile, slices } = await readSeen(file, options);
    read.push(...stacksOf(profile, options, slices));
  }
  return tables.map((table) => {
    const [first, ...others] = read.filter(({ slice }) => slice === table.slice);
    if (first === void 0) throw new TypeError("a profile that has a table has no stacks");
    const stacks = mergeStacks([first, ...others]);
    return treeText(table, (names) => callsAmong(stacks, (name) => names.has(name)), view);
  }).join("\n");
}
var MOST2 = 80;
var LEAST_CALL2 = 1e-3;
async function diffTrees({ profiles }, evidence, view) {
  if (profiles.length === 0) throw new InputError("--tree is for profiles");
  const parts = [];
  for (const compared of profiles) {
    const kind = evidence.profiles.find(
      ({ sampleType, slice }) => sampleType.type === compared.sampleType.type && sampleType.unit === compared.sampleType.unit && slice === compared.slice
    );
    const [base, head] = [await kind?.base(), await kind?.head()];
    if (!base || !head) continue;
    const chosen = shownFunctions(compared, { nodeCount: MOST2, ...view });
    const order = new Map(
      chosen.flatMap(
        ({ name, formerName }, i) => [name, formerName ?? name].map((text) => [text, i])
      )
    );
    const functions = peeked(
      peek(base, (name) => order.has(name)),
      peek(head, (name) => order.has(name))
    ).toSorted((a, b) => (order.get(a.function.name) ?? 0) - (order.get(b.function.name) ?? 0));
    parts.push(peekText(functions.map(withoutSmall), compared.sampleType));
  }
  return parts.join("\n");
}
function withoutSmall(peekedFunction) {
  const { base, head } = peekedFunction;
  const isLarge = (which) => (name) => [base, head].some(
    (side) => Math.abs(side[which].get(name) ?? 0) >= LEAST_CALL2 * Math.abs(side.total)
  );
  const cut = (side, which) => new Map([...side[which]].filter(([name]) => isLarge(which)(name)));
  const both = (side) => ({
    ...side,
    callers: cut(side, "callers"),
    callees: cut(side, "callees")
  });
  return { ...peekedFunction, base: both(base), head: both(head) };
}
export {
  diffTrees,
  topTrees
};
