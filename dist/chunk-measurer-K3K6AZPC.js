import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  say
} from "./chunk-chunk-JRFGWCXJ.js";
import {
  environmentHere,
  listenForInterruption,
  measureRounds,
  measureWanted
} from "./chunk-chunk-IIXDPVTE.js";
import {
  lookAt,
  roundsVerdict
} from "./chunk-chunk-O4GYNHY4.js";
import "./chunk-chunk-JB5GUPBJ.js";
import "./chunk-chunk-6UTRTK75.js";
import {
  looks
} from "./chunk-chunk-IRV6AFJJ.js";
import {
  packRun
} from "./chunk-chunk-GXQBEHVN.js";
import {
  formatOf
} from "./chunk-chunk-5JGBX2WN.js";
import "./chunk-chunk-TA2VMON3.js";
import {
  maxTimeOf,
  readOptions
} from "./chunk-chunk-4I5AOFI3.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-V3OPSZWN.js";
import "./chunk-chunk-W6CRVKTU.js";
import "./chunk-chunk-GBNALUZ3.js";
import "./chunk-chunk-EP4RSUSQ.js";
import "./chunk-chunk-RFZJ2M3E.js";
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

// src/entry/action/measurer.ts
function measurerHere(settings, measuring, context, onMain) {
  const { config, workspace } = settings;
  const given = settings.run(context);
  const [first] = given.benchmarks;
  const environment = { ...environmentHere(), ...given.environment };
  const plan = looks(config.maxRounds);
  const { commands, pin, timeCommand } = measuring;
  const options = {
    directory: workspace,
    against: onMain && config.against === "merge-base" ? "HEAD~1" : config.against,
    baseBranch: context.pullRequest?.baseRef ?? context.defaultBranch ?? void 0,
    pullMerge: /^refs\/pull\/\d+\/merge$/.test(context.ref) ? context.sha : void 0,
    pin,
    timeCommand,
    maxSeconds: maxTimeOf(config, commands !== null),
    env: measuredEnvironment(process.env),
    log: say,
    looks: plan,
    environment,
    tables: readOptions(config),
    redact: config.redact,
    workspace,
    keep: null
  };
  let interrupted = null;
  const heeding = async (work) => {
    const interruption = listenForInterruption();
    try {
      return await work(interruption.signal);
    } finally {
      interrupted = interruption.status();
      interruption.release();
    }
  };
  const byCommands = async (given2, only, look) => {
    const format = first === void 0 ? null : await formatOf(first);
    return heeding((signal) => measureRounds({ ...options, ...given2, signal, format }, only, look));
  };
  const measure = (only, look, wanted) => {
    if (commands !== null) return byCommands(commands, only, look);
    const unnamed = { ...given, commit: "" };
    return heeding(
      (signal) => measureWanted({ ...options, signal }, unnamed, { only, look, wanted })
    );
  };
  const verdict = async () => {
    if (commands === null) throw new TypeError("without commands nothing is measured on its own");
    const measured = await byCommands(commands, null, lookAt(config, plan));
    const pack = (files) => ({ ...files, environment, time: given.time });
    const [warning] = measured.warnings;
    const publication = {
      verdict: roundsVerdict(measured, plan, config),
      base: packRun(pack(measured.files.base)),
      head: pack(measured.files.head)
    };
    const problem = warning === void 0 ? null : { message: warning.message, status: interrupted ?? 2 };
    return { publication, problem };
  };
  return { looks: plan, isUnasked: commands === null, measure, verdict };
}
var ours = /^(?:INPUT_|STATE_|ACTIONS_)/;
var commandFiles = /^GITHUB_(?:OUTPUT|STATE|ENV|PATH|STEP_SUMMARY)$/;
function measuredEnvironment(env) {
  const kept = Object.entries(env).filter(([name]) => !ours.test(name) && !commandFiles.test(name));
  return Object.fromEntries(kept);
}
export {
  measuredEnvironment,
  measurerHere
};
