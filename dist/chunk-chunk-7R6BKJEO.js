import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  countedCells,
  countedChanges
} from "./chunk-chunk-BB6H3MQP.js";
import {
  environmentSentence,
  shiftSentence,
  sourceSentences,
  warningLines
} from "./chunk-chunk-BLKZ54MK.js";
import {
  benchmarkNames
} from "./chunk-chunk-2TVETMFS.js";
import {
  cell,
  layOut
} from "./chunk-chunk-YETHGD2E.js";
import {
  pValue,
  percent,
  pp,
  ppInterval,
  scaled
} from "./chunk-chunk-4MKREW65.js";
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
} from "./chunk-chunk-75G2PV3O.js";
import {
  changeCell,
  counted,
  interval,
  plural,
  share
} from "./chunk-chunk-LOTYZAY7.js";
import {
  commonScale,
  fixed,
  rowScale
} from "./chunk-chunk-SQ6HGOBR.js";
import {
  logLine,
  logName
} from "./chunk-chunk-A5MM4BUN.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

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
  const table2 = [heads, ...rows];
  const wide = grid(columns, table2, all, true);
  if (widest(wide) <= width) return wide.map((line2) => ({ lines: [line2], notes: [] }));
  const sets = fewerAndFewer(columns);
  const fits = sets.find((kept) => widest(grid(columns, table2, kept, false)) <= width);
  const shown = fits === void 0 ? namesApart(columns, table2, sets, width) : grid(columns, table2, fits, false).map((line2) => [line2]);
  return shown.map((lines, i) => {
    const row = table2[i];
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
  const kept = sets.find((of) => taken(of) + NAME_ROOM <= width) ?? sets.at(-1) ?? [];
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
var NAME_WIDTH = 200;
var NAME = 0;
var FIRST = 1;
var SECOND = 4;
var DELTA = 7;
var EDGE_OF_ONE = 10;
var EDGE_OF_TWO = 16;
function diffText(input) {
  const blocks = [];
  let previous;
  for (const { packageName, rows } of tablesOf(input.rows)) {
    const lines = header(input, packageName, previous);
    previous = packageName;
    blocks.push([...lines, ...table(input, rows)].join("\n"));
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
function footnotes() {
  const numbers = /* @__PURE__ */ new Map();
  return {
    marks: (notes) => notes.map((note) => {
      const number = numbers.get(note) ?? numbers.size + 1;
      numbers.set(note, number);
      return superscript(number);
    }).join(" "),
    lines: () => [...numbers].map(([note, number]) => logLine(`${superscript(number)} ${note}`))
  };
}
function superscript(number) {
  return String(number).replace(/\d/g, (digit) => "\u2070\xB9\xB2\xB3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(Number(digit)));
}
function table(input, rows) {
  const notes = footnotes();
  const labels = [
    ...rows.some((row) => row.comparison.base !== null) ? [input.base] : [],
    ...rows.some((row) => row.comparison.head !== null) ? [input.head] : []
  ];
  const both = labels.length === 2;
  const unit = logName(rows[0]?.comparison.unit ?? "", NAME_WIDTH);
  const lines = layOut(
    [
      ...headings(labels, unit),
      ...rows.map((row) => rowCells(row, input.alpha, both, notes)),
      ...rows.length > 1 ? [summaryCells(rows, both, notes)] : []
    ],
    // Only the first column of a side grows when a heading is wider than the numbers under it.
    /* @__PURE__ */ new Set([2, 3, 5, 6, 7, 8, 9])
  );
  return [...lines, ...notes.lines()];
}
function headings(labels, unit) {
  const bar = " \u2502 ";
  const edge = cell(labels.length === 2 ? EDGE_OF_TWO : EDGE_OF_ONE, "", { margin: " \u2502" });
  const top = labels.map(
    (label, i) => cell(i === 0 ? FIRST : SECOND, logName(label, NAME_WIDTH), {
      span: i === 0 ? 3 : 6,
      align: "center",
      margin: bar
    })
  );
  const units = labels.flatMap((_, i) => [
    cell(i === 0 ? FIRST : SECOND, unit, { span: 3, align: "center", margin: bar }),
    ...i === 0 ? [] : [cell(DELTA, "vs base", { span: 3, margin: "  " })]
  ]);
  return [
    [...top, edge],
    [...units, edge]
  ];
}
function rowCells(row, alpha, both, notes) {
  const { comparison } = row;
  const { base, head } = comparison;
  const centers = [base, head].flatMap((side2) => side2 === null ? [] : [side2.center]);
  const scale = commonScale(centers, comparison.unit);
  const side = (value, at, plusMinus, said) => [
    cell(at, scaled(value.center, scale), { align: "right" }),
    cell(at + 1, plusMinusText(plusMinus), { align: "right", margin: " \xB1 " }),
    cell(at + 2, notes.marks(said))
  ];
  const cells = [cell(NAME, logName(comparison.benchmark, NAME_WIDTH))];
  if (base !== null) cells.push(...side(base, FIRST, row.basePlusMinus, row.footnotes.base));
  if (head !== null) {
    const at = both ? SECOND : FIRST;
    cells.push(...side(head, at, row.headPlusMinus, row.footnotes.head));
  }
  if (base !== null && head !== null) {
    cells.push(
      cell(DELTA, deltaText(comparison, base, head, alpha), { align: "right" }),
      cell(DELTA + 1, `(${testText(comparison, base, head)})`),
      cell(DELTA + 2, notes.marks(row.footnotes.comparison))
    );
  }
  return cells;
}
function plusMinusText(ratio) {
  if (ratio === null || Number.isNaN(ratio)) return "?";
  return Number.isFinite(ratio) ? `${fixed(ratio * 100, 0)}%` : "\u221E";
}
function deltaText(comparison, base, head, alpha) {
  const { test, p } = comparison;
  if (test !== "exact" && (p === null || p > alpha)) return "~";
  if (base.center === head.center) return "0.00%";
  return base.center === 0 ? "?" : percent(head.center / base.center - 1);
}
function testText({ test, p }, base, head) {
  const n = base.n === head.n ? `n=${base.n}` : `n=${base.n}+${head.n}`;
  const exact = test === "exact" || p === null || test === "mann-whitney" && p === 0;
  return exact ? n : `${pValue(p)} ${n}`;
}
function summaryCells(rows, both, notes) {
  const bases = rows.flatMap(({ comparison: { base } }) => base === null ? [] : [base.center]);
  const heads = rows.flatMap(({ comparison: { head } }) => head === null ? [] : [head.center]);
  const unit = rows[0]?.comparison.unit ?? "";
  const cells = [cell(NAME, "geomean")];
  const center = (values, at, said) => {
    const mean = geometricMean(values);
    if (mean === null) said.push("summaries must be >0 to compute geomean");
    else cells.push(cell(at, scaled(mean, commonScale([mean], unit)), { align: "right" }));
  };
  const firstNotes = [];
  center(bases.length > 0 ? bases : heads, FIRST, firstNotes);
  cells.push(cell(FIRST + 2, notes.marks(firstNotes)));
  if (!both) return cells;
  const secondNotes = [];
  const ratios = ratiosOf(rows);
  if (ratios.length !== bases.length) {
    secondNotes.push("benchmark set differs from baseline; geomeans may not be comparable");
  }
  center(heads, SECOND, secondNotes);
  if (ratios.includes(null)) {
    cells.push(cell(DELTA, "?"));
  } else {
    const mean = geometricMean(ratios.filter((ratio) => ratio !== null));
    if (mean === null) secondNotes.push("ratios must be >0 to compute geomean");
    cells.push(
      mean === null ? cell(DELTA, "?") : cell(DELTA, percent(mean - 1), { align: "right" })
    );
  }
  cells.push(cell(DELTA + 2, notes.marks(secondNotes)));
  return cells;
}
function ratiosOf(rows) {
  return rows.flatMap(({ comparison: { base, head } }) => {
    if (base === null || head === null) return [];
    if (base.center === head.center) return [1];
    return [base.center === 0 ? null : head.center / base.center];
  });
}
function geometricMean(values) {
  if (values.length === 0 || values.some((value) => !(value > 0))) return null;
  let mean = 0;
  values.forEach((value, i) => {
    mean += (Math.log(value) - mean) / (i + 1);
  });
  return Math.exp(mean);
}

// src/report/text.ts
var SHOW_ALL = 10;
var MOST_ROWS = 100;
var MOST_FUNCTIONS = 20;
var MOST_SUSPECTED = 10;
var NAME_WIDTH2 = 80;
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
    ...countedChanges(verdict).map((of) => countedLines(of, view)),
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
      logName(name(row), NAME_WIDTH2),
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
    ...rows.length === 0 ? [] : tableLines(columns, rows, tones, view),
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
      logName(functionTitle(row), NAME_WIDTH2),
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
    ...tableLines(columns, rows, tones, view),
    ...left === 0 ? [] : [plain(`and ${plural(left, "function")} more ${view.elsewhere}`)]
  ];
}
function countedLines({ title, rows, rest }, view) {
  const columns = [
    { heading: logName(title, NAME_WIDTH2 + 40), align: "left" },
    { heading: "at", align: "left" },
    { heading: "base", align: "right" },
    { heading: "head", align: "right" },
    { heading: "change", align: "right" }
  ];
  const cells = rows.map((row) => [
    logName(row.name, NAME_WIDTH2),
    logName(sourcePlace(row) || "-", 60),
    ...countedCells(row)
  ]);
  return [
    ...tableLines(
      columns,
      cells.map((of) => ({ cells: of, note: "", isNoted: false })),
      [],
      view
    ),
    ...rest === "" ? [] : sentence(longLine(rest), view).map(plain)
  ];
}
function tableLines(columns, rows, tones, { columns: width }) {
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
