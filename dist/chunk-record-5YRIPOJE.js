import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  record
} from "./chunk-chunk-KATRKKSK.js";
import "./chunk-chunk-TAH75433.js";
import {
  directoryStore
} from "./chunk-chunk-PRUYKIXM.js";
import "./chunk-chunk-HHUUPIXB.js";
import "./chunk-chunk-CKKVOP3Z.js";
import {
  configLayers,
  measuredInputs
} from "./chunk-chunk-B4KZRSZS.js";
import "./chunk-chunk-OKBD2UVT.js";
import "./chunk-chunk-YGZQFM3I.js";
import "./chunk-chunk-ZJ6VFQKA.js";
import "./chunk-chunk-XCEXHBYF.js";
import "./chunk-chunk-ITUQK4R7.js";
import {
  redactionSentences,
  warningLines
} from "./chunk-chunk-BLKZ54MK.js";
import "./chunk-chunk-2TVETMFS.js";
import "./chunk-chunk-75G2PV3O.js";
import "./chunk-chunk-LOTYZAY7.js";
import "./chunk-chunk-SQ6HGOBR.js";
import "./chunk-chunk-X52TGXCZ.js";
import "./chunk-chunk-HLZTH7MM.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-GE3XI5AU.js";
import {
  logLine
} from "./chunk-chunk-A5MM4BUN.js";
import {
  branchHere
} from "./chunk-chunk-QPBQNJV4.js";
import "./chunk-chunk-PA5I43BW.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-FN6WBWDZ.js";
import "./chunk-chunk-TK4BJ4BT.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-47RXFYY7.js";
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

// src/entry/cli/record.ts
init_define_FLAMEGATE_PAGE();
async function recordCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  const inputs = await measuredInputs(flags, config);
  const store = directoryStore(flags.baseline ?? "");
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
