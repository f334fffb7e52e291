import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  largestFirst
} from "./chunk-chunk-VKMI2SIL.js";
import {
  chooseSampleType
} from "./chunk-chunk-RL7XGZTW.js";
import {
  cleanFile,
  unsymbolized
} from "./chunk-chunk-MVRN3XQO.js";
import {
  text
} from "./chunk-chunk-2NZK6ZYN.js";
import {
  quote
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/frames.ts
init_define_FLAMEGATE_PAGE();
import { randomInt } from "node:crypto";
function framesOf(profile, inlines, granularity) {
  const { locations } = profile;
  const sites = newSites(locations.lineFunction.length + profile.mappings.count + 1);
  const start = new Int32Array(locations.count + 1);
  const site = new Int32Array(locations.lineFunction.length + locations.count);
  const isNameless = namelessFunctions(profile, granularity);
  let length = 0;
  for (let l = 0; l < locations.count; l++) {
    start[l] = length;
    const nowhere = -3 - locations.mapping[l];
    const end = locations.lineStart[l + 1];
    const first = inlines ? locations.lineStart[l] : end - 1;
    if (locations.lineStart[l] === end) {
      site[length++] = siteOf(sites, nowhere, 0);
      continue;
    }
    for (let k = first; k < end; k++) {
      const f = locations.lineFunction[k];
      site[length++] = isNameless !== null && isNameless[f] === 1 ? siteOf(sites, nowhere, 0) : siteOf(sites, f, locations.lineNumber[k]);
    }
  }
  start[locations.count] = length;
  const named = nameSites(profile, sites, granularity);
  return {
    start,
    site,
    siteRow: named.siteRow,
    siteFunction: sites.functions.subarray(0, sites.count),
    siteLine: sites.lines.subarray(0, sites.count),
    rowNames: named.rowNames
  };
}
function newSites(most) {
  const bits = Math.ceil(Math.log2(2 * most + 2));
  return {
    count: 0,
    functions: new Int32Array(most),
    lines: new Float64Array(most),
    table: new Int32Array(2 ** bits),
    bits
  };
}
var [F, LOW, HIGH] = [0, 0, 0].map(() => 2 * randomInt(2 ** 30) + 1);
function siteOf(sites, f, line) {
  const mask = sites.table.length - 1;
  const high = Math.trunc(line / 4294967296);
  const mixed = Math.imul(f, F) + Math.imul(line, LOW) + Math.imul(high, HIGH);
  let at2 = (mixed | 0) >>> 32 - sites.bits;
  for (; ; ) {
    const found = sites.table[at2] - 1;
    if (found < 0) {
      const site = sites.count++;
      sites.table[at2] = site + 1;
      sites.functions[site] = f;
      sites.lines[site] = line;
      return site;
    }
    if (sites.functions[found] === f && sites.lines[found] === line) {
      return found;
    }
    at2 = at2 + 1 & mask;
  }
}
function namelessFunctions({ functions, strings }, granularity) {
  let marks = null;
  const isEmpty = (index) => strings.start[index] === strings.end[index];
  for (let f = 0; f < functions.count; f++) {
    const isFileShown = granularity !== "functions" && !isEmpty(functions.file[f]);
    if (isEmpty(functions.name[f]) && !isFileShown) {
      marks ??= new Uint8Array(functions.count);
      marks[f] = 1;
    }
  }
  return marks;
}
function nameSites(profile, sites, granularity) {
  const rows = /* @__PURE__ */ new Map();
  const rowNames = [];
  const rowOf = (name) => {
    let row = rows.get(name);
    if (row === void 0) {
      row = rowNames.push(name) - 1;
      rows.set(name, row);
    }
    return row;
  };
  const nameOf = siteNamer(profile, granularity);
  const siteRow = new Int32Array(sites.count);
  const rowOfFunction = new Int32Array(profile.functions.count).fill(-1);
  for (let site = 0; site < sites.count; site++) {
    const f = sites.functions[site];
    if (f < 0 || granularity === "lines") {
      siteRow[site] = rowOf(nameOf(f, sites.lines[site]));
      continue;
    }
    let row = rowOfFunction[f];
    if (row < 0) {
      row = rowOf(nameOf(f, 0));
      rowOfFunction[f] = row;
    }
    siteRow[site] = row;
  }
  return { siteRow, rowNames };
}
function siteNamer({ functions, mappings, strings }, granularity) {
  return (f, line) => {
    if (f < 0) {
      const mapping = -3 - f;
      const file2 = mapping < 0 ? "" : text(strings, mappings.file[mapping]);
      return unsymbolized(file2);
    }
    const name = text(strings, functions.name[f]);
    if (granularity === "functions") {
      return name;
    }
    const file = cleanFile(text(strings, functions.file[f]));
    const place = line === 0 ? file : `${file}:${line}`;
    return name === "" || place === "" ? name + place : `${name} ${place}`;
  };
}

// src/profile/merge.ts
init_define_FLAMEGATE_PAGE();
function mergeTables(tables) {
  const [first] = tables;
  if (first === void 0) {
    throw new InputError("no profile to merge");
  }
  if (tables.length === 1) {
    return first;
  }
  const rows = /* @__PURE__ */ new Map();
  let total = 0;
  let samples = 0;
  for (const table of tables) {
    requireSameType(first, table);
    total += table.total;
    samples = samples === null || table.samples === null ? null : samples + table.samples;
    for (const row of table.functions) {
      const sum = rows.get(row.name);
      if (sum === void 0) {
        rows.set(row.name, { heaviest: row, flat: row.flat, cum: row.cum });
      } else {
        sum.heaviest = Math.abs(row.flat) > Math.abs(sum.heaviest.flat) ? row : sum.heaviest;
        sum.flat += row.flat;
        sum.cum += row.cum;
      }
    }
  }
  return {
    source: tables.map((table) => table.source).join(", "),
    sampleType: first.sampleType,
    ...first.slice === void 0 ? {} : { slice: first.slice },
    total,
    samples,
    ...tables.every((table) => table.seconds !== void 0) ? { seconds: tables.reduce((sum, table) => sum + (table.seconds ?? 0), 0) } : {},
    functions: inOrder([...rows.values()].filter((row) => row.flat !== 0 || row.cum !== 0))
  };
}
function inOrder(rows) {
  const flat = Float64Array.from(rows, (row) => row.flat);
  const names = rows.map((row) => row.heaviest.name);
  return Array.from(largestFirst(flat, names), (index) => {
    const row = rows[index];
    return { ...row.heaviest, flat: row.flat, cum: row.cum };
  });
}
function requireSameType(a, b) {
  const [one, other] = [a.sampleType, b.sampleType];
  if (one.type !== other.type || one.unit !== other.unit) {
    throw new InputError(
      `cannot be put together with ${a.source}: it counts ${quote(other.type)} in ${quote(other.unit)}, the other ${quote(one.type)} in ${quote(one.unit)}; name a type that both have with --sample-type, or collect both alike`,
      { file: b.source }
    );
  }
}

// src/profile/table.ts
init_define_FLAMEGATE_PAGE();

// src/profile/count.ts
init_define_FLAMEGATE_PAGE();
var NO_SECOND = -4;
var MORE = -3;
function newCounter(frames) {
  const { start, site, siteRow, rowNames } = frames;
  const frameRow = new Int32Array(site.length);
  for (let k = 0; k < site.length; k++) {
    frameRow[k] = siteRow[site[k]];
  }
  const locations = start.length - 1;
  const firstTwo = new Int32Array(2 * locations);
  for (let l = 0; l < locations; l++) {
    const first = start[l];
    const count = start[l + 1] - first;
    firstTwo[2 * l] = frameRow[first];
    firstTwo[2 * l + 1] = count === 1 ? NO_SECOND : count === 2 ? frameRow[first + 1] : MORE;
  }
  return {
    frames,
    frameRow,
    firstTwo,
    leafFlat: new Float64Array(locations),
    cum: new Float64Array(rowNames.length),
    last: new Int32Array(rowNames.length),
    stacks: 0
  };
}
function countStack(counter, locations, first, end, value) {
  if (value === 0 || first === end) {
    return;
  }
  const { firstTwo, leafFlat, cum, last } = counter;
  const leaf = locations[first];
  leafFlat[leaf] = leafFlat[leaf] + value;
  const stack = ++counter.stacks;
  let marks = 0;
  for (let i = first; i < end; i++) {
    const pair = 2 * locations[i];
    const row = firstTwo[pair];
    cum[row] = cum[row] + (last[row] === stack ? 0 : value);
    last[row] = stack;
    const second = firstTwo[pair + 1];
    if (second >= 0) {
      cum[second] = cum[second] + (last[second] === stack ? 0 : value);
      last[second] = stack;
    } else {
      marks |= second;
    }
  }
  if ((marks & 1) !== 0) {
    countRest(counter, locations, first, end, value);
  }
}
function countRest({ frames: { start }, frameRow, cum, last, stacks }, locations, first, end, value) {
  for (let i = first; i < end; i++) {
    const location = locations[i];
    const lastFrame = start[location + 1];
    for (let k = start[location] + 1; k < lastFrame; k++) {
      const row = frameRow[k];
      cum[row] = cum[row] + (last[row] === stacks ? 0 : value);
      last[row] = stacks;
    }
  }
}
function countsOf({ frames, leafFlat, cum }) {
  const { start, site, siteRow } = frames;
  const siteFlat = new Float64Array(siteRow.length);
  for (let l = 0; l < leafFlat.length; l++) {
    const running = site[start[l]];
    siteFlat[running] = siteFlat[running] + leafFlat[l];
  }
  return { siteFlat, rowCum: cum };
}

// src/profile/table.ts
function functionTable(profile, options = {}) {
  const draft = startTable(profile, options);
  addSamples(profile, () => draft);
  return finishTable(draft);
}
function sliceTables(profile, { names, ofSample }, options = {}) {
  const frames = tableFrames(profile, options);
  const drafts = names.map(() => startTable(profile, options, frames));
  addSamples(profile, (s) => drafts[at(ofSample, s)]);
  return drafts.map((draft, slice) => ({ ...finishTable(draft), slice: names[slice] }));
}
function addSamples({ samples }, draftOf) {
  const { count, locations, locationStart, values, labels } = samples;
  const hasLabels = labels.key.length > 0;
  for (let s = 0; s < count; s++) {
    const draft = draftOf(s);
    const isBase = hasLabels && draft.isBase(labels.key, labels.text, at(labels.start, s), at(labels.start, s + 1));
    addSample(draft, locations, at(locationStart, s), at(locationStart, s + 1), values, s, isBase);
  }
}
var at = (column, index) => column[index];
function startTable(frame, options, frames = tableFrames(frame, options)) {
  if (frame.dropFrames !== "") {
    throw new Error("the profile has drop_frames; call pruneFrames before making a table");
  }
  const typeIndex = chooseSampleType(frame, options.sampleType);
  return {
    frame,
    typeIndex,
    counter: newCounter(frames),
    sums: new Float64Array(frame.sampleTypes.length),
    isBase: baseTest(frame.strings),
    isRelative: options.relative === true,
    baseSum: 0,
    samples: 0,
    isBelowPeriod: false,
    isDifference: false
  };
}
var tableFrames = (frame, options) => framesOf(frame, options.inlines ?? true, options.granularity ?? "functions");
function addSample(draft, locations, first, end, values, s, isBase) {
  if (draft.isRelative && first === end) return;
  const { sums, typeIndex } = draft;
  const offset = s * sums.length;
  for (let type = 0; type < sums.length; type++) {
    const value2 = values[offset + type];
    sums[type] = sums[type] + Math.abs(value2);
    if (value2 < 0) draft.isDifference = true;
  }
  const value = values[offset + typeIndex];
  draft.samples++;
  if (value !== 0 && 2 * Math.abs(value) < draft.frame.period) draft.isBelowPeriod = true;
  if (isBase) {
    draft.baseSum += Math.abs(value);
  }
  countStack(draft.counter, locations, first, end, value);
}
function finishTable(draft) {
  const { frame, typeIndex, sums, baseSum } = draft;
  const sum = sums[typeIndex];
  if (!Number.isSafeInteger(sum)) {
    throw new InputError("the values add up to more than 2^53 - 1 and cannot be counted exactly", {
      file: frame.file
    });
  }
  const total = baseSum > 0 ? baseSum : sum;
  return {
    source: frame.file,
    sampleType: frame.sampleTypes[typeIndex],
    total,
    samples: stackCount(draft, total),
    ...draft.isDifference ? { isDifference: true } : {},
    ...frame.durationNanos > 0n ? { seconds: Number(frame.durationNanos) / 1e9 } : {},
    ...frame.locations.background === void 0 ? {} : { background: backgroundOf(draft) },
    functions: rowsOf(draft)
  };
}
function baseTest(strings) {
  const isKey = stringTest(strings, "pprof::base");
  const isTrue = stringTest(strings, "true");
  return (key, value, from, to) => {
    for (let k = from; k < to; k++) {
      if (isKey(at(key, k)) && isTrue(at(value, k))) {
        return true;
      }
    }
    return false;
  };
}
function stringTest(strings, wanted) {
  const length = Buffer.byteLength(wanted);
  return (index) => at(strings.end, index) - at(strings.start, index) === length && text(strings, index) === wanted;
}
function stackCount(draft, total) {
  const { frame, typeIndex, sums, samples } = draft;
  const { sampleTypes, periodType, period } = frame;
  const chosen = sampleTypes[typeIndex];
  const own = `${chosen?.type.split("-")[0]}-samples`;
  const counter = sampleTypes.findIndex(
    ({ type, unit }) => ["samples", "sample", own].includes(type) && unit === "count"
  );
  if (counter >= 0) {
    return sums[counter];
  }
  const isSampled = chosen?.type === periodType.type && chosen.unit === periodType.unit;
  if (!isSampled || chosen.type === "" || samples === 0) return samples;
  if (period === 1 && chosen.unit !== "count") return samples;
  return period <= 0 || draft.isBelowPeriod ? null : Math.round(total / period);
}
function backgroundOf({ frame, counter }) {
  const flags = frame.locations.background;
  return counter.leafFlat.reduce(
    (sum, flat, l) => sum + (flags?.[l] === 1 ? Math.abs(flat) : 0),
    0
  );
}
function backgroundRows({ frame, counter }) {
  const flags = frame.locations.background;
  if (flags === void 0) return null;
  const { start, site, siteRow, rowNames } = counter.frames;
  const rows = new Uint8Array(rowNames.length);
  for (const flag of [1, 0]) {
    counter.leafFlat.forEach((flat, l) => {
      if (flat === 0 || flags[l] !== flag) return;
      rows[siteRow[site[start[l]]]] = flag;
    });
  }
  return rows;
}
function rowsOf(draft) {
  const { frame, counter } = draft;
  const isBackground = backgroundRows(draft);
  const { rowNames, siteRow, siteFunction, siteLine } = counter.frames;
  const { siteFlat, rowCum } = countsOf(counter);
  const flat = new Float64Array(rowNames.length);
  const place = new Int32Array(rowNames.length).fill(-1);
  for (let site = 0; site < siteRow.length; site++) {
    const row = siteRow[site];
    const value = siteFlat[site];
    flat[row] = flat[row] + value;
    const best = place[row];
    if (best < 0 || Math.abs(value) > Math.abs(siteFlat[best])) {
      place[row] = site;
    }
  }
  const fileOf = fileNames(frame);
  const rows = [];
  for (const row of largestFirst(flat, rowNames)) {
    const rowFlat = flat[row];
    const cum = rowCum[row];
    if (rowFlat !== 0 || cum !== 0) {
      const site = place[row];
      const f = siteFunction[site];
      const line = siteLine[site];
      rows.push({
        name: rowNames[row],
        file: fileOf(f),
        line: siteFlat[site] === 0 || line === 0 ? firstLine(frame, f, line) : line,
        flat: rowFlat,
        cum,
        ...isBackground?.[row] === 1 ? { background: true } : {}
      });
    }
  }
  return rows;
}
function firstLine({ functions }, f, seen) {
  return f < 0 ? 0 : functions.startLine[f] || seen;
}
function fileNames({ functions, strings }) {
  const known = /* @__PURE__ */ new Map();
  return (f) => {
    const index = f < 0 ? 0 : functions.file[f];
    let file = known.get(index);
    if (file === void 0) {
      file = text(strings, index);
      known.set(index, file);
    }
    return file;
  };
}

export {
  framesOf,
  mergeTables,
  requireSameType,
  functionTable,
  sliceTables,
  startTable,
  addSample,
  finishTable
};
