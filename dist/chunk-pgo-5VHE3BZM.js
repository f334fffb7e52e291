import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  uploadPlace
} from "./chunk-chunk-6FIUBGVQ.js";
import "./chunk-chunk-P5F65DU5.js";
import "./chunk-chunk-UL6KPHPJ.js";
import {
  uploadEntries
} from "./chunk-chunk-3VUOUZQ6.js";
import {
  isCpuProfile,
  mergeForPgo
} from "./chunk-chunk-5SJD6QDJ.js";
import "./chunk-chunk-T747KIO4.js";
import {
  readWholeProfile
} from "./chunk-chunk-BJWDAWJR.js";
import "./chunk-chunk-DWKW66J4.js";
import "./chunk-chunk-NWFIJ5NX.js";
import {
  writeProfile
} from "./chunk-chunk-BAASPEA3.js";
import "./chunk-chunk-PUU7GCL5.js";
import "./chunk-chunk-7XOUPUJV.js";
import "./chunk-chunk-DB7KJF5Y.js";
import "./chunk-chunk-OHHDPD32.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-HUNTVSA6.js";
import "./chunk-chunk-LXBOSWHC.js";
import "./chunk-chunk-Z43TE2JO.js";
import "./chunk-chunk-DHK4SDK4.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-FZZ2ZYFP.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-FO6TTW33.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/entry/action/pgo.ts
init_define_FLAMEGATE_PAGE();
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
