import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  fitInto,
  fixedBlock
} from "./chunk-chunk-4CYSBL3R.js";
import {
  median
} from "./chunk-chunk-PDMOKRKF.js";
import {
  countedCells,
  countedChanges
} from "./chunk-chunk-YL6QSUIA.js";
import {
  barOf
} from "./chunk-chunk-WQKUTA3A.js";
import {
  pp,
  ppInterval
} from "./chunk-chunk-F2QYVI5H.js";
import {
  MOST_WARNINGS,
  environmentSentence,
  mark,
  shiftReason,
  shiftSentence,
  shortCommit,
  sourceSentences,
  warningLines
} from "./chunk-chunk-6OBLDVWQ.js";
import {
  benchmarkNames,
  shortName
} from "./chunk-chunk-XDSCW632.js";
import {
  byChance,
  canSee,
  changed,
  countByVerdict,
  countByWeight,
  functionWords,
  functionsInOrder,
  heavier,
  inOrder,
  isExact,
  reasonAndCost,
  reasonAndNotes,
  sourcePlace,
  verdictWords,
  whyOf
} from "./chunk-chunk-NTMR7OSE.js";
import {
  change,
  changeCell,
  changeWords,
  counted,
  interval,
  oneIn,
  plural,
  share,
  signed
} from "./chunk-chunk-4ESYGOAJ.js";
import {
  isTime
} from "./chunk-chunk-IV5T3H63.js";
import {
  commonScale,
  quantity,
  rowScale,
  unitIn
} from "./chunk-chunk-ZY32PDO3.js";
import {
  fenced,
  markdownCode,
  markdownText
} from "./chunk-chunk-3KXZIELT.js";
import {
  benchmarkKey
} from "./chunk-chunk-ETXR6ESQ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/markdown/comment.ts
init_define_FLAMEGATE_PAGE();

// src/report/markdown/benchmarks.ts
init_define_FLAMEGATE_PAGE();

// src/report/markdown/table.ts
init_define_FLAMEGATE_PAGE();
var cells = (...texts) => `| ${texts.join(" | ")} |
`;
var small = (markdown) => markdown === "" ? "" : `<br><sub>${markdown}</sub>`;
var strong = (text, yes) => yes ? `**${text}**` : text;
var leftOut = (noun) => (count) => `
${plural(count, noun)} left out here; the JSON report has them all.
`;

// src/report/markdown/benchmarks.ts
var mostChanged = 10;
var isGrave = (row) => row.verdict === "slower" && row.gated;
function centers(row) {
  const sides = [row.base, row.head];
  const known = sides.flatMap((side) => side === null ? [] : [side.center]);
  const scale = rowScale(known, row.unit, isExact(row));
  const [before = "-", now = "-"] = sides.map(
    (side) => side === null ? "-" : row.test === "counted" ? counted(side.center) : markdownText(quantity(side.center, row.unit, scale), 60)
  );
  return [before, now];
}
function changeOf(row) {
  const { base, head, delta, ci, unit, verdict } = row;
  if (base === null || head === null) return "-";
  if (delta === null || !Number.isFinite(delta)) return markdownText(change(delta, null), 60);
  const isAsBefore = verdict === "ok" || verdict === "moved-with-suite";
  const words2 = isAsBefore ? changeCell(delta, unit) : changeWords(delta, unit);
  const ends = ci === null || ci[0] === ci[1] || !ci.every(Number.isFinite) ? "" : interval(ci);
  return strong(words2, isGrave(row)) + small(ends);
}
function sureOf(row) {
  const { verdict, test, screened, head, pAdjusted, own, delta } = row;
  const rounds = plural(head?.runs ?? 0, "round");
  const how = test === "exact" ? "never varies" : test === "counted" ? "counted" : test === "paired" ? `${rounds} here` : pAdjusted === null ? "" : `${byChance(row)} by chance`.replace("usual by chance", "usual");
  switch (verdict) {
    case "slower":
    case "faster":
      return ifGated(row, "yes") + small(markdownText(how, 60));
    case "suspect":
      return ifGated(row, "maybe") + small(markdownText(test === "paired" ? `open after ${rounds}` : how, 60));
    case "moved-with-suite":
      return `with the suite${small(own === null || own === delta ? "" : `own change ${signed(own)}`)}`;
    case "ok": {
      const again = screened === null ? "" : test === "paired" ? `in ${rounds} here` : "counted";
      const sees = canSee(row);
      return again !== "" ? `no, as before${small(again)}` : `cannot tell${small(sees === "" ? "" : `only from ${sees}`)}`;
    }
    case "missing":
      return ifGated(row, "did not run");
    default:
      return markdownText(verdictWords(row), 60);
  }
}
var ifGated = ({ gated, waived }, text) => gated ? text : waived === void 0 ? `${text} (not gated)` : `accepted${small(`until ${waived.until}`)}`;
function changedBlock({ comparisons, shift, baseline }) {
  const rows = onceEach(changed(inOrder(comparisons)));
  const name = benchmarkNames(comparisons);
  const together = shift === null || shift.verdict === "ok" ? [] : [shiftRow(shift, baseline.name)];
  const total = together.length + rows.length;
  if (total === 0) return null;
  return {
    open: `
${cells("benchmark", "change", "before", "now", "sure?")}|---|--:|--:|--:|---|
`,
    close: "",
    total,
    wanted: Math.min(total, mostChanged),
    row: (index) => {
      const row = rows[index - together.length];
      return together[index] ?? (row === void 0 ? "" : rowOf(row, name, sureOf(row)));
    },
    left: (count) => `
and ${plural(count, "row")} more, folded below
`,
    priority: 1
  };
}
function onceEach(rows) {
  const shown = /* @__PURE__ */ new Map();
  for (const row of rows) {
    if (row.base !== null && row.head !== null) continue;
    const key = benchmarkKey(row);
    if (!shown.has(key) || isTime(row.unit)) shown.set(key, row);
  }
  return rows.filter(
    (row) => row.base !== null && row.head !== null || shown.get(benchmarkKey(row)) === row
  );
}
var rowOf = (row, name, last) => cells(markdownCode(name(row)), changeOf(row), ...centers(row), last);
function shiftRow(shift, base) {
  const words2 = Math.abs(shift.delta) < 5e-5 ? "the same" : changeWords(shift.delta, "sec/op");
  return cells(
    `all ${shift.benchmarks} benchmarks together`,
    strong(words2, shift.verdict === "slower"),
    "-",
    "-",
    (shift.verdict === "suspect" ? "maybe" : "yes") + small(markdownText(shiftReason(shift, base), 200))
  );
}
function allBenchmarksBlock({ comparisons }) {
  const name = benchmarkNames(comparisons);
  const ordered = inOrder(comparisons);
  const same = ordered.filter(isTheSame);
  const rows = ordered.filter((row) => row.follows === null && !isTheSame(row));
  if (ordered.length === 0) return null;
  const twice = ordered.filter((row) => row.follows !== null && !isTheSame(row));
  const rest = [
    ...same.length === 0 ? [] : [`${unitsOf(same)}: the same in every run.`],
    ...twice.length === 0 ? [] : [`${unitsOf(twice)}: the same measurement as a row above.`]
  ];
  return {
    open: `
<details><summary>All benchmarks (${countByVerdict(ordered)})</summary>

${rows.length === 0 ? "" : `${cells("benchmark", "change", "before", "now", "verdict")}|---|--:|--:|--:|---|
`}`,
    close: `${rest.map((line) => `
${line}
`).join("")}
</details>
`,
    total: rows.length,
    wanted: rows.length,
    row: (index) => {
      const row = rows[index];
      if (row === void 0) return "";
      const why = row.verdict === "ok" ? reasonAndNotes(row) : whyOf(row);
      return rowOf(row, name, markdownText(verdictWords(row), 60) + small(markdownText(why, 200)));
    },
    left: leftOut("row"),
    priority: 6
  };
}
function unitsOf(rows) {
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const shown = units.slice(0, 5).map((unit) => markdownText(unit, 30));
  return `${plural(rows.length, "row")} (${shown.join(", ")}${units.length > 5 ? ", \u2026" : ""})`;
}
var isTheSame = ({ verdict, base, head, ci, test, screened, blind }) => verdict === "ok" && screened === null && !blind && base !== null && head !== null && base.center === head.center && (test === "exact" || test === "counted" || ci !== null && ci[0] === 0 && ci[1] === 0);

// src/report/markdown/chart.ts
init_define_FLAMEGATE_PAGE();
var mostRuns = 20;
var fewestRuns = 3;
var mostCharts = 3;
function chartBlocks(verdict, samples) {
  if (samples === void 0) return [];
  const name = benchmarkNames(verdict.comparisons);
  return inOrder(verdict.comparisons).filter(
    (row) => row.gated && row.follows === null && ["slower", "suspect"].includes(row.verdict)
  ).slice(0, mostCharts).flatMap((row) => chart(row, name(row), samples(row), verdict.baseline.name));
}
function chart(row, name, { base, head }, text) {
  const stored = base.filter(({ round }) => round === null).slice(0, mostRuns).toReversed();
  const now = head.filter(({ round }) => round === null).slice(0, 1);
  if (stored.length < fewestRuns || now.length === 0) return [];
  const values = [...stored, ...now].map(({ samples }) => median(samples));
  if (!values.every((value) => Number.isFinite(value) && Math.abs(value) < 1e15)) return [];
  const scale = commonScale(values, row.unit);
  const points = values.map((value) => Number((value / scale.factor).toPrecision(4)));
  const top = Number((Math.max(...points) * 1.1).toPrecision(3));
  const labels = [...stored.map(({ commit }) => short(commit)), "now"];
  const lines = [
    "xychart-beta",
    `  title "${plain(name)}"`,
    `  x-axis [${labels.map((label, i) => `"${label || i + 1}"`).join(", ")}]`,
    `  y-axis "${plain(unitIn(row.unit, scale))}" 0 --> ${top > 0 ? top : 1}`,
    `  line [${points.join(", ")}]`
  ];
  return [
    fixedBlock(
      `
<details><summary>${markdownCode(name)} over the last ${plural(stored.length, "run")} of ${markdownText(text, 60)}</summary>

${fenced("mermaid", lines)}
</details>
`
    )
  ];
}
var short = (commit) => /^[0-9a-f]{12,}$/.test(commit) ? commit.slice(0, 6) : "";
var plain = (text) => text.slice(0, 80).replace(/[^\p{L}\p{N} ./=_,:+()-]/gu, "_").trim() || "-";

// src/report/markdown/functions.ts
init_define_FLAMEGATE_PAGE();

// src/report/markdown/links.ts
init_define_FLAMEGATE_PAGE();
var gateName = ({ gate = "" }) => gate === "" ? "flamegate" : `flamegate ${markdownText(gate, 60)}`;
function link(text, url) {
  if (url === void 0 || url.length > 2e3 || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return null;
  const safe = href.replace(
    /[^\w./:?=&%#~-]/g,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, "0")}`
  );
  return `[${text}](<${safe}>)`;
}
function commitLink(commit, { repositoryUrl }) {
  const shown = markdownCode(shortCommit(commit).slice(0, 40));
  const isHash = /^[0-9a-f]{40}$/.test(commit) && repositoryUrl !== void 0;
  return (isHash ? link(shown, `${repositoryUrl}/commit/${commit}`) : null) ?? shown;
}
function lineLink(shown, { file, line }, { repositoryUrl, commit, inRepository }) {
  const path = file === "" ? null : inRepository?.(file) ?? null;
  if (path === null || repositoryUrl === void 0 || commit === void 0) return shown;
  if (!/^[0-9a-f]{40}$/.test(commit)) return shown;
  const address = path.split("/").map(encodeURIComponent).join("/");
  return link(shown, `${repositoryUrl}/blob/${commit}/${address}${line > 0 ? `#L${line}` : ""}`) ?? shown;
}
function localCommands({ profiles }, about2) {
  const { artifactUrl = "", source } = about2;
  const artifact = /^https:\/\/([^/]+)\/([^/]+\/[^/]+)\/actions\/runs\/\d+\/artifacts\/(\d+)$/.exec(
    artifactUrl
  );
  const [, host = "", repository = "", id = ""] = artifact ?? [];
  const at = host === "github.com" ? "" : `--hostname ${host} `;
  return fenced("sh", [
    ...artifact === null ? ["# unpack the artifact of the run into flamegate-run/"] : [
      `gh api ${at}repos/${repository}/actions/artifacts/${id}/zip > flamegate-run.zip`,
      "unzip -q flamegate-run.zip -d flamegate-run"
    ],
    ...source === void 0 ? ["# flamegate/ is a checkout of the action"] : [`git clone -q ${source.url} flamegate && git -C flamegate checkout -q ${source.ref}`],
    "node flamegate/dist/cli.js diff flamegate-run/base flamegate-run/head",
    ...profiles.length === 0 ? [] : [
      "go tool pprof -http=: -diff_base flamegate-run/base/profiles/FILE flamegate-run/head/profiles/FILE"
    ]
  ]);
}

// src/report/markdown/functions.ts
var mostHeavier = 10;
var mostFunctions = 50;
var barWidth = 8;
var headings = `${cells("function", "change", "before", "now", "sure?")}|---|--:|:--|:--|---|
`;
function heavierBlock({ functions }, about2) {
  const rows = heavier(functions);
  if (rows.length === 0) return null;
  const most = largest(rows.slice(0, mostHeavier));
  return {
    open: `
${headings}`,
    close: "",
    total: rows.length,
    wanted: Math.min(rows.length, mostHeavier),
    row: (index) => rowOf2(rows[index], most, about2, sureOf2),
    left: (count) => `
and ${plural(count, "function")} more, folded below
`,
    priority: 2
  };
}
function allFunctionsBlock({ functions }, about2) {
  const ordered = functionsInOrder(functions);
  if (ordered.length === 0) return null;
  const rows = ordered.filter((row) => row.gated || row.verdict !== "ok");
  const idle = ordered.length - rows.length;
  const most = largest(rows.slice(0, mostFunctions));
  const why = (row) => markdownText(functionWords(row), 60) + small(markdownText(reasonAndCost(row), 200));
  return {
    open: `
<details><summary>All functions (${countByWeight(ordered)})</summary>

${rows.length === 0 ? "" : headings.replace("sure?", "verdict")}`,
    close: `${idle === 0 ? "" : `
${plural(idle, "function")} not listed: too small to rise by the threshold, or not gated.
`}
</details>
`,
    total: rows.length,
    wanted: Math.min(rows.length, mostFunctions),
    row: (index) => rowOf2(rows[index], most, about2, why),
    left: leftOut("function"),
    priority: 7
  };
}
var sharesOf = ({ base, adjustedDelta }) => [
  base.flatFraction,
  Math.max(0, base.flatFraction + adjustedDelta)
];
var largest = (rows) => rows.reduce((most, row) => Math.max(most, ...sharesOf(row)), 0);
function sureOf2({ verdict, gated, background, headProfiles, waived }) {
  if (waived !== void 0) return `accepted${small(`until ${waived.until}`)}`;
  const few = headProfiles < 3 ? small(`${plural(headProfiles, "profile")}, 3 needed`) : "";
  switch (verdict) {
    case "slower":
      return gated ? "yes" : background ? "yes (runtime)" : "yes (not gated)";
    case "suspect":
      return `maybe${few}`;
    case "moved":
      return "had another name";
    default:
      return markdownText(verdict, 30);
  }
}
function rowOf2(row, most, about2, last) {
  if (row === void 0) return "";
  const short2 = shortName(row.name);
  const path = row.name.slice(0, row.name.length - short2.length).replace(/\/$/, "");
  const place = sourcePlace(row, 2);
  const under = [
    ...row.slice === void 0 ? [] : [markdownText(row.slice, 80)],
    ...place === "" ? [] : [lineLink(markdownText(place, 80), row, about2)],
    ...path === "" ? [] : [markdownText(path, 80)],
    ...row.sampleType.type === "cpu" ? [] : [markdownText(row.sampleType.type, 30)]
  ];
  const side = (fraction) => share(fraction) + small(barOf(fraction, most, barWidth));
  const grave = row.verdict === "slower" && row.gated;
  return cells(
    markdownCode(short2) + small(under.join(" \xB7 ")),
    strong(pp(row.adjustedDelta), grave) + small(row.ci === null ? "" : ppInterval(row.ci)),
    ...sharesOf(row).map(side),
    last(row)
  );
}
function countedBlock({ title, rows, rest }, about2) {
  return {
    open: `
${cells(markdownText(title, 160), "before", "now", "change")}|---|--:|--:|--:|
`,
    close: rest === "" ? "" : `
${rest}
`,
    total: rows.length,
    wanted: rows.length,
    row: (index) => {
      const row = rows[index];
      if (row === void 0) return "";
      const place = sourcePlace(row, 2);
      const under = place === "" ? "" : lineLink(markdownText(place, 80), row, about2);
      return cells(markdownCode(row.name) + small(under), ...countedCells(row));
    },
    left: leftOut("function"),
    priority: 2
  };
}

// src/report/markdown/lead.ts
init_define_FLAMEGATE_PAGE();
var longestWords = 400;
function lead({ verdict, sentence }) {
  const shown = sentence.filter(({ place }) => place !== "plain");
  let line = `${mark(verdict)} `;
  let isStrong = false;
  for (const [i, phrase] of shown.entries()) {
    const starts = phrase.isStrong && !isStrong;
    const ends = phrase.isStrong && !shown[i + 1]?.isStrong;
    line += `${starts ? "<b>" : ""}${written(phrase)}${ends ? "</b>" : ""}`;
    isStrong = phrase.isStrong;
  }
  return `${line}
`;
}
function words(text) {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return `${before && " "}${markdownText(inner, longestWords)}${after && " "}`;
}
var written = ({ text, isName }) => isName ? markdownCode(text) : words(text);
function about(verdict, item) {
  const commit = item.commit === void 0 ? "" : `${commitLink(item.commit, item)} `;
  const parts = [
    gateName(item),
    `${commit}${against(verdict, item)}`,
    ...howSure(verdict),
    link("report with flame graph", item.reportUrl),
    link("all numbers", item.runUrl),
    link("files of both sides", item.artifactUrl)
  ];
  const small2 = parts.filter((part) => part !== null && part !== "").join(" \xB7 ");
  return `
<sub>${small2}</sub>
${notes(item).map((note) => `
> ${note}
`).join("")}`;
}
var notes = ({ claim, accepted }) => [
  ...accepted ? ["Accepted with the label `perf-accepted`: the job passes."] : [],
  ...claim === void 0 ? [] : [claims[claim]]
];
var claims = {
  measurements: "Measured by the fork's own run, and compared with the stored runs here. The fork's code ran in that job, and could have written these numbers.",
  report: "This is what the fork's own run says of itself. The fork's code ran in that job, and could have written it."
};
function against({ baseline, rounds, counts }, item) {
  const [newest = ""] = baseline.commits;
  if (baseline.runs > 0) {
    const { behind = 0 } = item;
    const late = behind === 0 ? "" : ` (${plural(behind, "commit")} behind)`;
    const last = newest === "" ? "" : `, newest ${commitLink(newest, item)}${late}`;
    return `against ${plural(baseline.runs, "run")} of ${markdownCode(baseline.name, 60)}${last}`;
  }
  const base = rounds?.base ?? counts?.base ?? "";
  if (rounds === null && counts === void 0) return "against nothing: no stored run was used";
  return `against ${base === "" ? markdownCode(baseline.name, 60) : commitLink(base, item)}`;
}
function howSure({ verdict, rounds, counts, baseline, p }) {
  const again = baseline.runs > 0 ? "measured again" : "measured";
  return [
    ...rounds === null || rounds.rounds === 0 ? [] : [`${again} in ${plural(rounds.rounds, "round")} here`],
    ...counts === void 0 ? [] : [`counted here with ${markdownText(counts.counter, 60)}`],
    ...verdict === "fail" && p !== null && (rounds === null || rounds.rounds === 0) ? [`${markdownText(oneIn(p), 60)} runs without a change looks like this`] : []
  ];
}

// src/report/markdown/comment.ts
function comment(verdict, { maxChars = 65536, ...links } = {}) {
  const isShort = links.runUrl !== void 0 && isQuiet(verdict);
  return fitInto(
    isShort ? [answer(verdict, links)] : blocks(verdict, links),
    maxChars,
    (text) => text.length
  );
}
function summary(verdict, { maxBytes = 1048576, ...links } = {}) {
  return fitInto(blocks(verdict, links), maxBytes, (text) => Buffer.byteLength(text));
}
var shortComment = (verdict, links) => fitInto([answer(verdict, links)], Number.POSITIVE_INFINITY, (text) => text.length);
var isQuiet = (verdict) => verdict.verdict === "pass" && changed(inOrder(verdict.comparisons)).length === 0 && heavier(verdict.functions).length === 0 && (verdict.shift === null || verdict.shift.verdict === "ok") && countedChanges(verdict).length === 0 && !isFailing(verdict);
var isFailing = ({ warnings }) => warnings.some(({ kind }) => kind === "failed" || kind === "unmeasured");
var answer = (verdict, links) => fixedBlock(`${lead(verdict)}${about(verdict, links)}`);
function blocks(verdict, links) {
  return [
    answer(verdict, links),
    changedBlock(verdict),
    ...countedChanges(verdict).map((change2) => countedBlock(change2, links)),
    heavierBlock(verdict, links),
    adviceBlock(verdict),
    ...chartBlocks(verdict, links.samples),
    allBenchmarksBlock(verdict),
    allFunctionsBlock(verdict, links),
    decidedBlock(verdict),
    warningsBlock(verdict),
    fixedBlock(
      `
<details><summary>Compare the two sides yourself</summary>

${localCommands(verdict, links)}
</details>
`
    )
  ].filter((block) => block !== null);
}
function adviceBlock({ advice }) {
  return list(advice, { open: "\n", close: "", most: 20, priority: 3 });
}
function decidedBlock(verdict) {
  const { shift } = verdict;
  const where = environmentSentence(verdict);
  const lines = [
    ...sourceSentences(verdict),
    ...shift === null ? [] : [shiftSentence(shift, verdict.baseline.name)],
    ...where === "" ? [] : [`Measured on ${where}.`]
  ];
  return list(lines, {
    open: "\n<details><summary>How it was decided</summary>\n\n",
    close: "\n</details>\n",
    most: lines.length,
    priority: 5
  });
}
function warningsBlock(verdict) {
  const { warnings } = verdict;
  return list(warningLines(warnings, Number.POSITIVE_INFINITY), {
    open: `
<details${isFailing(verdict) ? " open" : ""}><summary>${plural(warnings.length, "warning")}</summary>

`,
    close: "\n</details>\n",
    most: MOST_WARNINGS,
    priority: 4
  });
}
function list(lines, { most, ...block }) {
  if (lines.length === 0) return null;
  return {
    ...block,
    total: lines.length,
    wanted: Math.min(lines.length, most),
    row: (index) => `- ${markdownText(lines[index] ?? "", 400)}
`,
    left: (count) => `- and ${count} more, in the JSON report
`
  };
}
function artifactLine(artifactUrl) {
  const artifact = link("The artifact of this run", artifactUrl);
  return artifact === null ? "" : `
${artifact} has the files of both sides.
`;
}

export {
  gateName,
  link,
  commitLink,
  comment,
  summary,
  shortComment,
  isQuiet,
  artifactLine
};
