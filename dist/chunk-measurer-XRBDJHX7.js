import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  say
} from "./chunk-chunk-DGCK55TR.js";
import {
  countsEvidence
} from "./chunk-chunk-QJ6YIEOM.js";
import {
  checkoutAt,
  completed,
  countFile,
  countHere,
  counterHere,
  environmentHere,
  givenCommand,
  measureRounds,
  prepareTree,
  refuse,
  wholeText,
  withSuspects,
  wordsOf
} from "./chunk-chunk-CLAFKVEC.js";
import "./chunk-chunk-RYOAGPCB.js";
import {
  heeding,
  runCommand
} from "./chunk-chunk-MCH7A6PU.js";
import {
  lookAt,
  roundsEvidence,
  roundsVerdict
} from "./chunk-chunk-BXFAX5GC.js";
import "./chunk-chunk-3GVWWS7V.js";
import {
  countThresholdOf,
  judgeCounts,
  looks
} from "./chunk-chunk-GWC6IANW.js";
import "./chunk-chunk-2QTDWZHI.js";
import "./chunk-chunk-YTYFE7V5.js";
import "./chunk-chunk-XWVWMC43.js";
import "./chunk-chunk-EEPNWZZM.js";
import "./chunk-chunk-CAWJPCAF.js";
import {
  formatOf
} from "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import {
  outsideGit
} from "./chunk-chunk-5PXQR5EY.js";
import {
  packRun
} from "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import "./chunk-chunk-PDMOKRKF.js";
import "./chunk-chunk-UIZSM77V.js";
import "./chunk-chunk-RL7XGZTW.js";
import "./chunk-chunk-XDSCW632.js";
import "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import "./chunk-chunk-ZY32PDO3.js";
import "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ZUGVML7C.js";
import "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-MVRN3XQO.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-42ANZ7KQ.js";
import "./chunk-chunk-US4ZJAWX.js";
import "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-ZB6SCLKP.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-BANJ3GOK.js";
import "./chunk-chunk-SGSL43OP.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
import {
  maxTimeOf,
  readOptions
} from "./chunk-chunk-OBSUUNSJ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-UO3SQAG6.js";
import "./chunk-chunk-MKYMQKPK.js";
import "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-3EDRWKZB.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/action/measurer.ts
init_define_FLAMEGATE_PAGE();

// src/entry/action/count.ts
init_define_FLAMEGATE_PAGE();
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
async function countForAction(options, config) {
  try {
    const { work, ...more } = await workOf(options);
    refuse(work);
    const counter = await counterHere(options).catch(async (error) => {
      options.signal?.throwIfAborted();
      if (config.count !== "true" || !await installValgrind(options)) throw error;
      return counterHere(options);
    });
    const { log, signal } = options;
    const plan = { counter, work, alpha: config.alpha, threshold: countThresholdOf(config) };
    return await countHere({ ...options, ...more }, { ...plan, log, signal });
  } catch (error) {
    const isOpen = config.count === "auto" && error instanceof InputError;
    if (!isOpen || options.signal?.aborted) throw error;
    options.log(`${error.message}; so time is measured`);
    return null;
  }
}
var plainWords = /^[\w@%+=:,./ -]+$/;
async function workOf(options) {
  const { run, setup, directory, env, signal } = options;
  const text = run.trim();
  const words = wordsOf(run) ?? (plainWords.test(text) ? text.split(/ +/) : null);
  const checkout = words !== null ? await checkoutAt({ directory, env: outsideGit(env), signal }) : null;
  if (checkout === null || words === null) return { work: wholeText(run) };
  const given = await givenCommand(words, checkout, setup !== null);
  const both = [setup, given.setup].filter((name) => name !== null);
  return {
    work: given.fixed,
    setup: both.length === 0 ? null : both.join("\n"),
    filter: given.filter ?? void 0,
    env: { ...env, ...given.env },
    prepare: (side) => prepareTree(given, checkout.top, side)
  };
}
var installSeconds = 300;
var apt = "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get";
async function installValgrind({ env, log, signal }) {
  log("instructions cannot be counted here yet: installing valgrind");
  const directory = await mkdtemp(join(tmpdir(), "flamegate-install-"));
  const file = (name) => join(directory, name);
  try {
    const { how } = await runCommand({
      // The runner's lists of packages are as old as its image.
      text: `${apt} install -y -q valgrind || { ${apt} update -q && ${apt} install -y -q valgrind; }`,
      directory,
      env,
      files: { stdout: file("stdout"), stderr: file("stderr"), times: file("times") },
      pin: null,
      limitSeconds: installSeconds,
      signal
    });
    signal?.throwIfAborted();
    return how.kind === "exit" && how.status === 0;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

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
  const heed = (work) => heeding(work, (found) => {
    interrupted ??= found;
  });
  const byCommands = async (given2, only, look) => {
    const format = first === void 0 ? null : await formatOf(first, { format: config.format });
    return heed(
      async (signal) => measureRounds(await completed({ ...options, ...given2, signal, format }), only, look)
    );
  };
  const head = { ...given, commit: "" };
  const suspects = (work) => heed((signal) => withSuspects({ ...options, signal }, head, config, work));
  const confirming = commands === null ? { isUnasked: true, during: suspects } : { looks: plan, measure: (only, look) => byCommands(commands, only, look) };
  const countedVerdict = async (commands2) => {
    const counted = await heed(
      (signal) => countForAction({ ...options, ...commands2, signal }, config)
    );
    if (counted === null) return null;
    const { rows, warnings, costs: _, ...counts } = counted;
    const about = { warnings, environment };
    const files = (side) => ({
      ...{ commit: counts.base, environment, time: given.time, profiles: [] },
      benchmarks: [countFile(side, counts.benchmarks)]
    });
    const publication = {
      verdict: judgeCounts(rows, counts, about, config),
      base: inMemory(files("base")),
      head: { ...files("head"), commit: context.sha },
      evidence: countsEvidence(counted)
    };
    const problem = interrupted === null ? null : { message: "stopped", status: interrupted };
    return { publication, problem };
  };
  const verdict = async () => {
    if (commands === null) throw new TypeError("without commands nothing is measured on its own");
    const isCounted = config.count !== void 0 && config.count !== "false";
    const counted = isCounted ? await countedVerdict(commands) : null;
    if (counted !== null) return counted;
    const measured = await byCommands(commands, null, lookAt(config, plan));
    const pack = (files) => ({ ...files, environment, time: given.time });
    const [warning] = measured.warnings;
    const publication = {
      verdict: roundsVerdict(measured, plan, config),
      base: inMemory(pack(measured.files.base)),
      head: pack(measured.files.head),
      evidence: roundsEvidence(measured, readOptions(config))
    };
    const problem = warning === void 0 ? null : { message: warning.message, status: interrupted ?? 2 };
    return { publication, problem };
  };
  return { confirming, verdict, interrupted: () => interrupted };
}
function inMemory(run) {
  const packed = packRun(run);
  return { open: async () => packed };
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
