import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  uploadPlace
} from "./chunk-chunk-72IG7DTA.js";
import "./chunk-chunk-5C4YLEC3.js";
import "./chunk-chunk-SOV62ZBP.js";
import {
  uploadEntries
} from "./chunk-chunk-IOEVLE5U.js";
import {
  isCpuProfile,
  mergeForPgo
} from "./chunk-chunk-MHXUH7RO.js";
import "./chunk-chunk-HYFZI7A6.js";
import "./chunk-chunk-EP2JPQBW.js";
import {
  readWholeProfile
} from "./chunk-chunk-DRD5DY45.js";
import "./chunk-chunk-QM4W6GCR.js";
import {
  writeProfile
} from "./chunk-chunk-MCSYO57I.js";
import "./chunk-chunk-E6V7FVA2.js";
import "./chunk-chunk-UT3J4YBP.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-OT5DCEEM.js";
import "./chunk-chunk-2Q632MTP.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/action/pgo.ts
var mostDays = 30;
async function uploadPgo(settings, context) {
  const { profiles: files } = settings.run(context);
  async function* profiles() {
    for (const file of files) {
      const profile = await readWholeProfile(file);
      if (isCpuProfile(profile)) yield profile;
    }
  }
  const merged = await mergeForPgo(profiles(), {
    notBefore: Date.now() - mostDays * 24 * 60 * 60 * 1e3
  });
  const entries = /* @__PURE__ */ new Map([["default.pgo", writeProfile(merged)]]);
  return uploadEntries(entries, uploadPlace(settings, context, `pgo-${settings.name}`));
}
export {
  uploadPgo
};
