import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  summariesFor
} from "./chunk-chunk-ODN6XSID.js";
import {
  readableStore,
  storeAt
} from "./chunk-chunk-PP5JUWLM.js";
import "./chunk-chunk-KBK62P4M.js";
import "./chunk-chunk-GCNZN3XQ.js";
import "./chunk-chunk-ESNXKPUY.js";
import "./chunk-chunk-TVEMZ2SQ.js";
import "./chunk-chunk-MOWUUCPE.js";
import "./chunk-chunk-6BTFPR5G.js";
import "./chunk-chunk-YTYFE7V5.js";
import {
  configLayers,
  emit
} from "./chunk-chunk-EAYZLJTF.js";
import "./chunk-chunk-JF3RMCPS.js";
import "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import {
  cell,
  layOut
} from "./chunk-chunk-KDSKOOQQ.js";
import {
  digestOf,
  directoryStore
} from "./chunk-chunk-Q2ILLPB5.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import "./chunk-chunk-RL7XGZTW.js";
import {
  plural
} from "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ZUGVML7C.js";
import "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-MVRN3XQO.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-BANJ3GOK.js";
import "./chunk-chunk-SGSL43OP.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
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

// src/entry/cli/baseline.ts
init_define_FLAMEGATE_PAGE();

// src/flow/baseline.ts
init_define_FLAMEGATE_PAGE();
async function listing(store) {
  const runs = [];
  const setAside = [];
  const warnings = [];
  for await (const item of store.load()) {
    if (item.kind === "run") runs.push(item.run);
    else if (item.kind === "set-aside") setAside.push(item.setAside);
    else warnings.push(item.warning);
  }
  return { runs, setAside, warnings };
}
async function verified(store) {
  const { runs, setAside } = await listing(store);
  const whole = [];
  const damaged = [...setAside];
  for (const { manifest, open } of runs) {
    try {
      await open();
      whole.push(manifest);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      damaged.push({ commit: manifest.commit, time: manifest.time, reason: error.message });
    }
  }
  return { whole, setAside: damaged };
}
async function copyRuns(from, to, tables) {
  const there = new Set((await listing(to)).runs.map(({ manifest }) => digestOf(manifest)));
  const { runs, setAside } = await listing(from);
  const copied = [];
  const damaged = [...setAside];
  const missing = runs.filter(({ manifest }) => !there.has(digestOf(manifest)));
  for (const { manifest, open } of missing.toReversed()) {
    const run = await open().catch((error) => {
      if (!(error instanceof InputError)) throw error;
      damaged.push({ commit: manifest.commit, time: manifest.time, reason: error.message });
      return null;
    });
    if (run === null) continue;
    await to.keep(run, summariesFor(tables));
    copied.push(manifest);
  }
  return { copied, present: runs.length - missing.length, setAside: damaged };
}

// src/report/storedruns.ts
init_define_FLAMEGATE_PAGE();
var schema = 1;
function storedRunsJson({ runs, setAside, present }) {
  const shown = runs.map(({ commit, branch, time, workflow, runId, environment, files }) => ({
    ...{ commit, branch, time, workflow, runId, environment, files }
  }));
  return `${JSON.stringify({ schema, runs: shown, setAside, present }, null, 2)}
`;
}
function storedRunsText(done, { runs, setAside, present }) {
  const lines = [
    `${done === "" ? "" : `${done} `}${plural(runs.length, "stored run")}${present === void 0 ? "" : `, ${present} there already`}${setAside.length === 0 ? "" : `, ${setAside.length} set aside`}`,
    ...table(runs),
    ...setAsideLines(setAside)
  ];
  return printed(lines);
}
function storedRunText({ runs, setAside }) {
  const lines = runs.flatMap((run) => [
    `commit       ${run.commit || "not known"}`,
    `time         ${run.time}`,
    ...run.branch === void 0 ? [] : [`branch       ${run.branch}`],
    ...run.workflow === void 0 ? [] : [`workflow     ${run.workflow}`],
    ...run.runId === void 0 ? [] : [`run          ${run.runId}`],
    ...Object.entries(run.environment).map(([name, value]) => `${name.padEnd(12)} ${value}`),
    ...run.files.map(({ path, bytes, sha256 }) => `${bytes} B  sha256 ${sha256}  ${path}`),
    ""
  ]);
  return printed([...lines, ...setAsideLines(setAside)]);
}
function table(runs) {
  if (runs.length === 0) return [];
  const row = (cells) => cells.map(
    (text, column) => cell(column, logLine(text, 100), {
      ...column > 0 ? { margin: "  " } : {},
      align: column === 2 || column === 3 ? "right" : "left"
    })
  );
  const rows = runs.map(({ time, commit, branch = "", environment, files }) => [
    ...[time, commit.slice(0, 12) || "unknown", `${files.length}`],
    ...[`${files.reduce((sum, { bytes }) => sum + bytes, 0)}`, branch],
    environment.cpu ?? ""
  ]);
  return layOut([row(["time", "commit", "files", "bytes", "branch", "machine"]), ...rows.map(row)]);
}
var setAsideLines = (setAside) => setAside.map(
  ({ commit, reason }) => commit === "" ? `set aside: ${reason}` : `set aside: ${commit.slice(0, 12)}: ${reason}`
);
var printed = (lines) => `${lines.map((line) => logLine(line, 2e3)).join("\n")}
`;

// src/entry/cli/baseline.ts
async function listCommand(flags) {
  const { runs, setAside, warnings } = await listing(await readableStore(flags));
  for (const { message } of warnings.filter(
    (warning) => !/^stored run set aside/.test(warning.message)
  )) {
    process.stderr.write(`${logLine(`flamegate: ${message}`)}
`);
  }
  await print(flags, { runs: runs.map(({ manifest }) => manifest), setAside }, "");
  return 0;
}
async function showCommand(flags, [commit = ""]) {
  const { runs } = await listing(await readableStore(flags));
  const found = commit === "" ? runs.slice(0, 1) : runs.filter((run) => run.manifest.commit.startsWith(commit));
  if (found.length === 0) {
    throw new InputError(
      `no stored run ${commit === "" ? "is there" : `is of the commit ${JSON.stringify(commit)}`}: \`flamegate baseline list\` shows what there is`
    );
  }
  for (const { open } of found) await open();
  const shown = { runs: found.map(({ manifest }) => manifest), setAside: [] };
  await emit(flags, flags.format === "json" ? storedRunsJson(shown) : storedRunText(shown));
  return 0;
}
async function verifyCommand(flags) {
  const { whole, setAside } = await verified(await readableStore(flags));
  if (whole.length + setAside.length === 0) throw nothing(flags.baseline ?? flags.workflow ?? "");
  await print(flags, { runs: whole, setAside }, "verified:");
  return setAside.length === 0 ? 0 : 2;
}
async function pruneCommand(flags) {
  const baseline = flags.baseline ?? "";
  const { keep } = flags;
  if (keep === void 0 || !/^\d{1,6}$/.test(keep)) {
    throw new InputError(`--keep ${keep ?? ""} must be how many of the newest runs stay, like 30`);
  }
  const removed = await (await storeAt(baseline)).prune?.(Number(keep));
  if (removed === void 0) throw new InputError("its runs cannot be removed", { file: baseline });
  await print(flags, { runs: removed, setAside: [] }, "removed:");
  return 0;
}
async function exportCommand(flags, [to = ""]) {
  const config = resolveConfig(...await configLayers(flags));
  const copied = await copyRuns(
    await readableStore(flags),
    directoryStore(to),
    readOptions(config)
  );
  refuseNothing(copied, flags.baseline ?? flags.workflow ?? "");
  await print(flags, { ...copied, runs: copied.copied }, "exported:");
  return copied.setAside.length === 0 ? 0 : 2;
}
async function importCommand(flags, [from = ""]) {
  const config = resolveConfig(...await configLayers(flags));
  const to = await storeAt(flags.baseline ?? "");
  const copied = await copyRuns(directoryStore(from), to, readOptions(config));
  refuseNothing(copied, from);
  await print(flags, { ...copied, runs: copied.copied }, "imported:");
  return copied.setAside.length === 0 ? 0 : 2;
}
var nothing = (file) => new InputError("holds no stored run: look for a mistake in its name", { file });
function refuseNothing({ copied, present, setAside }, file) {
  if (copied.length + present + setAside.length === 0) throw nothing(file);
}
function print(flags, shown, done) {
  return emit(flags, flags.format === "json" ? storedRunsJson(shown) : storedRunsText(done, shown));
}
export {
  exportCommand,
  importCommand,
  listCommand,
  pruneCommand,
  showCommand,
  verifyCommand
};
