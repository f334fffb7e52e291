import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  sliceFactors
} from "./chunk-chunk-GWC6IANW.js";
import {
  readSeen
} from "./chunk-chunk-A7VDOM55.js";
import {
  seriesKey,
  typeKey
} from "./chunk-chunk-ETXR6ESQ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/flow/evidence.ts
init_define_FLAMEGATE_PAGE();
function evidenceOf(sides, options, compared = { base: runsOf(sides.base), head: runsOf(sides.head) }) {
  const factors = once(() => sliceFactors(compared.head, compared.base));
  const base = sideOf(sides.base, options, factors);
  const head = sideOf(sides.head, options, factors);
  return {
    samples: (row) => ({ base: base.samples(row), head: head.samples(row) }),
    profiles: [...new Map([...head.kinds, ...base.kinds]).values()].map((kind) => ({
      sampleType: kind.sampleType,
      ...kind.slice === void 0 ? {} : { slice: kind.slice },
      base: () => base.stacks(kind),
      head: () => head.stacks(kind)
    })),
    whole: base.only === null || head.only === null ? null : wholeOf(base.only, head.only)
  };
}
var wholeOf = (base, head) => async () => {
  const [before, now] = [await base(), await head()];
  if (before === null || now === null) throw new TypeError("a profile that was compared is gone");
  return { base: before.profile, head: now.profile };
};
function withRounds(stored, rounds) {
  if (rounds === null) return stored;
  const placeOf = ({ sampleType, slice }) => `${sampleType.type}\0${slice ?? ""}`;
  const taken = new Set(rounds.profiles.map(placeOf));
  return {
    samples: (row) => {
      const [before, sides] = [stored.samples(row), rounds.samples(row)];
      return { base: [...before.base, ...sides.base], head: [...before.head, ...sides.head] };
    },
    profiles: [
      ...rounds.profiles,
      ...stored.profiles.filter((profile) => !taken.has(placeOf(profile)))
    ]
  };
}
var kindOf = ({ sampleType, slice }) => `${typeKey(sampleType)}\0${slice ?? ""}`;
function once(ask) {
  let answer = null;
  return () => {
    answer ??= { value: ask() };
    return answer.value;
  };
}
var usableOf = (runs) => runs.filter(({ profiles }) => profiles !== null);
var runsOf = (runs) => usableOf(runs).map(({ run }) => run);
function sideOf(runs, options, factors) {
  const usable = usableOf(runs);
  const tables = usable.flatMap(({ run }) => run.tables);
  const isOne = usable.reduce((count, { run }) => count + sourcesOf(run).size, 0) === 1;
  const read = () => profilesOf(usable, options);
  const held = once(async () => (await read().next()).value ?? null);
  const only = isOne ? async () => (await held())?.seen ?? null : null;
  const stacks = once(async () => addedUp(isOne ? [await held()] : read(), options, factors()));
  const series = once(
    () => runs.map((files) => ({
      ...files,
      found: new Map(files.run.series.map((one) => [seriesKey(one), one]))
    }))
  );
  return {
    kinds: new Map(tables.map((table) => [kindOf(table), table])),
    only,
    stacks: async (kind) => (await stacks()).get(kindOf(kind)) ?? null,
    samples: (row) => series().flatMap(({ run, round = null, found }) => {
      const measured = found.get(seriesKey(row));
      if (measured === void 0) return [];
      const { commit, time, environment } = run;
      const { samples, passes } = measured;
      return [{ commit, time, environment, round, samples, ...passes && { passes } }];
    })
  };
}
var sourcesOf = ({ tables }) => new Set(tables.map(({ source }) => source));
async function* profilesOf(runs, options) {
  for (const { run, profiles } of runs) {
    const sources = sourcesOf(run);
    if (sources.size === 0) continue;
    for (const file of await profiles?.() ?? []) {
      if (!sources.has(file.file)) continue;
      const tables = run.tables.filter(({ source }) => source === file.file);
      yield { seen: await readSeen(file, options), tables };
    }
  }
}
async function addedUp(profiles, options, factors) {
  const { mergeStacks, stacksOf, weighted } = await import("./chunk-stacks-ACQWDJEK.js");
  const kinds = /* @__PURE__ */ new Map();
  const compared = new Set([...factors.keys()].map(kindOf));
  for await (const read of profiles) {
    if (read === null) continue;
    const { seen, tables } = read;
    for (const raw of stacksOf(seen.profile, options, seen.slices)) {
      const table = tables.find((functionTable) => kindOf(functionTable) === kindOf(raw));
      const factor = table && factors.get(table);
      if (factor === void 0 && compared.has(kindOf(raw))) continue;
      const one = factor === void 0 ? raw : weighted(raw, factor);
      const known = kinds.get(kindOf(one));
      if (known === void 0) kinds.set(kindOf(one), [one]);
      else known.push(one);
    }
  }
  return new Map([...kinds].map(([kind, all]) => [kind, mergeStacks(all)]));
}

export {
  evidenceOf,
  withRounds
};
