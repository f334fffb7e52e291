import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  say
} from "./chunk-chunk-W7YX75XZ.js";
import {
  givenCommand
} from "./chunk-chunk-FF2J4DP7.js";
import {
  checkoutAt,
  countFile,
  countHere,
  counterHere,
  environmentHere,
  heeding,
  measureRounds,
  prepareTree,
  refuse,
  runCommand,
  suspectsHere,
  wholeText
} from "./chunk-chunk-SRNVSLH2.js";
import "./chunk-chunk-BHRO2CPB.js";
import {
  lookAt,
  roundsEvidence,
  roundsVerdict
} from "./chunk-chunk-2M7YSQMP.js";
import "./chunk-chunk-7V53WVGI.js";
import {
  countThresholdOf,
  judgeCounts,
  looks
} from "./chunk-chunk-O4XLS3SP.js";
import "./chunk-chunk-3W3Q4QGX.js";
import {
  formatOf
} from "./chunk-chunk-UQYCOHJB.js";
import "./chunk-chunk-CFQE5HFI.js";
import {
  outsideGit
} from "./chunk-chunk-PIAC5JNM.js";
import {
  packRun
} from "./chunk-chunk-GNUXMM7U.js";
import "./chunk-chunk-24NBT6B5.js";
import "./chunk-chunk-ES73Q7KY.js";
import "./chunk-chunk-7FMKEXZ4.js";
import "./chunk-chunk-AAOMFOUK.js";
import "./chunk-chunk-YDRQIAXT.js";
import "./chunk-chunk-5PDSYCPL.js";
import "./chunk-chunk-LHA6YONK.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-7GE2WMSZ.js";
import "./chunk-chunk-LXBOSWHC.js";
import "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-4M7XMVOR.js";
import "./chunk-chunk-WI6EPKL5.js";
import "./chunk-chunk-7AJGRJQQ.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-DG7HNR5X.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import {
  maxTimeOf,
  readOptions
} from "./chunk-chunk-6JB4N6AN.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-VU3MZHWS.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-TDBKQMBW.js";
import {
  InputError
} from "./chunk-chunk-PZOHENPX.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

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
  const checkout = plainWords.test(text) ? await checkoutAt({ directory, env: outsideGit(env), signal }) : null;
  if (checkout === null) return { work: wholeText(run) };
  const given = await givenCommand(text.split(/ +/), checkout, setup !== null);
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
    const format = first === void 0 ? null : await formatOf(first);
    return heed((signal) => measureRounds({ ...options, ...given2, signal, format }, only, look));
  };
  const measure = (only, look, wanted) => {
    if (commands !== null) return byCommands(commands, only, look);
    return heed((signal) => suspects.measure({ ...options, signal }, { only, look, wanted }));
  };
  const suspects = suspectsHere({ ...given, commit: "" });
  const count = (wanted, threshold) => heed(
    (signal) => suspects.count({ ...options, signal }, wanted, { alpha: config.alpha, threshold })
  );
  const countedVerdict = async (commands2) => {
    const counted = await heed(
      (signal) => countForAction({ ...options, ...commands2, signal }, config)
    );
    if (counted === null) return null;
    const { rows, warnings, ...counts } = counted;
    const about = { warnings, environment };
    const files = (side) => ({
      ...{ commit: counts.base, environment, time: given.time, profiles: [] },
      benchmarks: [countFile(side, counts.benchmarks)]
    });
    const publication = {
      verdict: judgeCounts(rows, counts, about, config),
      base: inMemory(files("base")),
      head: { ...files("head"), commit: context.sha },
      // What was counted has no samples and no stacks.
      evidence: null
    };
    const problem = interrupted === null ? null : { message: "stopped", status: interrupted };
    return { publication, problem };
  };
  const verdict = async () => {
    if (commands === null) throw new TypeError("without commands nothing is measured on its own");
    const isCounted2 = config.count !== void 0 && config.count !== "false";
    const counted = isCounted2 ? await countedVerdict(commands) : null;
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
  const isUnasked = commands === null;
  const isCounted = isUnasked && config.count !== "false";
  return {
    ...{ looks: plan, isUnasked, measure, count: isCounted ? count : void 0, verdict },
    interrupted: () => interrupted
  };
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
