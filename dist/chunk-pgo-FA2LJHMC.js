import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isCpuProfile,
  mergeForPgo
} from "./chunk-chunk-MHXUH7RO.js";
import {
  writeProfile
} from "./chunk-chunk-MCSYO57I.js";
import "./chunk-chunk-UT3J4YBP.js";
import {
  uploadPlace
} from "./chunk-chunk-ADS6HISI.js";
import "./chunk-chunk-UI3DLJFK.js";
import "./chunk-chunk-SOV62ZBP.js";
import {
  uploadEntries
} from "./chunk-chunk-Z74XJE5Q.js";
import "./chunk-chunk-HYFZI7A6.js";
import "./chunk-chunk-EP2JPQBW.js";
import {
  readWholeProfile
} from "./chunk-chunk-JK4PVU2F.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-E6V7FVA2.js";
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
