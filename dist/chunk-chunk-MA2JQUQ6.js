import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  cell,
  layOut
} from "./chunk-chunk-MORECE4B.js";
import {
  sourcePlace
} from "./chunk-chunk-EN26ULPN.js";
import {
  fixed,
  fraction,
  pCell,
  plural,
  pp
} from "./chunk-chunk-YWGPFSAG.js";
import {
  logLine,
  logName
} from "./chunk-chunk-RFZJ2M3E.js";

// src/report/profilescale.ts
var bytes = ["B", "kB", "MB", "GB", "TB", "PB"].map((name, i) => {
  const long = ["", "kilo", "mega", "giga", "tera", "peta"][i];
  const short = name.toLowerCase();
  const aliases = i === 0 ? ["b", "byte"] : [short, `${short}yte`, `${long}byte`];
  return { name, aliases, factor: 1024 ** i };
});
var times = [
  { name: "ns", aliases: ["ns", "nanosecond"], factor: 1 },
  { name: "us", aliases: ["us", "microsecond"], factor: 1e3 },
  { name: "ms", aliases: ["ms", "millisecond"], factor: 1e6 },
  { name: "s", aliases: ["s", "sec", "second"], factor: 1e9 },
  { name: "hrs", aliases: ["hour", "hr"], factor: 36e11 }
];
var KINDS = [
  { zero: { name: "B", factor: 1 }, units: bytes },
  { zero: { name: "s", factor: 1e9 }, units: times }
];
var SILENT = /* @__PURE__ */ new Set(["count", "sample", "unit", "minimum", "auto"]);
function unitOf(kind, name) {
  const lower = name.toLowerCase();
  const alias = lower.length > 2 ? lower.replace(/s$/, "") : lower;
  return kind.units.find((unit) => unit.aliases.includes(alias));
}
function convert(value, from, to) {
  for (const kind of KINDS) {
    const source = unitOf(kind, from);
    if (source === void 0) continue;
    const base = value * source.factor;
    const target = to === "auto" ? kind.units.findLast((unit) => Math.abs(base) >= unit.factor) : unitOf(kind, to);
    const { name, factor } = target ?? kind.zero;
    return { value: base / factor, unit: name };
  }
  return { value, unit: SILENT.has(to) ? "" : to };
}
function profileValue(value, from, to = "auto") {
  const converted = convert(value, from, to);
  if (!Number.isFinite(converted.value)) return "?";
  const text = fixed(converted.value, 2).replace(/\.00$/, "");
  return text === "0" || text === "-0" ? "0" : text + converted.unit;
}
function commonProfileUnit(rows, total, unit) {
  if (rows.length === 0) return "auto";
  let least = 0;
  for (const { flat, cum } of rows) {
    const size = Math.abs(flat) || Math.abs(cum);
    if (size > 0 && (least === 0 || size < least)) least = size;
  }
  if (least === 0) least = total;
  const small = convert(least, unit, "auto").unit;
  const large = convert(total, unit, "auto").unit;
  const chosen = small !== large && least * 100 < total ? convert(100 * least, unit, "auto").unit : small;
  return chosen === "" ? unit : chosen;
}
function profilePercent(value, total) {
  const ratio = total === 0 ? 0 : Math.abs(value / total) * 100;
  if (!Number.isFinite(ratio)) return "     ?";
  if (ratio >= 99.95 && ratio <= 100.05) return "  100%";
  return `${(ratio >= 1 ? fixed(ratio, 2) : twoDigits(ratio)).padStart(5)}%`;
}
function twoDigits(value) {
  if (value === 0) return "0";
  const exponent = Number(value.toExponential().split("e")[1]);
  if (exponent < -4) {
    const [mantissa = "", power = ""] = value.toExponential(1).split("e-");
    return `${mantissa.replace(/\.0$/, "")}e-${power.padStart(2, "0")}`;
  }
  return fixed(value, 1 - exponent).replace(/\.?0+$/, "");
}

// src/report/toptext.ts
var LEAST_FRACTION = 5e-3;
var NAME_WIDTH = 200;
function topText(table) {
  const { sampleType, total } = table;
  const least = Math.abs(Math.trunc(sumOfFlat(table.functions) * LEAST_FRACTION));
  const rows = table.functions.filter(({ cum }) => Math.abs(cum) >= least);
  const unit = commonProfileUnit(rows, total, sampleType.unit);
  const value = (amount) => profileValue(amount, sampleType.unit, unit);
  const shown = sumOfFlat(rows);
  const part = profilePercent(shown, total).trim();
  const lines = [
    logLine(`Type: ${sampleType.type}`),
    ...sliceLine(table),
    logLine(`Showing nodes accounting for ${value(shown)}, ${part} of ${value(total)} total`)
  ];
  const dropped = table.functions.length - rows.length;
  if (dropped > 0 && total !== 0) {
    const limit = value(Math.trunc(total * LEAST_FRACTION));
    lines.push(logLine(`Dropped ${plural(dropped, "node")} (cum <= ${limit})`));
  }
  lines.push("      flat  flat%   sum%        cum   cum%");
  let sum = 0;
  for (const { name, flat, cum } of rows) {
    sum += flat;
    const columns = [
      value(flat).padStart(10),
      profilePercent(flat, total),
      profilePercent(sum, total),
      value(cum).padStart(10),
      profilePercent(cum, total)
    ];
    lines.push(logLine(`${columns.join(" ")}  ${logName(name, NAME_WIDTH)}`));
  }
  return `${lines.join("\n")}
`;
}
var sliceLine = ({ slice }) => slice === void 0 ? [] : [logLine(`Slice: ${slice}`)];
function sumOfFlat(rows) {
  return rows.reduce((sum, { flat }) => sum + flat, 0);
}
function functionDiffText(profile) {
  const { sampleType, base, head } = profile;
  const rows = profile.functions.filter(
    (row) => Math.max(Math.abs(row.base.cumFraction), Math.abs(row.head.cumFraction)) >= LEAST_FRACTION
  );
  const lines = [
    logLine(`Type: ${sampleType.type}`),
    ...sliceLine(profile),
    logLine(`base: ${sideText(base, sampleType)}`),
    logLine(`head: ${sideText(head, sampleType)}`)
  ];
  const dropped = profile.functions.length - rows.length;
  if (dropped > 0) {
    lines.push(`Dropped ${plural(dropped, "function")} (cum < 0.5% on both sides)`);
  }
  const headings = ["base flat", "head flat", "delta", "base cum", "head cum", "p"];
  const right = (text, column) => cell(column, text, { align: "right", margin: column === 0 ? "" : "  " });
  const body = rows.map((row) => [
    ...[
      fraction(row.base.flatFraction),
      fraction(row.head.flatFraction),
      pp(row.flatDelta),
      fraction(row.base.cumFraction),
      fraction(row.head.cumFraction),
      pCell(row.p)
    ].map(right),
    cell(6, withPlace(row), { margin: "  " })
  ]);
  lines.push(...layOut([[...headings.map(right), cell(6, "function", { margin: "  " })], ...body]));
  return `${lines.join("\n")}
`;
}
function withPlace(row) {
  const place = sourcePlace(row);
  return logName(row.name, NAME_WIDTH) + (place === "" ? "" : ` (${logName(place, 80)})`);
}
function sideText(side, sampleType) {
  const files = side.profiles === 1 ? "1 profile" : `${side.profiles} profiles`;
  const total = profileValue(side.total, sampleType.unit);
  return `${total} in ${plural(side.samples, "sample")}, ${files}`;
}

export {
  topText,
  functionDiffText
};
