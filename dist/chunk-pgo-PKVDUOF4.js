import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  uploadPlace
} from "./chunk-chunk-DH4NGTLU.js";
import "./chunk-chunk-VQVOO6ZB.js";
import {
  isCpuProfile,
  mergeForPgo
} from "./chunk-chunk-5CGYWYX2.js";
import "./chunk-chunk-GCNZN3XQ.js";
import {
  uploadEntries
} from "./chunk-chunk-TVEMZ2SQ.js";
import "./chunk-chunk-MOWUUCPE.js";
import {
  readWholeProfile
} from "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import "./chunk-chunk-MI2EDCOT.js";
import "./chunk-chunk-Q2ILLPB5.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-5PXQR5EY.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import "./chunk-chunk-RL7XGZTW.js";
import "./chunk-chunk-ZUGVML7C.js";
import {
  writeProfile
} from "./chunk-chunk-UQPHS4UA.js";
import "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-MVRN3XQO.js";
import "./chunk-chunk-DQHF7JOB.js";
import "./chunk-chunk-HZWZE5ZL.js";
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
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

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
