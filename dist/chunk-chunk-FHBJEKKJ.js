import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  chooseSampleType
} from "./chunk-chunk-RL7XGZTW.js";
import {
  isNumber,
  isText,
  labelUnits,
  numberOf,
  scaledLabel
} from "./chunk-chunk-VWHO4UYV.js";
import {
  text
} from "./chunk-chunk-2NZK6ZYN.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/tags.ts
init_define_FLAMEGATE_PAGE();
function tagsOf(profile, { sampleType, isFiltered }) {
  const type = chooseSampleType(profile, sampleType);
  const types = profile.sampleTypes.length;
  const { count, locationStart, values, labels } = profile.samples;
  const units = labelUnits(profile);
  const tags = /* @__PURE__ */ new Map();
  const strings = /* @__PURE__ */ new Map();
  const textAt = (index) => {
    const known = strings.get(index) ?? text(profile.strings, index);
    strings.set(index, known);
    return known;
  };
  for (let s = 0; s < count; s++) {
    if (isFiltered && locationStart[s] === locationStart[s + 1]) continue;
    const cost = values[s * types + type];
    for (let k = labels.start[s]; k < labels.start[s + 1]; k++) {
      if (!isText(profile, k) && !isNumber(profile, k)) continue;
      const key = textAt(labels.key[k]);
      const tag = tags.get(key) ?? { texts: /* @__PURE__ */ new Map(), numbers: /* @__PURE__ */ new Map() };
      tags.set(key, tag);
      if (isText(profile, k)) addTo(tag.texts, textAt(labels.text[k]), cost);
      else addTo(tag.numbers, numberOf(profile, k), cost);
    }
  }
  return [...tags].toSorted(([a], [b]) => a < b ? -1 : 1).map(([key, tag]) => ({ key, unit: units.get(key) ?? key, ...tag }));
}
var mostValues = 2e4;
function tagTotals(profile, sampleType) {
  const item = { ...sampleType === void 0 ? {} : { sampleType }, isFiltered: false };
  return new Map(
    tagsOf(profile, item).flatMap(({ key, unit, texts, numbers }) => {
      const values = [
        ...texts,
        ...[...numbers].map(([value, cost]) => [scaledLabel(value, unit), cost])
      ].filter(([, cost]) => cost !== 0);
      return values.length === 0 ? [] : [[key, new Map(values.slice(0, mostValues))]];
    })
  );
}
function addTo(sums, key, cost) {
  sums.set(key, (sums.get(key) ?? 0) + cost);
}

export {
  tagsOf,
  tagTotals
};
