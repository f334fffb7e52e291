import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  tableLines
} from "./chunk-chunk-6HBGA7YV.js";
import {
  cell,
  layOut
} from "./chunk-chunk-KDSKOOQQ.js";
import {
  countedCells,
  countedChanges
} from "./chunk-chunk-YL6QSUIA.js";
import {
  pp,
  ppInterval,
  scaled
} from "./chunk-chunk-F2QYVI5H.js";
import {
  environmentSentence,
  shiftSentence,
  sourceSentences,
  warningLines
} from "./chunk-chunk-6OBLDVWQ.js";
import {
  benchmarkNames
} from "./chunk-chunk-XDSCW632.js";
import {
  byChance,
  changed,
  countByVerdict,
  functionTitle,
  functionWords,
  heavier,
  inOrder,
  isExact,
  reasonAndCost,
  reasonAndNotes,
  sourcePlace,
  suspectedToo,
  verdictAndSight
} from "./chunk-chunk-NTMR7OSE.js";
import {
  changeCell,
  counted,
  interval,
  plural,
  share
} from "./chunk-chunk-4ESYGOAJ.js";
import {
  rowScale
} from "./chunk-chunk-ZY32PDO3.js";
import {
  logLine,
  logName
} from "./chunk-chunk-3KXZIELT.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/text.ts
init_define_FLAMEGATE_PAGE();

// src/report/colors.ts
init_define_FLAMEGATE_PAGE();
var RED = "\x1B[31m";
var GREEN = "\x1B[32m";
var YELLOW = "\x1B[33m";
var PLAIN = "\x1B[39m";
var BOLD = "\x1B[1m";
var LIGHT = "\x1B[22m";
var codes = {
  ...{ bad: RED, doubtful: YELLOW, good: GREEN, plain: "" }
};
var toned = (line2, tone) => tone === "plain" || line2 === "" ? line2 : `${codes[tone]}${line2}${PLAIN}`;
var tonedWord = (word, tone) => `${BOLD}${toned(word, tone)}${LIGHT}`;
function toneOf(verdict) {
  switch (verdict) {
    case "slower":
    case "fail":
      return "bad";
    case "suspect":
    case "incomplete":
    case "missing":
    case "not-run":
      return "doubtful";
    case "faster":
    case "pass":
      return "good";
    default:
      return "plain";
  }
}

// src/report/fit.ts
init_define_FLAMEGATE_PAGE();
var NAME_ROOM = 20;
var MARGIN = 2;
var INDENT = "    ";
var length = (text) => [...text].length;
function fitted(columns, note, rows, width) {
  const all = columns.map((_, i) => i);
  const heads = { cells: columns.map(({ heading }) => heading), note, isNoted: false };
  const table = [heads, ...rows];
  const wide = grid(columns, table, all, true);
  if (widest(wide) <= width) return wide.map((line2) => ({ lines: [line2], notes: [] }));
  const sets = fewerAndFewer(columns);
  const fits = sets.find((kept) => widest(grid(columns, table, kept, false)) <= width);
  const shown = fits === void 0 ? namesApart(columns, table, sets, width) : grid(columns, table, fits, false).map((line2) => [line2]);
  return shown.map((lines, i) => {
    const row = table[i];
    const isBare = row === void 0 || !row.isNoted || row.note === "";
    return { lines, notes: isBare ? [] : wrapped(row.note, width, INDENT, INDENT) };
  });
}
var widest = (lines) => Math.max(0, ...lines.map(length));
function fewerAndFewer(columns) {
  const spare = columns.flatMap(({ spare: rank }, i) => rank === void 0 ? [] : [{ rank, i }]);
  const order = spare.toSorted((a, b) => b.rank - a.rank).map(({ i }) => i);
  return [[], ...order.map((_, i) => order.slice(0, i + 1))].map(
    (gone) => columns.map((_, i) => i).filter((i) => !gone.includes(i))
  );
}
function grid(columns, rows, kept, withNotes) {
  return layOut(
    rows.map(({ cells, note }) => [
      ...kept.map(
        (i, at) => cell(at, cells[i] ?? "", {
          align: columns[i]?.align ?? "left",
          margin: " ".repeat(at === 0 ? 0 : MARGIN)
        })
      ),
      ...withNotes ? [cell(kept.length, note, { margin: " ".repeat(MARGIN) })] : []
    ])
  );
}
function namesApart(columns, rows, sets, width) {
  const nameless = rows.map((row) => ({ ...row, cells: ["", ...row.cells.slice(1)] }));
  const taken = (kept2) => widest(grid(columns, nameless, kept2, false));
  const kept = sets.find((values) => taken(values) + NAME_ROOM <= width) ?? sets.at(-1) ?? [];
  const room = Math.max(0, width - taken(kept));
  const beside = rows.map((row) => {
    const [name = "", ...others] = row.cells;
    return { ...row, cells: [length(name) <= room ? name : "", ...others] };
  });
  return grid(columns, beside, kept, false).map((line2, i) => {
    const name = rows[i]?.cells[0] ?? "";
    return length(name) <= room ? [line2] : [...pieces(name, width), line2];
  });
}
function wrapped(text, width, first = "", next = "  ") {
  if (length(first) + length(text) <= width) return [`${first}${text}`];
  const lines = [];
  let line2 = first;
  let isEmpty = true;
  for (const word of text.split(" ")) {
    const gap = isEmpty ? "" : " ";
    if (length(line2) + gap.length + length(word) <= width) {
      line2 += gap + word;
      isEmpty = false;
      continue;
    }
    if (!isEmpty) lines.push(line2);
    const parts = pieces(word, Math.max(1, width - length(next)));
    const last = parts.pop() ?? "";
    lines.push(...parts.map((part) => next + part));
    line2 = next + last;
    isEmpty = false;
  }
  return [...lines, line2];
}
function pieces(text, width) {
  const characters = [...text];
  const parts = [];
  for (let at = 0; at < characters.length; at += width) {
    parts.push(characters.slice(at, at + width).join(""));
  }
  return parts;
}

// src/report/benchstat.ts
init_define_FLAMEGATE_PAGE();
function diffText(input) {
  const blocks = [];
  let previous;
  for (const { packageName, rows } of tablesOf(input.rows)) {
    const lines = header(input, packageName, previous);
    previous = packageName;
    blocks.push([...lines, ...tableLines(tableOf(input, rows), input.alpha)].join("\n"));
  }
  if (input.warnings.length > 0) {
    blocks.push(
      warningLines(input.warnings).map((line2) => logLine(line2)).join("\n")
    );
  }
  return `${blocks.join("\n\n")}
`;
}
function tablesOf(rows) {
  const packages = /* @__PURE__ */ new Map();
  const units = /* @__PURE__ */ new Set();
  for (const row of rows) {
    const { package: name, unit } = row.comparison;
    units.add(unit);
    const byUnit = packages.get(name) ?? /* @__PURE__ */ new Map();
    packages.set(name, byUnit);
    const group = byUnit.get(unit);
    if (group === void 0) byUnit.set(unit, [row]);
    else group.push(row);
  }
  return [...packages].flatMap(
    ([packageName, byUnit]) => [...units].flatMap((unit) => {
      const group = byUnit.get(unit);
      return group === void 0 ? [] : [{ packageName, rows: group }];
    })
  );
}
function header(input, name, previous) {
  const { goos, goarch, cpu } = input.environment;
  const first = previous === void 0;
  const named = input.rows.some((row) => row.comparison.package !== "");
  const lines = first ? [line("goos", goos), line("goarch", goarch)] : [];
  if (named && name !== previous) lines.push(line("pkg", name));
  if (first) lines.push(line("cpu", cpu));
  return lines.filter((text) => text !== void 0);
}
function line(key, value) {
  return value === void 0 ? void 0 : logLine(`${key}: ${value}`);
}
function tableOf(input, rows) {
  const sides = [
    ...rows.some((row) => row.comparison.base !== null) ? ["base"] : [],
    ...rows.some((row) => row.comparison.head !== null) ? ["head"] : []
  ];
  return {
    settings: [],
    unit: rows[0]?.comparison.unit ?? "",
    columns: sides.map((side) => [input[side]]),
    rows: rows.map((row) => ({
      name: row.comparison.benchmark,
      cells: sides.map((side) => cellOf(row, side))
    }))
  };
}
function cellOf(row, side) {
  const { comparison, footnotes } = row;
  const { test, p, base } = comparison;
  const item = comparison[side];
  if (item === null) return null;
  return {
    center: item.center,
    n: item.n,
    plusMinus: side === "base" ? row.basePlusMinus : row.headPlusMinus,
    notes: footnotes[side],
    versus: side === "base" || base === null ? null : { test, p, center: base.center, n: base.n, notes: footnotes.comparison }
  };
}

// src/report/text.ts
var SHOW_ALL = 10;
var MOST_ROWS = 100;
var MOST_FUNCTIONS = 20;
var MOST_SUSPECTED = 10;
var NAME_WIDTH = 80;
var plainView = {
  ...{ columns: Number.POSITIVE_INFINITY, wraps: false, color: false, detail: "usual" },
  elsewhere: "(all in the JSON report)"
};
var plain = (text) => ({ text, tone: "plain" });
function gateText(verdict, view = plainView) {
  const headline = longLine(`${verdict.verdict}: ${verdict.headline}`);
  if (view.detail === "first line") return `${withVerdict(headline, verdict, view)}
`;
  const about = [
    ...verdict.shift === null ? [] : [shiftSentence(verdict.shift, verdict.baseline.name)],
    ...sourceSentences(verdict),
    environmentSentence(verdict)
  ].filter((line2) => line2 !== "");
  const blocks = [
    comparisonLines(verdict.comparisons, baseName(verdict), view),
    ...countedChanges(verdict).map((change) => countedLines(change, view)),
    functionLines("got heavier", heavier(verdict.functions), MOST_FUNCTIONS, view),
    functionLines("suspected", suspectedToo(verdict.functions), MOST_SUSPECTED, view),
    ...[about, verdict.advice, warningLines(verdict.warnings)].map(
      (block) => block.flatMap((line2) => sentence(longLine(line2), view)).map(plain)
    )
  ];
  const [first = "", ...next] = sentence(headline, view);
  const begin = [withVerdict(first, verdict, view), ...next].join("\n");
  const shown = blocks.filter((block) => block.length > 0).map((block) => block.map((line2) => shownLine(line2, view)).join("\n"));
  return `${[begin, ...shown].join("\n\n")}
`;
}
var longLine = (line2) => logLine(line2, 2e3);
var sentence = (text, { wraps, columns }) => wraps ? wrapped(text, columns) : [text];
var shownLine = ({ text, tone }, { color }) => color ? toned(longLine(text), tone) : longLine(text);
function withVerdict(line2, { verdict }, { color }) {
  return color ? tonedWord(verdict, toneOf(verdict)) + line2.slice(verdict.length) : line2;
}
var baseName = ({ baseline, rounds }) => baseline.runs === 0 && rounds !== null ? "base (rounds)" : "base (runs)";
function comparisonLines(comparisons, base, view) {
  const ordered = inOrder(comparisons);
  const name = benchmarkNames(comparisons);
  const important = changed(ordered);
  const isAll = ordered.length <= SHOW_ALL || view.detail === "all";
  const matter = isAll ? ordered : important;
  const shown = view.detail === "all" ? matter : matter.slice(0, MOST_ROWS);
  const columns = [
    { heading: "benchmark", align: "left" },
    { heading: "unit", align: "left" },
    { heading: base, align: "right" },
    { heading: "head", align: "right" },
    { heading: "change", align: "right" },
    { heading: "95 % interval", align: "right", spare: 1 },
    { heading: "by chance", align: "right", spare: 2 },
    { heading: "verdict", align: "left" }
  ];
  const noted = new Set(view.detail === "all" ? ordered : important);
  const rows = shown.map((row) => {
    const centers = [row.base, row.head].flatMap((side) => side === null ? [] : [side.center]);
    const scale = rowScale(centers, row.unit, isExact(row));
    const value = (center) => row.test === "counted" ? counted(center) : scaled(center, scale);
    const cells = [
      logName(name(row), NAME_WIDTH),
      logName(row.unit, 30),
      row.base === null ? "-" : `${value(row.base.center)} (${row.base.runs})`,
      row.head === null ? "-" : value(row.head.center),
      row.base === null || row.head === null ? "-" : changeCell(row.delta, row.unit),
      row.ci === null ? "-" : interval(row.ci),
      byChance(row),
      logName(verdictAndSight(row), 60)
    ];
    return { cells, note: logLine(reasonAndNotes(row), 300), isNoted: noted.has(row) };
  });
  const notShown = countByVerdict(matter.slice(shown.length));
  const listed = new Set(matter);
  const asBefore = countByVerdict(ordered.filter((row) => !listed.has(row)));
  const tones = shown.map(({ verdict, gated }) => gated ? toneOf(verdict) : "plain");
  return [
    ...rows.length === 0 ? [] : tableLines2(columns, rows, tones, view),
    ...notShown === "" ? [] : [plain(`and ${notShown} more ${view.elsewhere}`)],
    ...asBefore === "" ? [] : [plain(`${asBefore} ${view.elsewhere}`)]
  ];
}
function functionLines(title, matter, most, view) {
  if (matter.length === 0) return [];
  const columns = [
    { heading: title, align: "left" },
    { heading: "at", align: "left" },
    { heading: "profile", align: "left", spare: 1 },
    { heading: "base flat", align: "right" },
    { heading: "head flat", align: "right" },
    { heading: "change", align: "right" },
    { heading: "95 % interval", align: "right", spare: 2 },
    { heading: "by chance", align: "right", spare: 3 },
    { heading: "verdict", align: "left" }
  ];
  const shown = view.detail === "all" ? matter : matter.slice(0, most);
  const rows = shown.map((row) => {
    const cells = [
      logName(functionTitle(row), NAME_WIDTH),
      logName(sourcePlace(row) || "-", 60),
      logName(row.sampleType.type, 20),
      share(row.base.flatFraction),
      share(row.head.flatFraction),
      pp(row.adjustedDelta),
      row.ci === null ? "-" : ppInterval(row.ci),
      byChance(row),
      functionWords(row)
    ];
    return { cells, note: logLine(reasonAndCost(row), 300), isNoted: true };
  });
  const left = matter.length - rows.length;
  const tones = shown.map(({ verdict, gated }) => gated ? toneOf(verdict) : "plain");
  return [
    ...tableLines2(columns, rows, tones, view),
    ...left === 0 ? [] : [plain(`and ${plural(left, "function")} more ${view.elsewhere}`)]
  ];
}
function countedLines({ title, rows, rest }, view) {
  const columns = [
    { heading: logName(title, NAME_WIDTH + 40), align: "left" },
    { heading: "at", align: "left" },
    { heading: "base", align: "right" },
    { heading: "head", align: "right" },
    { heading: "change", align: "right" }
  ];
  const cells = rows.map((row) => [
    logName(row.name, NAME_WIDTH),
    logName(sourcePlace(row) || "-", 60),
    ...countedCells(row)
  ]);
  return [
    ...tableLines2(
      columns,
      cells.map((texts) => ({ cells: texts, note: "", isNoted: false })),
      [],
      view
    ),
    ...rest === "" ? [] : sentence(longLine(rest), view).map(plain)
  ];
}
function tableLines2(columns, rows, tones, { columns: width }) {
  const note = rows.some((row) => row.note !== "") ? "reason" : "";
  return fitted(columns, note, rows, width).flatMap(({ lines, notes }, i) => {
    const tone = tones[i - 1] ?? "plain";
    return [...lines.map((text) => ({ text, tone })), ...notes.map(plain)];
  });
}

export {
  diffText,
  gateText
};
