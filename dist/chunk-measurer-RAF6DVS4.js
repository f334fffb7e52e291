import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  say
} from "./chunk-chunk-DFVE622O.js";
import {
  countsEvidence
} from "./chunk-chunk-P2GLIIOG.js";
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
} from "./chunk-chunk-OIGFGUOZ.js";
import "./chunk-chunk-UYQRZSC3.js";
import {
  heeding,
  runCommand
} from "./chunk-chunk-PW56B2HS.js";
import {
  lookAt,
  roundsEvidence,
  roundsVerdict
} from "./chunk-chunk-UDYYDKAC.js";
import "./chunk-chunk-NZXRMLTK.js";
import {
  countThresholdOf,
  judgeCounts,
  looks
} from "./chunk-chunk-MXG4OPEU.js";
import "./chunk-chunk-YUZONQUU.js";
import "./chunk-chunk-CKKVOP3Z.js";
import "./chunk-chunk-7LIXA5WE.js";
import "./chunk-chunk-S24QBSX7.js";
import "./chunk-chunk-CI4CUVNV.js";
import {
  formatOf
} from "./chunk-chunk-ZPTTC7RO.js";
import "./chunk-chunk-BI53RTZT.js";
import "./chunk-chunk-VQ6FWMRF.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import {
  outsideGit
} from "./chunk-chunk-PA5I43BW.js";
import {
  packRun
} from "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-TBCRFPV5.js";
import "./chunk-chunk-5C7A5JIF.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-2TVETMFS.js";
import "./chunk-chunk-X2ELXOIQ.js";
import "./chunk-chunk-OKKS25KQ.js";
import "./chunk-chunk-SQ6HGOBR.js";
import "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-ZQWF666O.js";
import "./chunk-chunk-FD5PAXGO.js";
import "./chunk-chunk-GE3XI5AU.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-NLIYMXFS.js";
import "./chunk-chunk-2X4ELF7W.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-YE3IHIED.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-LXRGVO62.js";
import "./chunk-chunk-FN6WBWDZ.js";
import "./chunk-chunk-FC3O4OT5.js";
import "./chunk-chunk-KLJRNJYE.js";
import {
  maxTimeOf,
  readOptions
} from "./chunk-chunk-47RXFYY7.js";
import "./chunk-chunk-WAKK6G2L.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-5B6DBYSR.js";
import "./chunk-chunk-77VQVGUE.js";
import "./chunk-chunk-VSNVNMMO.js";
import "./chunk-chunk-T7IIMCDC.js";
import {
  InputError
} from "./chunk-chunk-KXCXWWAW.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

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
  const both = [setup, given.setup].filter((of) => of !== null);
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
