import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  countsEvidence
} from "./chunk-chunk-QJ6YIEOM.js";
import {
  measurerHere
} from "./chunk-chunk-DLAOK44C.js";
import {
  checkOutSubmodules,
  checkoutAt,
  commandName,
  commandOf,
  environmentHere,
  givenCommand,
  prepareTree,
  wholeText,
  wholeTexts
} from "./chunk-chunk-CLAFKVEC.js";
import {
  namedCommit
} from "./chunk-chunk-RYOAGPCB.js";
import {
  listenForInterruption
} from "./chunk-chunk-MCH7A6PU.js";
import {
  lookAt,
  roundsEvidence,
  roundsVerdict
} from "./chunk-chunk-BXFAX5GC.js";
import {
  verdictReport
} from "./chunk-chunk-QYBNAT25.js";
import "./chunk-chunk-3GVWWS7V.js";
import {
  exitStatus,
  judgeCounts
} from "./chunk-chunk-GWC6IANW.js";
import "./chunk-chunk-2QTDWZHI.js";
import "./chunk-chunk-YTYFE7V5.js";
import "./chunk-chunk-XWVWMC43.js";
import "./chunk-chunk-EEPNWZZM.js";
import {
  configLayers,
  emit,
  rowOptions
} from "./chunk-chunk-EAYZLJTF.js";
import "./chunk-chunk-JF3RMCPS.js";
import "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import {
  everything
} from "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import {
  cell,
  layOut
} from "./chunk-chunk-KDSKOOQQ.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import {
  explain
} from "./chunk-chunk-MUYB4VS6.js";
import {
  gitIn,
  isShallow,
  needsHistory,
  outsideGit
} from "./chunk-chunk-5PXQR5EY.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import "./chunk-chunk-PDMOKRKF.js";
import "./chunk-chunk-UIZSM77V.js";
import {
  gateJson
} from "./chunk-chunk-RWUMPLQ3.js";
import "./chunk-chunk-RL7XGZTW.js";
import {
  benchmarkNames
} from "./chunk-chunk-XDSCW632.js";
import {
  change,
  changeCell,
  duration,
  plural
} from "./chunk-chunk-4ESYGOAJ.js";
import {
  isTime
} from "./chunk-chunk-IV5T3H63.js";
import "./chunk-chunk-ZY32PDO3.js";
import {
  logLine,
  logName
} from "./chunk-chunk-3KXZIELT.js";
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
import {
  benchmarkKey
} from "./chunk-chunk-ETXR6ESQ.js";
import "./chunk-chunk-6RNIDPFN.js";
import {
  readOptions,
  resolveConfig
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

// src/entry/cli/measure.ts
init_define_FLAMEGATE_PAGE();

// src/source/rounds/history.ts
init_define_FLAMEGATE_PAGE();
function rangeOf(text) {
  const [, base, head] = /^((?:(?!\.\.).)*)\.\.((?!\.)(?:(?!\.\.).)*)$/s.exec(text) ?? [];
  if (base === void 0 || head === void 0 || base === "" && head === "") {
    throw new InputError(
      `${JSON.stringify(text)} is not two revisions, like v1.2..HEAD; a command stands behind --`
    );
  }
  return { base: base || "HEAD", head: head || "HEAD" };
}
async function commitsOf(git, range) {
  const [base, head] = [await namedCommit(git, range.base), await namedCommit(git, range.head)];
  const format = "--format=%H%x00%P%x00%s";
  const all = await git(["log", "--first-parent", "--reverse", format, `${base}..${head}`, "--"]);
  const listed = all.split("\n").map((line) => {
    const [commit = "", parents = "", subject = ""] = line.split("\0");
    const [parent = ""] = parents.split(" ");
    return { commit, parent, subject };
  });
  const commits = listed.filter(({ parent }) => parent !== "");
  if (all !== "" && commits.length < listed.length && await isShallow(git)) {
    throw new InputError(
      `this shallow clone does not have all of ${range.base}..${range.head}: ${needsHistory}`
    );
  }
  if (commits.length > 0) return commits;
  throw new InputError(
    `there is no commit in ${range.base}..${range.head}: ${range.base} is the older one, ${range.head} the newer`
  );
}

// src/entry/cli/measure/asked.ts
init_define_FLAMEGATE_PAGE();

// src/entry/cli/measure/vary.ts
init_define_FLAMEGATE_PAGE();
var most = 100;
function choicesOf(lists) {
  let choices = [[]];
  for (const text of lists) {
    const [, name, list] = /^([A-Za-z_][A-Za-z0-9_-]*)=(.+)$/s.exec(text) ?? [];
    if (name === void 0 || list === void 0) {
      throw new InputError(`--vary ${JSON.stringify(text)} must be a name and values: n=1,10,100`);
    }
    if (choices[0]?.some((item) => item.name === name)) {
      throw new InputError(`--vary ${name} is given twice: say all its values in one`);
    }
    const values = list.split(",");
    choices = choices.flatMap((items) => values.map((value) => [...items, { name, value }]));
  }
  if (choices.length > most) {
    throw new InputError(`--vary: ${choices.length} combinations are more than ${most}`);
  }
  const names = choices.map(choiceName);
  const twice = names.find((item, i) => names.indexOf(item) !== i);
  if (twice === void 0) return choices;
  throw new InputError(`--vary: ${twice} is given twice, or two values have the same name`);
}
var chosen = (text, choice) => choice.reduce((all, { name, value }) => all.replaceAll(`{${name}}`, () => value), text);
var choiceName = (choice) => choice.map(({ name, value }) => `${name}=${value.trim().replaceAll(/[\s\p{C}/]+/gu, "_") || "empty"}`).join("/");
function refuseUnused(choices, texts) {
  for (const { name } of choices[0] ?? []) {
    if (texts.some((text) => text.includes(`{${name}}`))) continue;
    throw new InputError(`--vary ${name}: {${name}} is not in the command`);
  }
}

// src/entry/cli/measure/asked.ts
async function askedCommand(flags) {
  const { words: words2, run, baseCmd, headCmd } = flags;
  const given = [
    words2 && "a command behind --",
    run && "--run",
    (baseCmd ?? headCmd) && "--base-cmd"
  ].filter((text) => text !== void 0 && text !== "");
  if (given.length > 1)
    throw new InputError(`${given.join(" and ")} both say what to measure: give one of them`);
  const choices = choicesOf(flags.vary ?? []);
  if (baseCmd !== void 0 || headCmd !== void 0) return twoCommands(flags, choices);
  if (words2 !== void 0) return presetCommand(words2, flags, choices);
  if (run === void 0) {
    throw new InputError(
      "no command to measure: write it after --, like: flamegate measure -- go test -bench=. ./...; or give --run"
    );
  }
  if (run.trim() === "") throw new InputError("--run is empty: name the command that measures");
  refuseUnused(choices, [run]);
  const commands = flags.vary && choices.map((list) => sameOnBoth(run, list, chosen(run, list)));
  return {
    says: null,
    fixed: wholeText(run),
    options: { setup: flags.setup ?? null, run, filter: flags.filter, commands }
  };
}
function withSubmodules(command, flags) {
  if (flags.submodules !== true) return command;
  const { prepare, inPlace } = command.options;
  if (inPlace === true) throw new InputError("--submodules is for commits, not for two commands");
  const both = async (side) => {
    await checkOutSubmodules(side);
    await prepare?.(side);
  };
  return { ...command, options: { ...command.options, prepare: both } };
}
var sameOnBoth = (template, choice, text) => ({
  name: `${commandName(template)}/${choiceName(choice)}`,
  base: text,
  head: text
});
function twoCommands(flags, choices) {
  const { baseCmd = "", headCmd = "", setup = null } = flags;
  if (baseCmd.trim() === "" || headCmd.trim() === "") {
    throw new InputError("--base-cmd and --head-cmd go together: two shell commands");
  }
  if (flags.against !== void 0) {
    throw new InputError("--base-cmd says what to measure against: leave --against out");
  }
  refuseUnused(choices, [baseCmd, headCmd]);
  const [base, head] = [commandName(baseCmd), commandName(headCmd)];
  const name = base === head ? base : `${base}_->_${head}`;
  const commands = choices.map((list) => ({
    name: list.length === 0 ? name : `${name}/${choiceName(list)}`,
    base: chosen(baseCmd, list),
    head: chosen(headCmd, list)
  }));
  return {
    says: null,
    fixed: wholeTexts(name, baseCmd, headCmd),
    options: { setup, run: headCmd, filter: flags.filter, commands, inPlace: true }
  };
}
async function presetCommand(words2, flags, choices) {
  const setup = flags.setup ?? null;
  const { preset, top } = await presetHere(words2, setup !== null);
  if (flags.vary !== void 0 && preset.isRead) {
    throw new InputError(
      `--vary is for commands whose time is measured; benchmarks of ${preset.tool} have names and parameters of their own`
    );
  }
  if (flags.filter !== void 0 && preset.filter !== null && preset.filter !== everything) {
    throw new InputError(
      `--filter and ${JSON.stringify(preset.filter)} of the command are two filters: leave one out`
    );
  }
  refuseUnused(choices, words2);
  const both = [setup, preset.setup].filter((text) => text !== null);
  const commands = flags.vary && choices.map(
    (list) => sameOnBoth(preset.run, list, commandOf(words2.map((each) => chosen(each, list))))
  );
  return {
    says: preset.says,
    fixed: preset.fixed,
    options: {
      setup: both.length === 0 ? null : both.join("\n"),
      run: preset.run,
      filter: flags.filter ?? preset.filter ?? void 0,
      env: { ...process.env, ...preset.env },
      prepare: (side) => prepareTree(preset, top, side).catch(withAdvice(preset)),
      commands
    }
  };
}
var withAdvice = (preset) => (error) => {
  if (preset.links.length === 0 || !(error instanceof InputError)) throw error;
  throw new InputError(`${error.message}: say how a side gets its own, like --setup 'npm ci'`);
};
async function presetHere(words2, hasSetup) {
  const checkout = await checkoutAt({ directory: process.cwd(), env: outsideGit(process.env) });
  if (checkout === null) {
    throw new InputError(
      "this is not a git repository: there is nothing to measure against (--base-cmd and --head-cmd need none)"
    );
  }
  return { preset: await givenCommand(words2, checkout, hasSetup), top: checkout.top };
}

// src/entry/cli/measure/count.ts
init_define_FLAMEGATE_PAGE();
async function measureCounts(flags, config, { here: measuring, command, options }) {
  if (config.count === void 0 || config.count === "false") {
    if (flags.countEvents === void 0) return null;
    throw new InputError("--count-events says what to count: it needs --count");
  }
  const other = otherwise(flags);
  if (other !== null && config.count === "auto") return null;
  if (other !== null)
    throw new InputError(`${other} is for times: leave out --count, or this flag`);
  let counted;
  try {
    counted = await measuring.count(command.fixed, options);
  } catch (error) {
    const interrupted = measuring.interrupted();
    if (interrupted === null && config.count === "auto" && error instanceof InputError) {
      process.stderr.write(`${logLine(`${error.message}; so time is measured`)}
`);
      return null;
    }
    if (interrupted === null) throw error;
    process.stderr.write(explain(error));
    return interrupted;
  }
  const { rows, warnings, costs: _, ...counts } = counted;
  const about = { warnings, environment: environmentHere() };
  const verdict = judgeCounts(rows, counts, about, config);
  const status2 = measuring.interrupted() ?? exitStatus(verdict, config.failOn);
  const ending = { failOn: config.failOn, status: status2 };
  await emit(flags, await verdictReport(verdict, flags, ending, flags, countsEvidence(counted)));
  return measuring.interrupted() ?? status2;
}
function otherwise(flags) {
  if (flags.timeCommand === true) return "--time-command";
  if (flags.vary !== void 0) return "--vary";
  if (flags.each === true) return "--each";
  if (flags.keep !== void 0) return "--keep";
  return null;
}

// src/entry/cli/measure/each.ts
init_define_FLAMEGATE_PAGE();
import { join } from "node:path";

// src/report/history.ts
init_define_FLAMEGATE_PAGE();
function historyLine(commit, number, all) {
  const said = commit.verdict === null ? `not measured: ${commit.problem ?? ""}` : `${commit.verdict.verdict}: ${commit.verdict.headline}`;
  return logLine(`commit ${number} of ${all}, ${short(commit.commit)}: ${said}`);
}
function historyText(commits, planned) {
  const rows = commits.map((commit) => [
    short(commit.commit),
    commit.verdict?.verdict ?? "not measured",
    commit.verdict === null ? logLine(commit.problem ?? "", 80) : logLine(changes(commit.verdict), 120),
    logName(commit.subject, 60)
  ]);
  const table = layOut(
    [["commit", "verdict", "changed", "subject"], ...rows].map(
      (row) => row.map((text, column) => cell(column, text, column === 0 ? {} : { margin: "  " }))
    )
  );
  const missing = planned - commits.length;
  const more = missing > 0 ? [`stopped: ${plural(missing, "commit")} not measured`] : [];
  const first = `${plural(commits.length, "commit")}, each measured against its parent:`;
  return `${[first, "", ...table, ...more.length > 0 ? ["", ...more] : []].join("\n")}
`;
}
function historyJson(commits, planned) {
  const all = commits.map(({ commit, parent, subject, verdict, problem }) => ({
    commit,
    parent,
    subject,
    problem,
    report: verdict === null ? null : JSON.parse(gateJson(verdict))
  }));
  return `${JSON.stringify({ schema: 2, planned, commits: all }, null, 2)}
`;
}
var short = (commit) => commit.slice(0, 12);
var mostNamed = 3;
var words = /* @__PURE__ */ new Map([
  ["slower", 0],
  ["suspect", 1],
  ["faster", 2]
]);
function changes({ comparisons }) {
  const name = benchmarkNames(comparisons);
  const rank = (row) => words.get(row.verdict) ?? words.size;
  const all = comparisons.filter((row) => words.has(row.verdict)).sort((a, b) => rank(a) - rank(b) || Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0));
  const shown = all.slice(0, mostNamed).map((row) => {
    const maybe = row.verdict === "suspect" ? "?" : "";
    return `${name(row)} ${changeCell(row.delta, row.unit)}${maybe}`;
  });
  const rest = all.length - shown.length;
  return [...shown, ...rest > 0 ? [`${rest} more`] : []].join(", ");
}

// src/entry/cli/measure/each.ts
async function measureEach(flags, config, asked) {
  const format = flags.format ?? "text";
  if (format !== "text" && format !== "json") {
    throw new InputError(`--each has --format text and json, not ${format}`);
  }
  const interruption = listenForInterruption();
  try {
    return await measureAll(flags, config, { ...asked, interruption });
  } finally {
    interruption.release();
  }
}
async function measureAll(flags, config, asked) {
  const { interruption } = asked;
  const commits = await commitsOf(gitIn(process.cwd(), outsideGit(process.env)), asked.range);
  const measured = [];
  let status2 = 0;
  for (const commit of commits) {
    const measuredCommit = await measureOne(commit, flags, config, asked);
    if (measuredCommit === null) break;
    measured.push(measuredCommit);
    const line = historyLine(measuredCommit, measured.length, commits.length);
    process.stderr.write(`${logLine(line)}
`);
    status2 = worse(
      status2,
      measuredCommit.verdict === null ? 2 : exitStatus(measuredCommit.verdict, config.failOn)
    );
    if (interruption.status() !== null) break;
  }
  const report = flags.format === "json" ? historyJson : historyText;
  await emit(flags, report(measured, commits.length));
  return interruption.status() ?? status2;
}
function worse(one, other) {
  const order = [0, 3, 2, 1];
  return order.indexOf(other) > order.indexOf(one) ? other : one;
}
async function measureOne(commit, flags, config, { here: measuring, command, interruption }) {
  const keep = flags.keep === void 0 ? {} : { keep: join(flags.keep, commit.commit.slice(0, 12)) };
  const sides = { against: commit.parent, head: commit.commit, signal: interruption.signal };
  try {
    const look = lookAt(config, measuring.looks);
    const measured = await measuring.measure(null, look, { ...command.options, ...sides, ...keep });
    const verdict = roundsVerdict(measured, measuring.looks, config);
    const failed = measured.stopped === "failed" ? measured.warnings[0]?.message : void 0;
    if (failed === void 0) return { ...commit, verdict, problem: null };
    return { ...commit, verdict: null, problem: failed };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (interruption.status() !== null) return null;
    return { ...commit, verdict: null, problem: error.message };
  }
}

// src/entry/cli/measure/live.ts
init_define_FLAMEGATE_PAGE();
import { spawnSync } from "node:child_process";

// src/report/live.ts
init_define_FLAMEGATE_PAGE();
function liveLines(state, { columns, rows }) {
  const shown = state.verdict === null ? [] : oneEach(state.verdict.comparisons, state.open);
  const room = Math.max(1, rows - 2);
  const listed = shown.length > room ? shown.slice(0, room - 1) : shown;
  const name = benchmarkNames(shown);
  const width = Math.min(
    Math.max(0, ...listed.map((row) => [...name(row)].length)),
    Math.max(10, Math.floor(columns / 2))
  );
  const lines = listed.map((row) => {
    const isOpen = state.open.includes(row.benchmark);
    const said = isOpen ? "measuring" : row.verdict;
    const size = row.base === null || row.head === null ? "" : change(row.delta, row.ci);
    return `${logName(name(row), width).padEnd(width)}  ${said.padEnd(9)}  ${size}`;
  });
  const more = shown.length - listed.length;
  const rest = more > 0 ? [`and ${more} more`] : [];
  return [...lines, ...rest, status(state, shown)].map((line) => logLine(line, columns - 1));
}
function status(state, rows) {
  const decided = rows.filter((row) => !state.open.includes(row.benchmark)).length;
  const looked = state.verdict === null ? `first look after ${state.firstLook}` : state.seeksCause ? "all decided, looking for the function that did it" : `${decided} of ${rows.length} decided`;
  const keys = state.keys === "none" ? "" : state.keys === "heard" ? "; q stops and judges" : "; stops after this round";
  return `round ${state.count} of at most ${state.most}; ${looked}; ${duration(state.left)} left${keys}`;
}
function oneEach(comparisons, open) {
  const rows = /* @__PURE__ */ new Map();
  for (const row of comparisons) {
    const key = benchmarkKey(row);
    const other = rows.get(key);
    if (other === void 0 || isTime(row.unit) && !isTime(other.unit)) rows.set(key, row);
  }
  const rank = (row) => open.includes(row.benchmark) ? 0 : row.verdict === "ok" ? 2 : 1;
  return [...rows.values()].sort((a, b) => rank(a) - rank(b));
}

// src/entry/cli/measure/live.ts
function liveDisplay(firstLook, env, out = process.stderr, keys = process.stdin) {
  const isWatched = out.isTTY === true && env.TERM !== "dumb" && !isSet(env.CI);
  if (!isWatched) return null;
  let state = {
    ...{
      verdict: null,
      open: [],
      seeksCause: false,
      count: 0,
      most: 0,
      firstLook,
      left: 0,
      keys: "none"
    }
  };
  let [drawn, drawnAt, isStarted, isClosed] = [0, performance.now(), false, false];
  const draw = (above = "") => {
    const erase = drawn === 0 ? "" : `\x1B[${drawn}A\r\x1B[J`;
    const left = state.left - (performance.now() - drawnAt) / 1e3;
    const size = { columns: out.columns || 80, rows: Math.min(out.rows || 24, 40) };
    const lines = isStarted && !isClosed ? liveLines({ ...state, left }, size) : [];
    drawn = lines.length;
    const block = lines.length === 0 ? "" : `\x1B[?7l${lines.join("\n")}
\x1B[?7h`;
    out.write(`${erase}${above}${block}`);
  };
  const timer = setInterval(draw, 1e3).unref();
  const release = hear(keys, () => {
    state = { ...state, keys: "stopping" };
    draw();
  });
  if (release !== null) state = { ...state, keys: "heard" };
  return {
    live: {
      round: ({ count, most: most2, left }) => {
        [isStarted, drawnAt] = [true, performance.now()];
        state = { ...state, count, most: most2, left };
        draw();
      },
      enough: () => state.keys === "stopping"
    },
    log: (line) => draw(`${logLine(line)}
`),
    looked: ({ verdict, open, done }) => {
      state = { ...state, verdict, open, seeksCause: open.length === 0 && !done };
      draw();
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      clearInterval(timer);
      release?.();
      draw();
    }
  };
}
var isSet = (text) => text !== void 0 && !["", "0", "false"].includes(text);
var interrupt = "";
function hear(keys, stop) {
  if (keys === null || keys.isTTY !== true || !isForeground()) return null;
  const pressed = (bytes) => {
    const text = bytes.toString("latin1");
    if (text.includes(interrupt)) process.kill(process.pid, "SIGINT");
    if (/q/i.test(text)) stop();
  };
  const restore = () => keys.setRawMode(false);
  keys.setRawMode(true);
  keys.resume();
  keys.on("data", pressed);
  process.once("exit", restore);
  return () => {
    keys.off("data", pressed);
    restore();
    keys.pause();
    process.removeListener("exit", restore);
  };
}
function isForeground() {
  const args = ["-o", "pgid=", "-o", "tpgid=", "-p", String(process.pid)];
  const { stdout } = spawnSync("ps", args, { encoding: "utf8" });
  const [own, front] = (stdout ?? "").trim().split(/\s+/);
  return own !== void 0 && own === front;
}

// src/entry/cli/measure.ts
async function measureCommand(flags, args) {
  const [text] = args;
  const range = text === void 0 ? null : rangeOf(text);
  if (range !== null && flags.against !== void 0) {
    throw new InputError("A..B says what to measure against: leave --against out");
  }
  if (range === null && flags.each === true) {
    throw new InputError("--each needs the commits, like v1.2..HEAD --each");
  }
  if (range !== null && (flags.baseCmd ?? flags.headCmd) !== void 0) {
    throw new InputError(
      "A..B compares two commits, and --base-cmd and --head-cmd two commands: give one of them"
    );
  }
  const config = resolveConfig(...await configLayers(flags));
  const command = withSubmodules(await askedCommand(flags), flags);
  const { says } = command;
  const options = { ...command.options, ...range && { against: range.base, head: range.head } };
  const measuring = measurerHere({ ...flags, run: options.run }, config, {
    benchmarks: [],
    commit: ""
  });
  const counted = await measureCounts(flags, config, { here: measuring, command, options });
  if (counted !== null) return counted;
  if (says !== null) process.stderr.write(`${logLine(`Measuring ${says}`)}
`);
  if (range !== null && flags.each === true) {
    return measureEach(flags, config, { here: measuring, command, range });
  }
  const display = liveDisplay(measuring.looks[0]?.after ?? 0, process.env);
  const look = lookAt(config, measuring.looks);
  const watched = (rounds) => {
    const found = look(rounds);
    display?.looked(found);
    return found;
  };
  const shown = display === null ? {} : { live: display.live, log: display.log };
  const measured = await measuring.measure(null, watched, { ...options, ...shown }).finally(() => display?.close()).catch((error) => {
    if (measuring.interrupted() === null) throw error;
    process.stderr.write(explain(error));
    return null;
  });
  if (measured === null) return measuring.interrupted() ?? 2;
  const verdict = roundsVerdict(measured, measuring.looks, config);
  const evidence = roundsEvidence(measured, { ...readOptions(config), ...rowOptions(flags) });
  const done = measured.stopped === "failed" ? 2 : exitStatus(verdict, config.failOn);
  const status2 = measuring.interrupted() ?? done;
  const ending = { failOn: config.failOn, status: status2 };
  await emit(flags, await verdictReport(verdict, flags, ending, flags, evidence));
  return measuring.interrupted() ?? status2;
}
export {
  measureCommand
};
