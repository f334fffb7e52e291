import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  uploadPlace
} from "./chunk-chunk-GGG6UMFC.js";
import "./chunk-chunk-F6AFBLR4.js";
import "./chunk-chunk-RYASM745.js";
import {
  uploadEntries
} from "./chunk-chunk-IB42ZTYR.js";
import {
  isCpuProfile,
  mergeForPgo
} from "./chunk-chunk-STMSBHQY.js";
import "./chunk-chunk-QJRQWPOU.js";
import "./chunk-chunk-RFHQA4VV.js";
import {
  readWholeProfile
} from "./chunk-chunk-2TEFKGE7.js";
import "./chunk-chunk-PUWUD367.js";
import {
  writeProfile
} from "./chunk-chunk-MQYCJFMV.js";
import "./chunk-chunk-GFXZ33DM.js";
import "./chunk-chunk-GEODQ3R4.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-MDC75YKU.js";
import "./chunk-chunk-RPXPASOV.js";

// src/entry/action/pgo.ts
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
