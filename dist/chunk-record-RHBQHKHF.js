import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  record
} from "./chunk-chunk-MDICAETT.js";
import "./chunk-chunk-GW3Q47OH.js";
import {
  directoryStore
} from "./chunk-chunk-HELSTOOM.js";
import "./chunk-chunk-OQAONPQY.js";
import "./chunk-chunk-BIIYDU46.js";
import {
  configLayers,
  measuredInputs
} from "./chunk-chunk-3LN6AAPK.js";
import "./chunk-chunk-X5JHQNT3.js";
import "./chunk-chunk-QJMLYR2D.js";
import "./chunk-chunk-DSXPYKV7.js";
import "./chunk-chunk-EW36L4FF.js";
import {
  redactionSentences
} from "./chunk-chunk-SAFCOWJF.js";
import "./chunk-chunk-ZZ7MAQIL.js";
import "./chunk-chunk-BKPFZD3P.js";
import "./chunk-chunk-MCTQHFLZ.js";
import "./chunk-chunk-X2CCCSRL.js";
import "./chunk-chunk-7AL6N6TP.js";
import "./chunk-chunk-QGDJS24Q.js";
import "./chunk-chunk-K3FRKKEY.js";
import {
  logLine
} from "./chunk-chunk-4EYZ7PQE.js";
import {
  branchHere
} from "./chunk-chunk-UVXYZUX6.js";
import "./chunk-chunk-XA5GVVH5.js";
import "./chunk-chunk-QDTPVPHV.js";
import "./chunk-chunk-IIMA2IPC.js";
import "./chunk-chunk-GJNG4AA4.js";
import "./chunk-chunk-QYZIAM3F.js";
import "./chunk-chunk-QYFRXBAM.js";
import "./chunk-chunk-XFFPISN2.js";
import "./chunk-chunk-ANAGSCI4.js";
import "./chunk-chunk-C43Z3M2N.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-ASTUYRMT.js";
import "./chunk-chunk-NGLJ2YUT.js";
import "./chunk-chunk-Q3ESHJPJ.js";
import "./chunk-chunk-RFSHZW7V.js";
import "./chunk-chunk-EXNVJHAL.js";
import "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-UOYNN62N.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OPJI6KHM.js";

// src/entry/cli/record.ts
init_define_FLAMEGATE_PAGE();
async function recordCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  const inputs = await measuredInputs(flags, config);
  const store = directoryStore(flags.baseline ?? "");
  const place = await record(
    { ...inputs, branch: await branchHere(process.cwd(), process.env), purpose: "store" },
    store,
    readOptions(config)
  );
  const lines = [`recorded ${place}`, ...redactionSentences(inputs.redaction)];
  process.stdout.write(lines.map((line) => `${logLine(line)}
`).join(""));
  return 0;
}
export {
  recordCommand
};
