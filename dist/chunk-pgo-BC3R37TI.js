import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  uploadPlace
} from "./chunk-chunk-IXYY2VAP.js";
import "./chunk-chunk-2OGB2E2Y.js";
import "./chunk-chunk-ZXWZRQLS.js";
import {
  uploadEntries
} from "./chunk-chunk-NZG3JMCS.js";
import {
  isCpuProfile,
  mergeForPgo
} from "./chunk-chunk-SH5IZRIL.js";
import "./chunk-chunk-UXXVGGJD.js";
import {
  readWholeProfile
} from "./chunk-chunk-MS7BYKXI.js";
import {
  writeProfile
} from "./chunk-chunk-QLVWZ2HT.js";
import "./chunk-chunk-7W66SIQ6.js";
import "./chunk-chunk-GEODQ3R4.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-W2JAEFIT.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-4ODYDUX2.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-Z4IIDTO4.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-TNIRC7FT.js";
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
