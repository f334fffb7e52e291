import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  uploadPlace
} from "./chunk-chunk-YM72Z2GD.js";
import "./chunk-chunk-WZETXG24.js";
import "./chunk-chunk-LRUUR27T.js";
import {
  uploadEntries
} from "./chunk-chunk-KXVWMKOX.js";
import {
  isCpuProfile,
  mergeForPgo
} from "./chunk-chunk-MLUPOFHP.js";
import "./chunk-chunk-KGKY7JK4.js";
import {
  readWholeProfile
} from "./chunk-chunk-IYGNP3XI.js";
import "./chunk-chunk-EHBWCSTW.js";
import "./chunk-chunk-3MQTSQQH.js";
import {
  writeProfile
} from "./chunk-chunk-63VNSYDU.js";
import "./chunk-chunk-LKCNUCDV.js";
import "./chunk-chunk-RUF4V34I.js";
import "./chunk-chunk-7XOUPUJV.js";
import "./chunk-chunk-WC72DG5E.js";
import "./chunk-chunk-LHA6YONK.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-7GE2WMSZ.js";
import "./chunk-chunk-LXBOSWHC.js";
import "./chunk-chunk-S7EX6Z5N.js";
import "./chunk-chunk-6RHMOILS.js";
import "./chunk-chunk-7AJGRJQQ.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-6QI7HQMC.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-VMIOSC5B.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-PZOHENPX.js";
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
  const place = uploadPlace(settings, context, `pgo-${settings.name}`, settings.times.storing);
  return uploadEntries(entries, place);
}
export {
  uploadPgo
};
