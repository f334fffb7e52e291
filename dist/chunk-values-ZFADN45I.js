import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readMergedProfile
} from "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import {
  asSeen
} from "./chunk-chunk-A7VDOM55.js";
import {
  functionTable
} from "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-RL7XGZTW.js";
import "./chunk-chunk-ZUGVML7C.js";
import "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-MVRN3XQO.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-BANJ3GOK.js";
import "./chunk-chunk-SGSL43OP.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
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

// src/entry/cli/values.ts
init_define_FLAMEGATE_PAGE();

// src/profile/mean.ts
init_define_FLAMEGATE_PAGE();
function meansOf(profile, options) {
  const values = functionTable(profile, options);
  const [counted] = profile.sampleTypes;
  const counts = functionTable(profile, { ...options, sampleType: counted?.type ?? "" });
  const countOf = new Map(counts.functions.map((row) => [row.name, row]));
  return {
    total: mean(values.total, counts.total),
    of: new Map(
      values.functions.map(({ name, flat, cum }) => {
        const count = countOf.get(name);
        return [name, { flat: mean(flat, count?.flat ?? 0), cum: mean(cum, count?.cum ?? 0) }];
      })
    )
  };
}
var mean = (value, count) => count === 0 ? value : Math.trunc(value / count);

// src/profile/normalize.ts
init_define_FLAMEGATE_PAGE();
function normalized(profile, base) {
  const { samples, sampleTypes } = profile;
  const own = sums(profile);
  const wanted = sums(base);
  const ratios = sampleTypes.map(({ type }, at2) => {
    const there = base.sampleTypes.findIndex((other) => other.type === type);
    if (there < 0) return 1;
    const sum = own[at2];
    return sum === 0 ? 0 : wanted[there] / sum;
  });
  if (ratios.every((ratio) => ratio === 1)) return profile;
  const types = sampleTypes.length;
  const values = new Float64Array(samples.values.length);
  for (let s = 0; s < samples.count; s++) {
    let isKept = false;
    for (let type = 0; type < types; type++) {
      const value = samples.values[s * types + type];
      const ratio = ratios[type];
      const scaled = Math.sign(value) * Math.round(Math.abs(value * ratio));
      values[s * types + type] = ratio === 1 ? value : scaled;
      isKept ||= ratio !== 1 && scaled !== 0;
    }
    if (!isKept) values.fill(0, s * types, (s + 1) * types);
  }
  return { ...profile, samples: { ...samples, values } };
}
function sums({ samples, sampleTypes }) {
  const all = new Float64Array(sampleTypes.length);
  samples.values.forEach((value, i) => {
    const type = i % sampleTypes.length;
    all[type] = all[type] + value;
  });
  return all;
}

// src/entry/cli/values.ts
async function fileMeans(files, options) {
  refuseSlices(options, "--mean");
  const { profile } = await asSeen(await readMergedProfile(files), options);
  return meansOf(profile, options);
}
async function normalizedHead(base, head, options) {
  refuseSlices(options, "--normalize");
  const scaled = normalized(await readMergedProfile(head), await readMergedProfile(base));
  return (await asSeen(scaled, options)).profile;
}
async function withValues(profiles, { base, head }, options, { mean: mean2 = false, normalize = false }) {
  if (!mean2 && !normalize) return profiles;
  refuseSlices(options, mean2 ? "--mean" : "--normalize");
  const [only] = profiles;
  if (only === void 0 || profiles.length > 1) {
    throw new InputError(
      `${mean2 ? "--mean" : "--normalize"} is for one kind of profile at a time: name the files of one kind on both sides`
    );
  }
  const valuesOf = (profile) => mean2 ? meansOf(profile, options).of : new Map(functionTable(profile, options).functions.map((row) => [row.name, row]));
  const before = mean2 ? (await fileMeans(base, options)).of : null;
  const now = normalize ? valuesOf(await normalizedHead(base, head, options)) : (await fileMeans(head, options)).of;
  const functions = only.functions.map((row) => ({
    ...row,
    ...before === null ? {} : { base: { ...row.base, ...at(before, row.formerName ?? row.name) } },
    head: { ...row.head, ...at(now, row.name) },
    // A mean was not tested.
    ...mean2 ? { p: null } : {}
  }));
  return [{ ...only, functions }];
}
function at(values, name) {
  const { flat = 0, cum = 0 } = values.get(name) ?? {};
  return { flat, cum };
}
function refuseSlices({ groupBy }, flag) {
  if (groupBy === void 0) return;
  throw new InputError(`${flag} is of whole profiles: leave out the slices (--group-by)`);
}
export {
  fileMeans,
  normalizedHead,
  withValues
};
