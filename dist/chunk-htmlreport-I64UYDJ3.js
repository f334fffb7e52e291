import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  tagTotals
} from "./chunk-chunk-FHBJEKKJ.js";
import "./chunk-chunk-RL7XGZTW.js";
import {
  environmentSentence,
  shortCommit,
  sourceSentences,
  warningLines
} from "./chunk-chunk-6OBLDVWQ.js";
import {
  benchmarkNames
} from "./chunk-chunk-XDSCW632.js";
import {
  functionWords,
  inOrder,
  isExact,
  reasonAndCost,
  reasonAndNotes,
  verdictAndSight
} from "./chunk-chunk-NTMR7OSE.js";
import {
  change,
  plural
} from "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import {
  quantity,
  rowScale
} from "./chunk-chunk-ZY32PDO3.js";
import {
  htmlText,
  jsonInHtml,
  pageText
} from "./chunk-chunk-3KXZIELT.js";
import {
  isRuntimeCode
} from "./chunk-chunk-AGY4ZXIW.js";
import "./chunk-chunk-EFJZRIPC.js";
import "./chunk-chunk-BMY7VOPR.js";
import "./chunk-chunk-VWHO4UYV.js";
import "./chunk-chunk-2NZK6ZYN.js";
import {
  typeKey
} from "./chunk-chunk-ETXR6ESQ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  define_FLAMEGATE_PAGE_default,
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/htmlreport.ts
init_define_FLAMEGATE_PAGE();

// src/page/built.ts
init_define_FLAMEGATE_PAGE();
var page = define_FLAMEGATE_PAGE_default;

// src/profile/calltree.ts
init_define_FLAMEGATE_PAGE();

// src/profile/tree.ts
init_define_FLAMEGATE_PAGE();
var odd = () => 2 * Math.floor(Math.random() * 2 ** 30) + 1;
var [OF_PARENT, OF_FRAME] = [odd(), odd()];
function newTree(capacity = 1024) {
  const size = 2 ** Math.ceil(Math.log2(Math.max(capacity, 16)));
  const frame = new Int32Array(size);
  frame[0] = -1;
  return {
    count: 1,
    parent: new Int32Array(size),
    frame,
    base: new Float64Array(size),
    head: new Float64Array(size),
    table: new Int32Array(2 * size)
  };
}
function childOf(tree, node, frame) {
  let at = slotOf(tree, node, frame);
  const found = tree.table[at];
  if (found > 0) return found;
  if (tree.count === tree.parent.length) {
    grow(tree);
    at = slotOf(tree, node, frame);
  }
  const made = tree.count++;
  tree.parent[made] = node;
  tree.frame[made] = frame;
  tree.table[at] = made;
  return made;
}
function slotOf({ table, parent, frame: frames }, node, frame) {
  const mask = table.length - 1;
  const mixed = Math.imul(node, OF_PARENT) ^ Math.imul(frame + 1, OF_FRAME);
  let at = (mixed ^ mixed >>> 15) & mask;
  for (; ; ) {
    const found = table[at];
    if (found === 0 || parent[found] === node && frames[found] === frame) return at;
    at = at + 1 & mask;
  }
}
function grow(tree) {
  const size = 2 * tree.parent.length;
  tree.parent = larger(tree.parent, new Int32Array(size));
  tree.frame = larger(tree.frame, new Int32Array(size));
  tree.base = larger(tree.base, new Float64Array(size));
  tree.head = larger(tree.head, new Float64Array(size));
  tree.table = new Int32Array(2 * size);
  for (let node = 1; node < tree.count; node++) {
    const at = slotOf(tree, tree.parent[node], tree.frame[node]);
    tree.table[at] = node;
  }
}
function larger(old, room) {
  room.set(old);
  return room;
}
function finishTree(draft, rank) {
  const { count } = draft;
  const next = new Int32Array(count).fill(-1);
  const first = new Int32Array(count).fill(-1);
  for (const node2 of byRankFalling(draft, rank)) {
    const parent = draft.parent[node2];
    next[node2] = first[parent];
    first[parent] = node2;
  }
  const tree = {
    parent: new Int32Array(count),
    frame: new Int32Array(count),
    base: new Float64Array(count),
    head: new Float64Array(count)
  };
  const placed = new Int32Array(count);
  let at = 0;
  let node = 0;
  while (node >= 0) {
    placed[node] = at;
    tree.parent[at] = node === 0 ? -1 : placed[draft.parent[node]];
    tree.frame[at] = draft.frame[node];
    tree.base[at] = draft.base[node];
    tree.head[at] = draft.head[node];
    at++;
    if (first[node] >= 0) {
      node = first[node];
      continue;
    }
    while (node > 0 && next[node] < 0) node = draft.parent[node];
    node = node === 0 ? -1 : next[node];
  }
  return tree;
}
function byRankFalling({ count, frame }, rank) {
  const starts = new Int32Array(rank.length + 1);
  const rankOf = (node) => rank[frame[node]];
  for (let node = 1; node < count; node++) {
    const place = rank.length - 1 - rankOf(node);
    starts[place + 1] = starts[place + 1] + 1;
  }
  for (let i = 0; i < rank.length; i++) {
    starts[i + 1] = starts[i + 1] + starts[i];
  }
  const sorted = new Int32Array(count - 1);
  for (let node = 1; node < count; node++) {
    const place = rank.length - 1 - rankOf(node);
    const at = starts[place];
    sorted[at] = node;
    starts[place] = at + 1;
  }
  return sorted;
}

// src/profile/calltree.ts
function callTree(base, head) {
  const draft = newTree((base?.parent.length ?? 0) + (head?.parent.length ?? 0));
  const functions = [];
  const known = /* @__PURE__ */ new Map();
  for (const [side, stacks] of [["head", head], ["base", base]]) {
    if (stacks === null) continue;
    const numbers = Int32Array.from(stacks.functions, ({ name: name2, file, line }) => {
      const found = known.get(name2);
      if (found !== void 0) return found;
      known.set(name2, functions.length);
      return functions.push({ name: name2, file, line, isRuntime: isRuntimeCode(name2, file) }) - 1;
    });
    addSide(draft, side, stacks, numbers);
  }
  const order = functions.map((_, f) => f);
  const name = (f) => functions[f]?.name ?? "";
  order.sort((a, b) => name(a) < name(b) ? -1 : 1);
  const rank = new Int32Array(order.length);
  for (const [at, f] of order.entries()) rank[f] = at;
  const tree = finishTree(draft, rank);
  return {
    tree: { ...tree, frame: tree.frame.map((f) => f < 0 ? f : rank[f]) },
    functions: order.map((f) => functions[f])
  };
}
function addSide(draft, side, { parent, call, self }, numbers) {
  const nodes = new Int32Array(parent.length);
  for (let n = 0; n < nodes.length; n++) {
    const above = parent[n];
    const under = above < 0 ? 0 : nodes[above];
    const node = childOf(draft, under, numbers[call[n]]);
    nodes[n] = node;
    const column = draft[side];
    column[node] = column[node] + self[n];
  }
}

// src/report/html.ts
init_define_FLAMEGATE_PAGE();
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
function html(data, { script, style }) {
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
  const title = htmlText(data.headline.map(({ text }) => text).join(""), 200);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} - flamegate</title>
<style>${style}</style>
</head>
<body>
<header class="top"><span class="brand">flamegate</span></header>
<main id="main">
<section class="verdict" data-verdict="${data.verdict}">
<h1>${data.headline.map(phrase).join("")}</h1>
${data.about.map((text) => `<p>${htmlText(text, 2e3)}</p>`).join("\n")}
<noscript><p>The tables and graphs of this report need JavaScript. It loads nothing from anywhere.</p></noscript>
</section>
</main>
${dataElement(data)}
<script type="module">${script}</script>
</body>
</html>
`;
}
function phrase({ text, isName, isStrong }) {
  const shown = htmlText(text, 1e3);
  const named = isName ? `<bdi>${shown}</bdi>` : shown;
  return isStrong ? `<b>${named}</b>` : named;
}
var hash = (text) => `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
function dataElement(data) {
  const plain = jsonInHtml(data);
  const json = JSON.stringify(data);
  const level = json.length > 4 << 20 ? 6 : 9;
  const packed = gzipSync(json, { level }).toString("base64");
  return packed.length < plain.length ? `<script type="text/plain" id="data">${packed}</script>` : `<script type="application/json" id="data">${plain}</script>`;
}

// src/report/page/data.ts
init_define_FLAMEGATE_PAGE();

// src/report/page/graph.ts
init_define_FLAMEGATE_PAGE();

// src/report/page/rows.ts
init_define_FLAMEGATE_PAGE();
function pageRows(comparisons, evidence, sides) {
  const name = benchmarkNames(comparisons);
  const ids = /* @__PURE__ */ new Set();
  return inOrder(comparisons).map((row) => {
    const { base, head } = evidence.samples(row);
    return pageRow(row, unused(ids, `${name(row)} ${row.unit}`), name(row), {
      base: pageRuns(base, sides.base),
      head: pageRuns(head, sides.head)
    });
  });
}
function pageRuns(runs, side) {
  const stored = runs.filter(({ round }) => round === null).toReversed();
  const rounds = runs.filter(({ round }) => round !== null);
  return [...stored, ...rounds].map(({ commit, round, samples }) => ({
    name: pageText(
      round !== null ? `round ${round}` : commit === "" ? side : shortCommit(commit),
      60
    ),
    samples,
    ...round === null ? {} : { round }
  }));
}
function unused(ids, wanted) {
  const short = pageText(wanted, 300);
  let id = short;
  for (let n = 2; ids.has(id); n++) id = `${short} (${n})`;
  ids.add(id);
  return id;
}
function pageRow(row, id, name, runs) {
  const { unit, base, head, delta, ci, better } = row;
  const centers = [base, head].flatMap((side) => side === null ? [] : [side.center]);
  const scale = rowScale(centers, unit, isExact(row));
  const text = (side) => side === null ? "-" : quantity(side.center, unit, scale);
  return {
    id,
    name: pageText(name),
    package: pageText(row.package),
    unit: pageText(unit, 60),
    isHigherBetter: better === "higher",
    before: base?.center ?? null,
    now: head?.center ?? null,
    beforeText: pageText(text(base), 80),
    nowText: pageText(text(head), 80),
    change: delta,
    interval: ci?.every(Number.isFinite) ? ci : null,
    changeText: base === null || head === null ? "-" : change(delta, ci),
    threshold: row.threshold,
    word: pageText(verdictAndSight(row), 120),
    tone: row.follows === null ? toneOf(row.verdict, row.blind) : "plain",
    reason: pageText(reasonAndNotes(row), 1e3),
    ...runs
  };
}
function toneOf(verdict, blind = false) {
  switch (verdict) {
    case "slower":
      return "worse";
    case "suspect":
      return "maybe";
    case "faster":
      return "better";
    case "missing":
    case "not-run":
      return "gone";
    default:
      return blind ? "maybe" : "plain";
  }
}

// src/report/page/graph.ts
var MOST_TAG_VALUES = 30;
function pageGraph(source) {
  const {
    sampleType,
    slice,
    tree: { tree, functions }
  } = source;
  const files = /* @__PURE__ */ new Map();
  const file = functions.map((treeFunction) => numberIn(files, treeFunction.file));
  const { words, word, reasons } = wordsOf(source);
  return {
    title: pageText(slice === void 0 ? sampleType.type : `${sampleType.type}, ${slice}`, 120),
    unit: pageText(sampleType.unit, 40),
    tested: source.functions.some(({ p }) => p !== null),
    note: source.unfolded === void 0 ? "" : unfoldedNote(source.unfolded),
    base: source.base,
    head: source.head,
    functions: {
      name: functions.map((treeFunction) => pageText(treeFunction.name)),
      file,
      line: functions.map((treeFunction) => treeFunction.line),
      runtime: functions.map((treeFunction) => treeFunction.isRuntime ? 1 : 0),
      word
    },
    files: [...files.keys()].map((name) => pageText(name, 500)),
    words,
    reasons,
    nodes: {
      depth: depths(tree.parent),
      frame: [...tree.frame.subarray(1)],
      base: numbersOf(tree.base),
      head: numbersOf(tree.head)
    },
    tags: source.tags === void 0 ? [] : pageTags(source.tags.base, source.tags.head)
  };
}
function unfoldedNote({ circles, rare, small }) {
  const cut = circles === 0 ? "" : `${plural(circles, "call")} back to a function above`;
  const few = small === 0 ? "" : `${plural(small, "call")} below 0.01 % of the total`;
  const left = [cut, few].filter((text) => text !== "").join(" and ");
  return [
    "This tree is put together from calls between pairs of functions: what a function takes itself is counted, and is shared out over its callers by what their calls of it took.",
    ...rare === 0 ? [] : [
      "What less than one in 100 operations calls (the start, a collector) begins a stack of its own."
    ],
    ...left === "" ? [] : [`Not followed: ${left}; their cost is in the frames that are shown.`]
  ].join(" ");
}
var numbersOf = (values) => Array.from(
  values.subarray(1),
  (value) => Number.isInteger(value) ? value : Number(value.toPrecision(6))
);
function numberIn(known, text) {
  const found = known.get(text);
  if (found !== void 0) return found;
  known.set(text, known.size);
  return known.size - 1;
}
function depths(parent) {
  const depth = new Int32Array(parent.length);
  depth[0] = -1;
  for (let node = 1; node < depth.length; node++) {
    depth[node] = depth[parent[node]] + 1;
  }
  return [...depth.subarray(1)];
}
function wordsOf({ tree: { functions }, functions: judged }) {
  const words = [{ text: "", tone: "plain" }];
  const known = /* @__PURE__ */ new Map();
  const ofName = /* @__PURE__ */ new Map();
  const why = /* @__PURE__ */ new Map();
  for (const row of judged) {
    if (row.p === null && row.verdict === "ok") continue;
    const text = row.verdict === "ok" ? "none" : functionWords(row);
    let at = known.get(text);
    if (at === void 0) {
      at = words.push({ text, tone: toneOf(row.verdict) }) - 1;
      known.set(text, at);
    }
    ofName.set(row.name, at);
    if (row.verdict !== "ok") why.set(row.name, pageText(reasonAndCost(row), 1e3));
  }
  const reasons = {};
  for (const [f, { name }] of functions.entries()) {
    const reason = why.get(name);
    if (reason !== void 0) reasons[f] = reason;
  }
  return { words, word: functions.map(({ name }) => ofName.get(name) ?? 0), reasons };
}
function pageTags(base, head) {
  return [.../* @__PURE__ */ new Set([...head.keys(), ...base.keys()])].map((key) => {
    const [before, now] = [base.get(key), head.get(key)];
    const values = [.../* @__PURE__ */ new Set([...now?.keys() ?? [], ...before?.keys() ?? []])].map((value) => ({ value, base: before?.get(value) ?? 0, head: now?.get(value) ?? 0 })).sort((a, b) => Math.max(b.base, b.head) - Math.max(a.base, a.head));
    return {
      key: pageText(key, 120),
      values: values.slice(0, MOST_TAG_VALUES).map((item) => ({ ...item, value: pageText(item.value, 200) })),
      more: Math.max(0, values.length - MOST_TAG_VALUES)
    };
  });
}

// src/report/page/data.ts
var gatePage = (verdict, evidence) => ({
  ...shared(verdict, evidence),
  verdict: verdict.verdict,
  headline: verdict.sentence.filter(({ place }) => place !== "plain").map(({ text, isName, isStrong }) => ({ text: pageText(text), isName, isStrong })),
  about: [...sourceSentences(verdict), ...measuredOn(verdict)].map((text) => pageText(text))
});
var diffPage = (verdict, evidence) => ({
  ...shared(verdict, evidence),
  verdict: "diff",
  headline: [
    { text: pageText(evidence.names.base), isName: true, isStrong: true },
    { text: " and ", isName: false, isStrong: false },
    { text: pageText(evidence.names.head), isName: true, isStrong: true },
    { text: ", side by side", isName: false, isStrong: false }
  ],
  about: measuredOn(verdict).map((text) => pageText(text))
});
var shared = (verdict, { names, samples, graphs }) => ({
  schema: 1,
  advice: verdict.advice.map((text) => pageText(text)),
  warnings: warningLines(verdict.warnings).map((text) => pageText(text)),
  names: { base: pageText(names.base, 80), head: pageText(names.head, 80) },
  rows: pageRows(verdict.comparisons, { samples }, names),
  graphs: graphs.map(pageGraph)
});
function measuredOn(verdict) {
  const where = environmentSentence(verdict);
  return where === "" ? [] : [`Measured on ${where}.`];
}

// src/entry/htmlreport.ts
async function gateHtml(verdict, evidence) {
  const isStored = verdict.baseline.runs > 0;
  const names = { base: verdict.baseline.name, head: isStored ? "this run" : "head" };
  const graphs = await graphSources(verdict, evidence);
  return html(gatePage(verdict, { names, samples: evidence.samples, graphs }), page);
}
async function diffHtml(verdict, evidence, names, { sampleType }) {
  const graphs = await graphSources(verdict, evidence);
  const whole = await evidence.whole?.() ?? null;
  const tags = whole && {
    base: tagTotals(whole.base, sampleType),
    head: tagTotals(whole.head, sampleType)
  };
  const labelled = graphs.map(
    (source) => tags === null || source.slice !== void 0 ? source : { ...source, tags }
  );
  return html(diffPage(verdict, { names, samples: evidence.samples, graphs: labelled }), page);
}
var sideOf = ({ total, background = 0, profiles }) => ({
  total: total - background,
  background,
  profiles
});
function unfoldedOf({ unfolded: base }, { unfolded: head }) {
  if (base === void 0 || head === void 0) return {};
  const unfolded = {
    circles: base.circles + head.circles,
    rare: base.rare + head.rare,
    small: base.small + head.small
  };
  return { unfolded };
}
async function graphSources(verdict, evidence) {
  const graphs = [];
  for (const { sampleType, slice, ...stacks } of evidence.profiles) {
    const [base, head] = [await stacks.base(), await stacks.head()];
    if (base === null || head === null) continue;
    graphs.push({
      sampleType,
      ...slice === void 0 ? {} : { slice },
      tree: callTree(base, head),
      base: sideOf(base),
      head: sideOf(head),
      ...unfoldedOf(base, head),
      functions: verdict.functions.filter(
        (row) => typeKey(row.sampleType) === typeKey(sampleType) && row.slice === slice
      )
    });
  }
  return graphs;
}
export {
  diffHtml,
  gateHtml
};
