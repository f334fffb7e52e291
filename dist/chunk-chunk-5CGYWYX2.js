import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  combine,
  finishCombined,
  newCombined
} from "./chunk-chunk-HZWZE5ZL.js";
import {
  quoteAll
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/write/pgo.ts
init_define_FLAMEGATE_PAGE();
var isCpuProfile = ({ sampleTypes }) => sampleTypes.some(
  ({ type, unit }) => type === "samples" && unit === "count" || type === "cpu" && unit === "nanoseconds"
) && sampleTypes.some(({ type }) => type === "cpu");
async function mergeForPgo(profiles, limits) {
  let combined = null;
  for await (const profile of profiles) {
    requireUsable(profile, limits);
    combined ??= newCombined(profile);
    combine(combined, profile);
  }
  if (combined === null) throw new InputError("no CPU profile to merge");
  return finishCombined(combined, "the merged profile");
}
function requireUsable(profile, { notBefore }) {
  const { file, sampleTypes, samples, functions, timeNanos } = profile;
  if (!isCpuProfile(profile)) {
    const types = quoteAll(sampleTypes.map(({ type, unit }) => `${type}/${unit}`));
    throw new InputError(
      `is no CPU profile: it counts ${types}; record one with -cpuprofile or net/http/pprof's profile`,
      { file }
    );
  }
  if (samples.count === 0) {
    throw new InputError("has no samples, so a build cannot use it", { file });
  }
  if (functions.startLine.every((line) => line === 0)) {
    throw new InputError(
      "does not say on which line functions begin, which Go needs: record it with Go 1.20 or newer",
      { file }
    );
  }
  if (notBefore !== null) requireFresh(file, timeNanos, notBefore);
}
function requireFresh(file, timeNanos, notBefore) {
  if (timeNanos === 0n) {
    throw new InputError("does not say when it was recorded, so its age is not known", {
      file
    });
  }
  const time = Number(timeNanos / 1000000n);
  if (time >= notBefore) return;
  const day = (at) => new Date(at).toISOString().slice(0, 10);
  throw new InputError(
    `was recorded on ${day(time)}, before ${day(notBefore)}: the code has changed since, record a new one`,
    { file }
  );
}

export {
  isCpuProfile,
  mergeForPgo
};
