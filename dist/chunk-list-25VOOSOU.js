import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  flagName
} from "./chunk-chunk-EAYZLJTF.js";
import "./chunk-chunk-JF3RMCPS.js";
import {
  readMergedProfile
} from "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import {
  asSeen
} from "./chunk-chunk-A7VDOM55.js";
import {
  valuePrinter
} from "./chunk-chunk-SXPVU2JQ.js";
import {
  profilePercent
} from "./chunk-chunk-RKOIVFBX.js";
import {
  framesOf,
  functionTable
} from "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import {
  chooseSampleType
} from "./chunk-chunk-RL7XGZTW.js";
import "./chunk-chunk-ZY32PDO3.js";
import {
  logLine,
  logName
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ZUGVML7C.js";
import {
  compileExpression
} from "./chunk-chunk-BMY7VOPR.js";
import "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-MVRN3XQO.js";
import {
  text
} from "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-BANJ3GOK.js";
import "./chunk-chunk-SGSL43OP.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
import "./chunk-chunk-6RNIDPFN.js";
import "./chunk-chunk-OBSUUNSJ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-UO3SQAG6.js";
import "./chunk-chunk-MKYMQKPK.js";
import "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-3EDRWKZB.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/list.ts
init_define_FLAMEGATE_PAGE();

// src/profile/listing.ts
init_define_FLAMEGATE_PAGE();
function listingOf(profile, options, matches, fileOf = (file) => file) {
  const { total, sampleType } = functionTable(profile, options);
  const { start, site, siteFunction, siteLine } = framesOf(
    profile,
    options.inlines ?? true,
    "lines"
  );
  const nodes = newNodes();
  const siteNode = Int32Array.from(siteFunction, (f, at) => {
    if (f < 0) return -1;
    const name = text(profile.strings, profile.functions.name[f]);
    if (!matches(name)) return -1;
    const file = fileOf(text(profile.strings, profile.functions.file[f]));
    const startLine = profile.functions.startLine[f];
    return nodeOf(nodes, { name, file, startLine, line: siteLine[at] });
  });
  const type = chooseSampleType(profile, options.sampleType);
  const { count, locationStart, locations, values } = profile.samples;
  for (let s = 0; s < count; s++) {
    const value = values[s * profile.sampleTypes.length + type];
    if (value === 0) continue;
    const first = locationStart[s];
    for (let i = first; i < locationStart[s + 1]; i++) {
      const location = locations[i];
      for (let k = start[location]; k < start[location + 1]; k++) {
        const node = nodes.all[siteNode[site[k]]];
        if (node === void 0) continue;
        if (node.last !== s) node.cum += value;
        node.last = s;
        if (i === first && k === start[location]) node.flat += value;
      }
    }
  }
  return { unit: sampleType.unit, total, functions: byFile(nodes.all) };
}
var newNodes = () => ({ all: [], byPlace: /* @__PURE__ */ new Map() });
function nodeOf({ all, byPlace }, place) {
  const key = JSON.stringify(place);
  const known = byPlace.get(key);
  if (known !== void 0) return known;
  const node = all.push({ ...place, flat: 0, cum: 0, last: -1 }) - 1;
  byPlace.set(key, node);
  return node;
}
function byFile(nodes) {
  const found = /* @__PURE__ */ new Map();
  for (const { name, file, startLine, line, flat, cum } of nodes) {
    if (flat === 0 && cum === 0) continue;
    const key = JSON.stringify([name, file]);
    const known = found.get(key) ?? { name, file, startLine, lines: /* @__PURE__ */ new Map() };
    const before = known.lines.get(line) ?? { flat: 0, cum: 0 };
    known.lines.set(line, { flat: before.flat + flat, cum: before.cum + cum });
    found.set(key, { ...known, startLine: Math.min(known.startLine, startLine) });
  }
  const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  return [...found.values()].toSorted((a, b) => compare(a.name, b.name) || compare(a.file, b.file));
}

// src/report/listtext.ts
init_define_FLAMEGATE_PAGE();
var NAME_WIDTH = 200;
var MARGIN = 5;
function listText(routines, totals, unit, view = {}) {
  const value = valuePrinter(view, Math.max(...totals), unit);
  const between = (texts) => texts.join(" -> ");
  const lines = [`Total: ${between(totals.map(value))}`];
  for (const routine of routines) {
    const name = logName(routine.name, NAME_WIDTH);
    if (routine.file === "") {
      lines.push(`No source information for ${name}`);
      continue;
    }
    const sides = aligned(routine.sides);
    const sums = sides.map((side) => sumOf([...side?.lines.values() ?? []]));
    const shares = sums.map(({ cum }, i) => profilePercent(cum, totals[i] ?? 0));
    const costs = (list, print) => list.map(({ flat, cum }) => `${print(flat).padStart(10)} ${print(cum).padStart(10)}`).join("  ");
    const [first = ""] = shares;
    const share = shares.length === 1 ? first : between(shares.map((text2) => text2.trim()));
    lines.push(`ROUTINE ======================== ${name} in ${logName(routine.file, NAME_WIDTH)}`);
    if (sides.length > 1) lines.push(`${"base".padStart(21)}  ${"head".padStart(21)}`);
    lines.push(`${costs(sums, value)} (flat, cum) ${share} of Total`);
    if (routine.source === null) {
      lines.push(" The source is not in this checkout: see --source-path and --trim-path");
      continue;
    }
    const dot = (amount) => amount === 0 ? "." : value(amount);
    const [from, to] = rangeOf(sides);
    for (let line = from; line <= Math.min(to, routine.source.length); line++) {
      const items = sides.map((side) => side?.lines.get(line) ?? { flat: 0, cum: 0 });
      const text2 = sourceText(routine.source[line - 1] ?? "");
      lines.push(`${costs(items, dot)} ${String(line).padStart(6)}:${text2}`);
    }
  }
  return `${lines.join("\n")}
`;
}
function sumOf(costs) {
  return costs.reduce((sum, { flat, cum }) => ({ flat: sum.flat + flat, cum: sum.cum + cum }), {
    flat: 0,
    cum: 0
  });
}
function aligned(sides) {
  const start = sides.at(-1)?.startLine ?? 0;
  return sides.map((side) => {
    if (side === null || start === 0 || side.startLine === 0) return side;
    const by = start - side.startLine;
    const lines = new Map([...side.lines].map(([line, cost]) => [line + by, cost]));
    return { startLine: start, lines };
  });
}
function rangeOf(sides) {
  const there = sides.filter((side) => side !== null);
  const costly = there.flatMap(({ lines }) => [...lines.keys()]);
  const start = there.find(({ startLine }) => startLine > 0)?.startLine;
  const from = start ?? costly.reduce((least, line) => Math.min(least, line), Infinity) - MARGIN;
  return [Math.max(1, from), costly.reduce((most, line) => Math.max(most, line), 0) + MARGIN];
}
var sourceText = (line) => line.split("	").map((part) => logLine(`:${part}`, 2e3).slice(1)).join("	");

// src/source/files/sourcetext.ts
init_define_FLAMEGATE_PAGE();
import { readFile, realpath, stat } from "node:fs/promises";
import { basename, delimiter, dirname, isAbsolute, join, resolve, sep } from "node:path";
var SOURCE_LIMIT = 16 * 1024 * 1024;
var split = (list) => list === "" ? [] : list.split(delimiter);
function trimmedPath(path, { sourcePath = "", trimPath = "" }) {
  if (trimPath === "") {
    for (const directory of split(sourcePath)) {
      const wanted = `/${basename(directory)}/`;
      const found = path.indexOf(wanted);
      if (found >= 0) return path.slice(found + wanted.length);
    }
  }
  for (const trim of [...split(trimPath), "/proc/self/cwd/./", "/proc/self/cwd/"]) {
    const front = trim.endsWith("/") ? trim : `${trim}/`;
    if (path.startsWith(front)) return path.slice(front.length);
  }
  return path;
}
async function sourceLines(file, places, cwd = process.cwd()) {
  const { sourcePath = cwd, trimPath } = places;
  const path = trimmedPath(file, { sourcePath, ...trimPath === void 0 ? {} : { trimPath } });
  const top = await checkoutOf(cwd);
  const given = split(sourcePath).map((directory) => resolve(cwd, directory));
  const roots = await Promise.all([top, ...given].map((root) => realpath(root).catch(() => root)));
  for (const candidate of isAbsolute(path) ? [path] : candidates(path, given)) {
    const real = await realpath(candidate).catch(() => null);
    if (real === null || !roots.some((root) => isWithin(real, root))) continue;
    const info = await stat(real).catch(() => null);
    if (info?.isFile() !== true || info.size > SOURCE_LIMIT) continue;
    const lines = (await readFile(real, "utf8")).split("\n").map((line) => line.replace(/\r$/, ""));
    return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
  }
  return null;
}
var isWithin = (path, root) => path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
function candidates(path, directories) {
  return directories.flatMap((directory) => {
    const found = [];
    for (let up = directory; ; up = dirname(up)) {
      found.push(join(up, path));
      if (dirname(up) === up) return found;
    }
  });
}
async function checkoutOf(cwd) {
  for (let at = resolve(cwd); ; at = dirname(at)) {
    if (await stat(join(at, ".git")).catch(() => null) !== null) return at;
    if (dirname(at) === at) return resolve(cwd);
  }
}

// src/entry/cli/list.ts
async function listReport(flags, sides, options, view) {
  const { list: expression = "" } = flags;
  refuseIdle(flags, options);
  const matches = await compileExpression(expression, "--list");
  const { sourcePath, trimPath } = flags;
  const places = {
    ...sourcePath === void 0 ? {} : { sourcePath },
    ...trimPath === void 0 ? {} : { trimPath }
  };
  const listings = [];
  for (const files of sides) {
    const { profile } = await asSeen(await readMergedProfile(files), options);
    listings.push(listingOf(profile, options, matches, (file) => trimmedPath(file, places)));
  }
  const [first, ...others] = listings;
  if (first === void 0 || listings.every(({ functions }) => functions.length === 0)) {
    throw new InputError(
      `--list ${JSON.stringify(expression)} matches no function of these profiles`
    );
  }
  const unlike = others.find(({ unit }) => unit !== first.unit);
  if (unlike !== void 0) {
    throw new InputError(
      `--list needs one kind of profile on both sides, not ${first.unit} and ${unlike.unit}: choose with --sample-type`
    );
  }
  const routines = [];
  for (const { name, file, sides: both } of paired(listings)) {
    const source = file === "" ? null : await sourceLines(file, places);
    routines.push({ name, file, sides: both, source });
  }
  return listText(
    routines,
    listings.map(({ total }) => total),
    first.unit,
    view
  );
}
function paired(listings) {
  const last = listings.at(-1)?.functions ?? [];
  const filesOf = (functions, name) => functions.filter((listedFunction) => listedFunction.name === name);
  const found = /* @__PURE__ */ new Map();
  for (const [at, { functions }] of listings.entries()) {
    for (const one of functions) {
      const [there, ...more] = filesOf(last, one.name);
      const isAlone = filesOf(functions, one.name).length === 1 && more.length === 0;
      const file = isAlone && there !== void 0 ? there.file : one.file;
      const key = JSON.stringify([one.name, file]);
      const known = found.get(key)?.sides ?? listings.map(() => null);
      found.set(key, { name: one.name, file, sides: known.with(at, one) });
    }
  }
  return [...found.values()].toSorted(
    (a, b) => a.name === b.name ? a.file < b.file ? -1 : 1 : a.name < b.name ? -1 : 1
  );
}
function refuseIdle(flags, { groupBy }) {
  const idle = [
    "peek",
    "tree",
    "cum",
    "nodecount",
    "nodefraction",
    "mean",
    "normalize",
    "granularity"
  ].find((flag) => flags[flag] !== void 0);
  if (idle !== void 0) {
    throw new InputError(`--list shows the lines of a function: leave out ${flagName(idle)}`);
  }
  if (groupBy !== void 0) {
    throw new InputError("--list is of whole profiles: leave out the slices (--group-by)");
  }
}
export {
  listReport
};
