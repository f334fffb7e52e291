import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  record
} from "./chunk-chunk-HXSCT77C.js";
import {
  storeAt
} from "./chunk-chunk-AU52TZTZ.js";
import "./chunk-chunk-JVN77WQW.js";
import "./chunk-chunk-LN42JK4S.js";
import "./chunk-chunk-CROFTSQT.js";
import "./chunk-chunk-JPDDNMI2.js";
import "./chunk-chunk-W5T5ZST2.js";
import "./chunk-chunk-HHUUPIXB.js";
import "./chunk-chunk-CKKVOP3Z.js";
import {
  configLayers,
  measuredInputs
} from "./chunk-chunk-V5VMAGTJ.js";
import "./chunk-chunk-WJ3GSTEA.js";
import "./chunk-chunk-CI4CUVNV.js";
import "./chunk-chunk-ZPTTC7RO.js";
import "./chunk-chunk-BI53RTZT.js";
import "./chunk-chunk-VQ6FWMRF.js";
import "./chunk-chunk-JCBOAFGM.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import {
  branchHere
} from "./chunk-chunk-QPBQNJV4.js";
import "./chunk-chunk-PA5I43BW.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-ZDROZ2CC.js";
import {
  redactionSentences,
  warningLines
} from "./chunk-chunk-ZUGBPIWR.js";
import "./chunk-chunk-2TVETMFS.js";
import "./chunk-chunk-2IYSFXRJ.js";
import "./chunk-chunk-X2ELXOIQ.js";
import "./chunk-chunk-OKKS25KQ.js";
import "./chunk-chunk-SQ6HGOBR.js";
import {
  logLine
} from "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-ZQWF666O.js";
import "./chunk-chunk-FD5PAXGO.js";
import "./chunk-chunk-GE3XI5AU.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-LXRGVO62.js";
import "./chunk-chunk-FN6WBWDZ.js";
import "./chunk-chunk-FC3O4OT5.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-TK4BJ4BT.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-47RXFYY7.js";
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

// src/entry/cli/record.ts
init_define_FLAMEGATE_PAGE();
async function recordCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  const inputs = await measuredInputs(flags, config);
  const store = await storeAt(flags.baseline ?? "");
  const place = await record(
    { ...inputs, branch: await branchHere(process.cwd(), process.env), purpose: "store" },
    store,
    readOptions(config),
    (warning) => {
      for (const line of warningLines([warning], 1)) {
        process.stderr.write(`${logLine(`flamegate: ${line}`)}
`);
      }
    }
  );
  const lines = [`recorded ${place}`, ...redactionSentences(inputs.redaction)];
  process.stdout.write(lines.map((line) => `${logLine(line)}
`).join(""));
  return 0;
}
export {
  recordCommand
};
