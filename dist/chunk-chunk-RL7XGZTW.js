import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  require_mod
} from "./chunk-chunk-JMYYPOXT.js";
import {
  quote,
  quoteAll
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  __toESM,
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/sampletype.ts
init_define_FLAMEGATE_PAGE();
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var cpuTypes = ["cpu", "cpu-time", "cpu_time", "samples"];
var BY_MEANING = [...cpuTypes, "alloc_space", "delay"];
function chooseSampleType(profile, name) {
  const types = profile.sampleTypes.map((sampleType) => sampleType.type);
  if (name !== void 0) {
    const short = name.startsWith("inuse_") ? name.slice("inuse_".length) : name;
    const found = types.findIndex((type) => type === name || type === short);
    if (found < 0) {
      throw new InputError(
        `no sample type ${quote(name)}; the profile has ${quoteAll(nearestFirst(types, name))}`,
        { file: profile.file }
      );
    }
    return found;
  }
  for (const type of [...BY_MEANING, profile.defaultSampleType]) {
    const found = types.indexOf(type);
    if (found >= 0) {
      return found;
    }
  }
  return types.length - 1;
}
function nearestFirst(types, name) {
  const near = (type) => (0, import_fastest_levenshtein.distance)(type.slice(0, 100), name.slice(0, 100));
  return types.toSorted((a, b) => near(a) - near(b));
}

export {
  cpuTypes,
  chooseSampleType
};
