import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  checkNames,
  defaultLimits,
  entriesOf,
  longestManifest,
  manifestName,
  quoted,
  readManifest,
  sha256,
  unpackRun
} from "./chunk-chunk-HBB34D3E.js";
import {
  array,
  boolean,
  custom,
  exactOptional,
  literal,
  minLength,
  minValue,
  nullable,
  number,
  object,
  picklist,
  pipe,
  safeInteger,
  safeParse,
  string
} from "./chunk-chunk-YCAMMWL6.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/store/directory.ts
init_define_FLAMEGATE_PAGE();
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { lstat, mkdir, open as open2, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

// src/store/durable.ts
init_define_FLAMEGATE_PAGE();
import { open } from "node:fs/promises";
async function writeDurably(path, bytes) {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
async function syncDirectory(path) {
  const directory = await open(path, "r").catch(() => null);
  if (directory === null) return;
  try {
    await directory.sync();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : void 0;
    if (!["EINVAL", "EPERM", "EISDIR", "ENOTSUP", "ENOSYS"].includes(String(code))) throw error;
  } finally {
    await directory.close();
  }
}

// src/store/store.ts
init_define_FLAMEGATE_PAGE();
function damaged(run, where, defect) {
  const reason = `${where}: ${defect}`;
  return [
    setAside(run, reason),
    { kind: "warning", warning: { kind: "baseline", message: `stored run set aside: ${reason}` } }
  ];
}
var withPlace = (where) => (error) => {
  if (!(error instanceof InputError)) throw error;
  throw new InputError(`${where}: ${error.message}`);
};
function setAside(run, reason) {
  return { kind: "set-aside", setAside: { commit: run.commit, time: run.time, reason } };
}

// src/store/summary.ts
init_define_FLAMEGATE_PAGE();
import { gunzipSync, gzipSync } from "node:zlib";

// src/model/warning.ts
init_define_FLAMEGATE_PAGE();
var warningKinds = [
  "syntax",
  "lost",
  "failed",
  "unmeasured",
  "baseline",
  "profile",
  "policy",
  "github",
  "machine"
];

// src/store/summary.ts
var longestInflated = 64 << 20;
var digestOf = (manifest) => sha256(Buffer.from(JSON.stringify(manifest)));
function packSummary({ key, manifest, run }) {
  const strings = /* @__PURE__ */ new Map();
  const number2 = (text2) => {
    const known = strings.get(text2) ?? strings.size;
    strings.set(text2, known);
    return known;
  };
  const tables = run.tables.map(({ functions, ...table2 }) => ({
    table: table2,
    name: functions.map(({ name }) => number2(name)),
    file: functions.map(({ file }) => number2(file)),
    line: functions.map(({ line }) => line),
    flat: functions.map(({ flat }) => flat),
    cum: functions.map(({ cum }) => cum),
    background: functions.flatMap((row, i) => row.background === true ? [i] : [])
  }));
  const content = { schemaVersion: 1, key, manifest, ...run, tables, strings: [...strings.keys()] };
  const bytes = Buffer.from(JSON.stringify(content));
  return bytes.length > longestInflated ? null : gzipSync(bytes);
}
var count = pipe(number(), safeInteger(), minValue(0));
var text = string();
var texts = object({ type: text, unit: text });
var numbers = custom(
  (value) => Array.isArray(value) && value.every((one) => Number.isFinite(one)),
  "is not a list of numbers"
);
var optional = exactOptional(text);
var environment = object({
  goos: optional,
  goarch: optional,
  cpu: optional,
  machine: optional,
  build: optional,
  runner: optional,
  toolchain: optional
});
var seriesHead = object({
  package: text,
  benchmark: text,
  unit: text,
  better: picklist(["lower", "higher", "unknown"]),
  exact: boolean()
});
var series = object({
  ...seriesHead.entries,
  samples: pipe(numbers, minLength(1)),
  passes: exactOptional(numbers)
});
var table = object({
  source: text,
  program: optional,
  profiles: exactOptional(count),
  slice: optional,
  sampleType: texts,
  total: number(),
  background: exactOptional(number()),
  samples: nullable(number()),
  isDifference: exactOptional(literal(true)),
  seconds: exactOptional(number())
});
var columns = object({
  ...{ table, name: numbers, file: numbers, line: numbers, flat: numbers, cum: numbers },
  background: numbers
});
var warning = object({
  kind: picklist(warningKinds),
  file: optional,
  line: exactOptional(number()),
  message: text
});
var schema = object({
  schemaVersion: literal(1),
  key: text,
  manifest: text,
  environment,
  series: array(series),
  tables: array(columns),
  warnings: array(warning),
  strings: array(text)
});
function unpackSummary(bytes) {
  let json;
  try {
    json = JSON.parse(gunzipSync(bytes, { maxOutputLength: longestInflated }).toString());
  } catch {
    throw new InputError("the summary is not JSON in gzip");
  }
  const checked = safeParse(schema, json);
  if (!checked.success) throw new InputError("the summary is not of a schema that is known here");
  const { key, manifest, strings, ...run } = checked.output;
  const tables = run.tables.map((one) => tableOf(one, strings));
  const { environment: item, series: measured, warnings } = run;
  return { key, manifest, run: { environment: item, series: measured, tables, warnings } };
}
function tableOf({ table: about, name, file, line, flat, cum, background }, strings) {
  if ([file, line, flat, cum].some(({ length }) => length !== name.length)) {
    throw new InputError("the columns of a table in the summary are not of one length");
  }
  const string2 = (index) => {
    const found = strings[index ?? -1];
    if (found === void 0) throw new InputError("a name in the summary is missing");
    return found;
  };
  const isBackground = new Set(background);
  return {
    ...about,
    functions: name.map((value, i) => ({
      name: string2(value),
      file: string2(file[i]),
      line: line[i] ?? 0,
      flat: flat[i] ?? 0,
      cum: cum[i] ?? 0,
      ...isBackground.has(i) ? { background: true } : {}
    }))
  };
}

// src/store/directory.ts
function directoryStore(dir, limits = defaultLimits) {
  return {
    load: () => loadDirectory(dir, limits),
    keep: (run, summaries2) => keepRun(dir, run, summaries2),
    prune: (longest) => pruneDirectory(dir, longest, limits)
  };
}
async function keepRun(dir, run, summaries2) {
  const name = runName(run.manifest);
  if (await lstat(join(dir, name)).catch(() => void 0) !== void 0) {
    throw new InputError(
      "this run is stored already, and counted twice it would pass for two measurements: remove it first, or give another time",
      { file: join(dir, name) }
    );
  }
  const summary = await summaries2?.of(run) ?? null;
  if (summary !== null) await keepSummary(dir, name, summary);
  await removeAbandoned(dir);
  return await writeDirectory(dir, name, entriesOf(run));
}
async function removeAbandoned(dir) {
  const day = 24 * 60 * 60 * 1e3;
  for (const folder of [dir, join(dir, summaries)]) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (!/^\.(?:unfinished|removed)-[0-9a-f-]{36}$/.test(name)) continue;
      const found = await lstat(join(folder, name)).catch(() => void 0);
      if (found === void 0 || Date.now() - found.mtimeMs < day) continue;
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => {
      });
    }
  }
}
async function writeDirectory(dir, name, entries) {
  const target = join(dir, name);
  const unfinished = join(dir, `.unfinished-${randomUUID()}`);
  try {
    await makeDirectory(unfinished);
    await refuseExisting(target);
    const folders = /* @__PURE__ */ new Set([unfinished]);
    for (const [path, bytes] of entries) {
      const file = join(unfinished, path);
      await mkdir(dirname(file), { recursive: true });
      for (let at = dirname(file); at !== unfinished; at = dirname(at)) folders.add(at);
      await writeDurably(file, bytes);
    }
    for (const folder of folders) await syncDirectory(folder);
    await rename(unfinished, target);
    await syncDirectory(dir);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {
    });
    if (error instanceof InputError) throw error;
    if (["ENOTEMPTY", "EEXIST"].includes(codeOf(error) ?? "")) await refuseExisting(target);
    throw new InputError(`it could not be written: ${messageOf(error)}`, { file: target });
  }
  return target;
}
async function makeDirectory(path) {
  const missing = [];
  let above = resolve(path);
  while (await stat(above).catch(() => void 0) === void 0 && dirname(above) !== above) {
    missing.push(above);
    above = dirname(above);
  }
  for (const directory of missing.reverse()) {
    await mkdir(directory).catch((error) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
  }
}
async function refuseExisting(target) {
  if (await lstat(target).catch(() => void 0) === void 0) return;
  throw new InputError("it exists already, and is not overwritten: remove it first", {
    file: target
  });
}
function runName({ time, commit }) {
  const stamp = new Date(time).toISOString().replace(".000", "").replaceAll(/[:.]/g, "-");
  return `${stamp}-${commit.slice(0, 12).replace(/\.$/, "_") || "unknown"}`;
}
var newestFirst = (a, b) => Date.parse(b.manifest.time) - Date.parse(a.manifest.time) || (a.name < b.name ? 1 : -1);
async function pruneDirectory(dir, longest, limits) {
  const runs = [];
  for (const { name } of (await list(dir) ?? []).filter((entry) => entry.isDirectory())) {
    const manifest = await manifestOf(join(dir, name), limits).catch(unreadable);
    if (manifest !== null) runs.push({ name, manifest });
  }
  const removed = runs.sort(newestFirst).slice(longest);
  for (const { name } of removed) {
    const hidden = join(dir, `.removed-${randomUUID()}`);
    try {
      await rename(join(dir, name), hidden);
      await rm(hidden, { recursive: true, force: true });
      await rm(summaryPath(dir, name), { force: true });
    } catch (error) {
      throw new InputError(`it could not be removed: ${messageOf(error)}`, {
        file: join(dir, name)
      });
    }
  }
  return removed.map(({ manifest }) => manifest);
}
function unreadable(error) {
  defectOf(error);
  return null;
}
async function* loadDirectory(dir, limits) {
  const entries = await list(dir);
  if (entries === null) {
    yield noDirectory(dir);
    return;
  }
  const found = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
  if (found.length === 0 && entries.length > 0) yield noRunAmong(dir, entries);
  const runs = [];
  for (const entry of found) {
    try {
      if (!entry.isDirectory()) throw new InputError("it is a symbolic link");
      runs.push({ name: entry.name, manifest: await manifestOf(join(dir, entry.name), limits) });
    } catch (error) {
      yield* damaged({ commit: "", time: "" }, join(dir, entry.name), defectOf(error));
    }
  }
  runs.sort(newestFirst);
  for (const { name, manifest } of runs) {
    const place = join(dir, name);
    try {
      await checkShape(place, manifest, limits);
      const open3 = () => readRun(place, manifest, limits).catch((error) => {
        throw new InputError(`${place}: ${defectOf(error)}`);
      });
      const summary = await readSummary(dir, name, manifest);
      yield { kind: "run", run: { manifest, summary, open: open3 } };
    } catch (error) {
      yield* damaged(manifest, join(dir, name), defectOf(error));
    }
  }
}
async function list(dir) {
  let entries;
  try {
    entries = await readdir(dir, { withFileTypes: true });
  } catch (error) {
    const code = codeOf(error);
    const isAbsent = await lstat(dir).catch(codeOf) === "ENOENT";
    if (code === "ENOENT" && isAbsent) return null;
    if (code === "ENOENT" || code === "ENOTDIR") {
      throw new InputError(
        "the baseline is not a directory: record a run into it first, with `flamegate record --baseline DIR`",
        { file: dir }
      );
    }
    throw new InputError(`the baseline cannot be read: ${messageOf(error)}`, { file: dir });
  }
  return entries.filter(({ name }) => !name.startsWith("."));
}
function noDirectory(dir) {
  const message = `the baseline directory ${dir} does not exist yet: this is normal for the first run; later look for a mistake in its name`;
  return { kind: "warning", warning: { kind: "baseline", message } };
}
function noRunAmong(dir, entries) {
  const message = `the baseline ${dir} holds files (${quoted(entries[0]?.name ?? "")}) but no stored run: make a run of them with \`flamegate record --baseline DIR\``;
  return { kind: "warning", warning: { kind: "baseline", message } };
}
async function manifestOf(root, limits) {
  const path = join(root, manifestName);
  const found = await lstat(path).catch(() => void 0);
  if (found === void 0) throw new InputError(`there is no ${manifestName}`);
  if (!found.isFile()) throw new InputError(`its ${manifestName} is not a regular file`);
  return readManifest(await readPlain(path, longestManifest + 1), limits);
}
async function checkShape(root, manifest, limits) {
  checkNames(manifest, await namesBelow(root, limits));
  for (const { path, bytes } of manifest.files) {
    const { size } = await lstat(join(root, path));
    if (size !== bytes) {
      throw new InputError(`${path} has ${size} bytes, the manifest says ${bytes}`);
    }
  }
}
var summaries = ".summaries";
var summaryName = (name) => `${summaries}/${name}.json.gz`;
var summaryPath = (dir, name) => join(dir, summaryName(name));
var longestSummary = 64 << 20;
async function readSummary(dir, name, manifest) {
  try {
    const summary = unpackSummary(await readPlain(summaryPath(dir, name), longestSummary));
    return summary.manifest === digestOf(manifest) ? summary : null;
  } catch (error) {
    return unreadable(error);
  }
}
async function keepSummary(dir, name, summary) {
  const bytes = packSummary(summary);
  if (bytes === null) return;
  const target = summaryPath(dir, name);
  const unfinished = join(dir, summaries, `.unfinished-${randomUUID()}`);
  try {
    await makeDirectory(dirname(target));
    await writeDurably(unfinished, bytes);
    await rename(unfinished, target);
    await removeIdle(dir, basename(target));
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {
    });
    throw new InputError(`it could not be written: ${messageOf(error)}`, { file: target });
  }
}
async function removeIdle(dir, kept) {
  const runs = new Set((await readdir(dir)).map((name) => basename(summaryPath(dir, name))));
  for (const name of await readdir(join(dir, summaries))) {
    const isIdle = !name.startsWith(".") && name !== kept && !runs.has(name);
    if (isIdle) await rm(join(dir, summaries, name), { force: true });
  }
}
async function readRun(root, manifest, limits) {
  checkNames(manifest, await namesBelow(root, limits));
  const entries = /* @__PURE__ */ new Map();
  entries.set(manifestName, await readPlain(join(root, manifestName), longestManifest + 1));
  for (const { path, bytes } of manifest.files) {
    entries.set(path, await readPlain(join(root, path), bytes + 1));
  }
  return unpackRun(entries, limits);
}
async function namesBelow(root, limits) {
  const names = [];
  const walk = async (below) => {
    for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(name);
      else if (entry.isFile()) names.push(name);
      else throw new InputError(`${quoted(name)} is not a regular file`);
      if (names.length > limits.entries) {
        throw new InputError(`the run has more than ${limits.entries} files`);
      }
    }
  };
  await walk("");
  return names;
}
async function readPlain(path, limit) {
  const file = await open2(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, limit));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}
function defectOf(error) {
  if (error instanceof InputError) return error.message;
  if (codeOf(error) === void 0) throw error;
  return messageOf(error);
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : void 0;
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

export {
  warningKinds,
  digestOf,
  packSummary,
  count,
  text,
  numbers,
  environment,
  seriesHead,
  table,
  warning,
  unpackSummary,
  damaged,
  withPlace,
  setAside,
  directoryStore,
  writeDirectory,
  refuseExisting,
  runName,
  newestFirst,
  summaryName
};
