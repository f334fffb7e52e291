import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  uploadPlace
} from "./chunk-chunk-KO2O23OF.js";
import "./chunk-chunk-7M6HCMPC.js";
import "./chunk-chunk-QN26YILH.js";
import {
  uploadEntries
} from "./chunk-chunk-3HVENSV5.js";
import "./chunk-chunk-W5T5ZST2.js";
import {
  isCpuProfile,
  mergeForPgo
} from "./chunk-chunk-7AIT7SPY.js";
import "./chunk-chunk-PRUYKIXM.js";
import {
  readWholeProfile
} from "./chunk-chunk-YGZQFM3I.js";
import "./chunk-chunk-ZJ6VFQKA.js";
import "./chunk-chunk-XCEXHBYF.js";
import "./chunk-chunk-ITUQK4R7.js";
import {
  writeProfile
} from "./chunk-chunk-HCLU2AMS.js";
import "./chunk-chunk-X52TGXCZ.js";
import "./chunk-chunk-HLZTH7MM.js";
import "./chunk-chunk-TOT56X3H.js";
import "./chunk-chunk-3BEJQCWM.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-GE3XI5AU.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-FN6WBWDZ.js";
import "./chunk-chunk-WAKK6G2L.js";
import "./chunk-chunk-63FDU6EQ.js";
import "./chunk-chunk-T7IIMCDC.js";
import "./chunk-chunk-I6IDASI2.js";
import "./chunk-chunk-XFSCHGNU.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-VBKSV45W.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

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
