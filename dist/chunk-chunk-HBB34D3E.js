import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  array,
  check,
  exactOptional,
  getDotPath,
  is,
  literal,
  maxLength,
  minLength,
  minValue,
  number,
  object,
  picklist,
  pipe,
  rawCheck,
  regex,
  safeInteger,
  safeParse,
  string,
  unknown
} from "./chunk-chunk-YCAMMWL6.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/store/manifest.ts
init_define_FLAMEGATE_PAGE();
import { createHash } from "node:crypto";

// src/store/path.ts
init_define_FLAMEGATE_PAGE();
import { posix } from "node:path";
var segment = /^[A-Za-z0-9_][A-Za-z0-9_.+=@,-]{0,99}$/;
var device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
var longestPath = 512;
function pathDefect(path) {
  if (path.length > longestPath)
    return `the path ${quoted(path)} is over ${longestPath} characters`;
  for (const name of path.split("/")) {
    if (!segment.test(name) || name.endsWith(".") || device.test(name)) {
      return `the path ${quoted(path)} is not a plain relative path`;
    }
  }
  return void 0;
}
function clashOf(paths) {
  const claim = namesOfOneDirectory();
  for (const path of paths) {
    if (!claim(path)) return `the path ${quoted(path)} clashes with another file's`;
  }
  return void 0;
}
function storedPaths(folder, files) {
  const split = files.map(segmentsOf);
  const shared = sharedDepth(split);
  const claim = namesOfOneDirectory();
  return split.map((segments) => {
    const below = segments.slice(Math.max(shared, segments.length - 4));
    const path = [folder, ...below].join("/");
    if (claim(path)) return path;
    for (let n = 2; ; n++) {
      const numbered = `${folder}/${withNumber(below.join("-").slice(-90), n)}`;
      if (claim(numbered)) return numbered;
    }
  });
}
function printable(text2) {
  const short = text2.length > 200 ? `${text2.slice(0, 197)}...` : text2;
  return short.replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function quoted(text2) {
  return `"${printable(text2)}"`;
}
function plainName(text2) {
  let name = text2.replace(/[^A-Za-z0-9_.+=@,-]/g, "_").slice(-99);
  name = name.replace(/\.$/, "_");
  return segment.test(name) && !device.test(name) ? name : `_${name}`;
}
var home = /^(?:\/home\/[^/]+|\/Users\/[^/]+|\/root|[A-Za-z]:\/Users\/[^/]+)\/(?=[^/])/;
function segmentsOf(file) {
  const path = posix.normalize(file.replaceAll("\\", "/")).replace(home, "");
  const segments = path.split("/");
  const named2 = segments.filter((name) => name !== "" && name !== "." && name !== "..");
  return named2.length === 0 ? ["file"] : named2.map(plainName);
}
function sharedDepth(paths) {
  const first = paths[0] ?? [];
  let depth = 0;
  while (depth < first.length - 1 && paths.every((path) => depth < path.length - 1 && path[depth] === first[depth])) {
    depth++;
  }
  return depth;
}
function withNumber(name, n) {
  const dot = name.indexOf(".", 1);
  return plainName(dot < 0 ? `${name}-${n}` : `${name.slice(0, dot)}-${n}${name.slice(dot)}`);
}
function namesOfOneDirectory() {
  const files = /* @__PURE__ */ new Set();
  const directories = /* @__PURE__ */ new Set();
  return (path) => {
    const key = path.toLowerCase();
    const parents = [];
    for (let at = key.indexOf("/"); at >= 0; at = key.indexOf("/", at + 1)) {
      parents.push(key.slice(0, at));
    }
    if (files.has(key) || directories.has(key)) return false;
    if (parents.some((parent) => files.has(parent))) return false;
    files.add(key);
    for (const parent of parents) directories.add(parent);
    return true;
  };
}

// src/store/manifest.ts
var manifestName = "manifest.json";
var longestManifest = 1 << 20;
var defaultLimits = {
  archiveBytes: 256 << 20,
  inflatedBytes: 2 ** 30,
  entries: 1e3
};
var text = (longest) => pipe(string(), maxLength(longest));
var time = pipe(
  string(),
  regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/,
    "is not an ISO 8601 time with a zone"
  ),
  check((value) => Number.isFinite(Date.parse(value)), "is not a real time")
);
var branchName = /^[^\p{C}\p{Z}~^:?*[\\]+$/u;
var isBranchName = (name) => name.length <= 200 && branchName.test(name);
var fileSchema = object({
  path: pipe(
    string(),
    rawCheck(({ dataset, addIssue }) => {
      const defect = dataset.typed ? pathDefect(dataset.value) : void 0;
      if (defect !== void 0) addIssue({ message: defect });
    })
  ),
  kind: picklist(["benchmarks", "profile"]),
  sha256: pipe(string(), regex(/^[0-9a-f]{64}$/, "is not a SHA-256 in hexadecimal")),
  bytes: pipe(number(), safeInteger(), minValue(0))
});
var count = pipe(number(), safeInteger(), minValue(0));
var manifestSchema = object({
  schemaVersion: literal(1),
  commit: pipe(string(), regex(/^[0-9A-Za-z._-]{0,64}$/, "is not the name of a commit")),
  branch: exactOptional(pipe(text(200), regex(branchName, "is not the name of a branch"))),
  time,
  workflow: exactOptional(text(512)),
  runId: exactOptional(pipe(number(), safeInteger(), minValue(1))),
  environment: object({
    goos: exactOptional(text(1e3)),
    goarch: exactOptional(text(1e3)),
    cpu: exactOptional(text(1e3)),
    machine: exactOptional(text(1e3)),
    build: exactOptional(text(1e3)),
    runner: exactOptional(text(1e3)),
    toolchain: exactOptional(text(1e3))
  }),
  redaction: exactOptional(
    object({
      paths: count,
      labels: count,
      comments: count,
      buildIds: count,
      namesKept: count
    })
  ),
  files: pipe(array(fileSchema), minLength(1, "names no file"))
});
function packRun(run, limits = defaultLimits) {
  const files = [
    ...named("benchmarks", "benchmarks", run.benchmarks),
    ...named("profiles", "profile", run.profiles)
  ];
  const manifest = {
    schemaVersion: 1,
    commit: run.commit,
    ...run.branch === void 0 ? {} : { branch: run.branch },
    time: normalTime(run.time),
    ...run.workflow === void 0 ? {} : { workflow: run.workflow },
    ...run.runId === void 0 ? {} : { runId: run.runId },
    environment: run.environment,
    ...run.redaction === void 0 ? {} : { redaction: run.redaction },
    files: files.map(({ file, kind, bytes }) => ({
      path: file,
      kind,
      sha256: sha256(bytes),
      bytes: bytes.length
    }))
  };
  return { manifest: checkManifest(manifest, limits), files };
}
function entriesOf(run) {
  const entries = /* @__PURE__ */ new Map();
  entries.set(manifestName, Buffer.from(`${JSON.stringify(run.manifest, null, 2)}
`));
  for (const { file, bytes } of run.files) entries.set(file, bytes);
  return entries;
}
function unpackRun(entries, limits = defaultLimits) {
  const manifest = readManifest(entries.get(manifestName), limits);
  checkNames(manifest, [...entries.keys()]);
  const files = manifest.files.map(({ path, kind, sha256: expected, bytes: size }) => {
    const bytes = entries.get(path) ?? new Uint8Array();
    if (bytes.length !== size) {
      throw new InputError(`${path} has ${bytes.length} bytes, the manifest says ${size}`);
    }
    if (sha256(bytes) !== expected) {
      throw new InputError(`${path} does not have the SHA-256 that the manifest gives`);
    }
    return { file: path, kind, bytes };
  });
  return { manifest, files };
}
function checkNames(manifest, names) {
  const expected = /* @__PURE__ */ new Set([manifestName, ...manifest.files.map(({ path }) => path)]);
  for (const name of names) {
    if (!expected.delete(name)) {
      throw new InputError(`${quoted(name)} is in the run but not in its ${manifestName}`);
    }
  }
  const [missing] = expected;
  if (missing !== void 0) {
    throw new InputError(`${missing} is missing, though the ${manifestName} names it`);
  }
}
function readManifest(bytes, limits = defaultLimits) {
  if (bytes === void 0) throw new InputError(`there is no ${manifestName}`);
  if (bytes.length > longestManifest) {
    throw new InputError(`the ${manifestName} is over ${longestManifest} bytes`);
  }
  let json;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new InputError(`the ${manifestName} is not JSON in UTF-8`);
  }
  return checkManifest(json, limits);
}
function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
function named(folder, kind, files) {
  const paths = storedPaths(
    folder,
    files.map(({ file }) => file)
  );
  return files.map(({ file, bytes }, i) => ({ file: paths[i] ?? file, kind, bytes }));
}
function checkManifest(json, limits) {
  const version = safeParse(object({ schemaVersion: unknown() }), json);
  if (version.success && version.output.schemaVersion !== 1) {
    throw new InputError(
      `its ${manifestName} has schemaVersion ${quoted(String(version.output.schemaVersion))}, this flamegate reads 1: use the release that wrote it, or a newer one`
    );
  }
  const checked = safeParse(manifestSchema, json);
  if (!checked.success) {
    const [issue] = checked.issues;
    const at = getDotPath(issue) ?? manifestName;
    throw new InputError(`the ${manifestName} cannot be used: ${at}: ${printable(issue.message)}`);
  }
  const manifest = checked.output;
  checkLimits(manifest, limits);
  const clash = clashOf([manifestName, ...manifest.files.map(({ path }) => path)]);
  if (clash !== void 0) throw new InputError(clash);
  return manifest;
}
function checkLimits({ files }, limits) {
  if (files.length + 1 > limits.entries) {
    throw new InputError(`the run has ${files.length} files, at most ${limits.entries - 1} fit`);
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > limits.inflatedBytes) {
    throw new InputError(`the files hold ${total} bytes, the limit is ${limits.inflatedBytes}`);
  }
}
function normalTime(given) {
  const full = /^\d{4}-\d\d-\d\d$/.test(given) ? `${given}T00:00:00Z` : given;
  if (!is(time, full)) {
    throw new InputError(
      `${quoted(given)} is not a time: give ISO 8601 with a zone, for example 2026-11-15T10:20:30Z`
    );
  }
  return new Date(full).toISOString();
}

export {
  pathDefect,
  clashOf,
  printable,
  quoted,
  plainName,
  manifestName,
  longestManifest,
  defaultLimits,
  isBranchName,
  packRun,
  entriesOf,
  unpackRun,
  checkNames,
  readManifest,
  sha256,
  checkManifest,
  normalTime
};
