import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  uploadPlace
} from "./chunk-chunk-3VJOUV4W.js";
import "./chunk-chunk-LAU3RXFT.js";
import "./chunk-chunk-5IJFQRTV.js";
import {
  uploadEntries
} from "./chunk-chunk-FMSHY64V.js";
import "./chunk-chunk-ISAV2AX6.js";
import {
  isCpuProfile,
  mergeForPgo
} from "./chunk-chunk-HMXRMC6D.js";
import "./chunk-chunk-HELSTOOM.js";
import {
  readWholeProfile
} from "./chunk-chunk-QJMLYR2D.js";
import "./chunk-chunk-DSXPYKV7.js";
import "./chunk-chunk-EW36L4FF.js";
import {
  writeProfile
} from "./chunk-chunk-W5MZVOMX.js";
import "./chunk-chunk-BKPFZD3P.js";
import "./chunk-chunk-MCTQHFLZ.js";
import "./chunk-chunk-FBUPSL2J.js";
import "./chunk-chunk-UGQOVY77.js";
import "./chunk-chunk-X2CCCSRL.js";
import "./chunk-chunk-7AL6N6TP.js";
import "./chunk-chunk-QGDJS24Q.js";
import "./chunk-chunk-K3FRKKEY.js";
import "./chunk-chunk-QDTPVPHV.js";
import "./chunk-chunk-IIMA2IPC.js";
import "./chunk-chunk-GJNG4AA4.js";
import "./chunk-chunk-QYZIAM3F.js";
import "./chunk-chunk-QYFRXBAM.js";
import "./chunk-chunk-XFFPISN2.js";
import "./chunk-chunk-ANAGSCI4.js";
import "./chunk-chunk-NGLJ2YUT.js";
import "./chunk-chunk-Q3ESHJPJ.js";
import "./chunk-chunk-RFSHZW7V.js";
import "./chunk-chunk-EXNVJHAL.js";
import "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-UOYNN62N.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OPJI6KHM.js";

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
