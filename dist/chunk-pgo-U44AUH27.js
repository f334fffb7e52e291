import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  uploadPlace
} from "./chunk-chunk-YTZWFB4Q.js";
import "./chunk-chunk-QN26YILH.js";
import {
  isCpuProfile,
  mergeForPgo
} from "./chunk-chunk-7AIT7SPY.js";
import "./chunk-chunk-LN42JK4S.js";
import {
  uploadEntries
} from "./chunk-chunk-JPDDNMI2.js";
import "./chunk-chunk-W5T5ZST2.js";
import {
  readWholeProfile
} from "./chunk-chunk-CI4CUVNV.js";
import "./chunk-chunk-ZPTTC7RO.js";
import "./chunk-chunk-BI53RTZT.js";
import "./chunk-chunk-VQ6FWMRF.js";
import "./chunk-chunk-MZV4ZR3I.js";
import "./chunk-chunk-JCBOAFGM.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-PA5I43BW.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-LC64RVU4.js";
import {
  writeProfile
} from "./chunk-chunk-HCLU2AMS.js";
import "./chunk-chunk-ZQWF666O.js";
import "./chunk-chunk-FD5PAXGO.js";
import "./chunk-chunk-GE3XI5AU.js";
import "./chunk-chunk-TOT56X3H.js";
import "./chunk-chunk-3BEJQCWM.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-LXRGVO62.js";
import "./chunk-chunk-FN6WBWDZ.js";
import "./chunk-chunk-FC3O4OT5.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-WAKK6G2L.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-5B6DBYSR.js";
import "./chunk-chunk-77VQVGUE.js";
import "./chunk-chunk-VSNVNMMO.js";
import "./chunk-chunk-T7IIMCDC.js";
import "./chunk-chunk-KXCXWWAW.js";
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
