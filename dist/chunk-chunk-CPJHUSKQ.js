import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  NameClash,
  isWanted,
  longestBody,
  runLinks,
  unfinishedComment
} from "./chunk-chunk-QIDPI55T.js";
import {
  say
} from "./chunk-chunk-DGCK55TR.js";
import {
  clientFor,
  uploadPlace
} from "./chunk-chunk-DH4NGTLU.js";
import {
  bundleEntries,
  bundleKey,
  reportKey
} from "./chunk-chunk-VQVOO6ZB.js";
import {
  uploadEntries,
  uploadPage
} from "./chunk-chunk-TVEMZ2SQ.js";
import {
  cutter,
  redactFiles
} from "./chunk-chunk-CAWJPCAF.js";
import {
  gateText
} from "./chunk-chunk-3R5YXFZF.js";
import {
  error,
  notice,
  setOutput,
  warning
} from "./chunk-chunk-VICGZEQ2.js";
import {
  packRun
} from "./chunk-chunk-HBB34D3E.js";
import {
  artifactLine,
  comment,
  summary
} from "./chunk-chunk-PBMJK32W.js";
import {
  countedCells,
  countedChanges
} from "./chunk-chunk-YL6QSUIA.js";
import {
  pp
} from "./chunk-chunk-F2QYVI5H.js";
import {
  gateJson
} from "./chunk-chunk-RWUMPLQ3.js";
import {
  redactionSentences
} from "./chunk-chunk-6OBLDVWQ.js";
import {
  countBenchmarks,
  packageNames
} from "./chunk-chunk-XDSCW632.js";
import {
  functionTitle,
  heavier,
  inOrder
} from "./chunk-chunk-NTMR7OSE.js";
import {
  changeCell,
  oneIn,
  plural,
  share,
  signed
} from "./chunk-chunk-4ESYGOAJ.js";
import {
  annotationText
} from "./chunk-chunk-3KXZIELT.js";
import {
  doing
} from "./chunk-chunk-OWNO6LNF.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/action/accepted.ts
init_define_FLAMEGATE_PAGE();
var acceptLabel = "perf-accepted";
async function isAccepted({ warnings }, status, settings, context) {
  const { pullRequest } = context;
  const isSlower = status === 1 && !warnings.some(({ kind }) => kind === "failed");
  if (!isSlower || pullRequest === null || settings.token === "") return false;
  doing("looking for the label that accepts what is slower");
  try {
    const { labelsOf } = await import("./chunk-labels-4WJWVENE.js");
    const labels = await labelsOf(await clientFor(settings, context), pullRequest.number);
    return labels.includes(acceptLabel);
  } catch (error2) {
    if (!(error2 instanceof InputError)) throw error2;
    warning(annotationText(`${error2.message}; the label ${acceptLabel} was not looked for`));
    return false;
  }
}

// src/entry/action/publish.ts
init_define_FLAMEGATE_PAGE();
import { existsSync } from "node:fs";
import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/report/annotations.ts
init_define_FLAMEGATE_PAGE();
var MOST = 9;
var MOST_NAMED = 10;
function annotations(verdict, options) {
  if (verdict.verdict === "pass") return [];
  if (verdict.verdict === "no-baseline")
    return isFirst(verdict) ? [] : [headlineOf(verdict, false)];
  const failed = verdict.verdict === "fail";
  const rows = [
    ...sets(verdict, "slower", failed ? "error" : "warning"),
    ...sets(verdict, "suspect", "warning"),
    ...countedChanges(verdict).flatMap(
      (change) => countedAnnotation(change, failed ? "error" : "warning", options)
    ),
    ...heavier(verdict.functions).filter(({ gated, verdict: own }) => gated && own !== "moved").map(
      (row) => functionAnnotation(row, failed && row.verdict === "slower" ? "error" : "warning", options)
    )
  ];
  const explained = failed ? rows.some((row) => row.level === "error") : rows.length > 0;
  const all = explained && verdict.verdict !== "incomplete" ? rows : [headlineOf(verdict, failed), ...rows];
  const ordered = all.toSorted((a, b) => Number(b.level === "error") - Number(a.level === "error"));
  return ordered.length <= MOST ? ordered : atMost(ordered);
}
var isFirst = ({ baseline, warnings }) => baseline.setAside.length === 0 && !warnings.some(({ kind }) => kind === "baseline");
var headlineOf = (verdict, failed) => ({
  level: failed ? "error" : "warning",
  title: `flamegate: ${verdict.verdict}`,
  message: annotationText(verdict.headline)
});
function atMost(ordered) {
  const left = ordered.length - MOST;
  return [
    ...ordered.slice(0, MOST),
    {
      level: ordered[0]?.level ?? "warning",
      title: `flamegate: and ${left} more`,
      message: `${left} more annotations are left out; the job summary has them all.`
    }
  ];
}
function sets({ comparisons, baseline }, verdict, level) {
  const packages = /* @__PURE__ */ new Map();
  for (const row of inOrder(comparisons)) {
    if (row.verdict !== verdict || !row.gated || row.follows !== null) continue;
    const set = packages.get(row.package);
    if (set === void 0) packages.set(row.package, [row]);
    else set.push(row);
  }
  const short = packageNames(comparisons);
  return [...packages].map(([path, rows]) => {
    const where = path === "" ? "" : ` in ${short(path)}`;
    const count = countBenchmarks(rows);
    const what = verdict === "slower" ? "slower" : count === 1 ? "looks slower" : "look slower";
    const named = rows.slice(0, MOST_NAMED).map((row) => comparisonText(row, baseline.name));
    const left = rows.length - named.length;
    if (left > 0) named.push(`and ${left} more`);
    return {
      level,
      title: annotationText(`flamegate: ${plural(count, "benchmark")} ${what}${where}`, 200),
      message: annotationText(named.join("; "), 3e3)
    };
  });
}
function comparisonText(row, base) {
  const name = annotationText(row.benchmark, 120);
  const seldom = row.test !== "run-level" || row.pAdjusted === null ? [] : [`${oneIn(row.pAdjusted)} runs without a change has a benchmark as slow`];
  const rounds = row.test === "paired" ? [`in ${plural(row.head?.runs ?? 0, "round")} here`] : [];
  const looked = row.screened === null ? [] : [
    `looked ${signed(row.screened.delta)} against ${plural(row.screened.runs, "run")} of ${annotationText(base, 120)}`
  ];
  const counted = row.test === "counted" ? ["counted here"] : [];
  const evidence = [...seldom, ...rounds, ...counted, ...looked];
  const said = evidence.length === 0 ? "" : ` (${evidence.join(", ")})`;
  const change = annotationText(changeCell(row.delta, row.unit), 60);
  return `${name} ${annotationText(row.unit, 40)} ${change}${said}`;
}
function functionAnnotation(row, level, { resolve }) {
  const name = annotationText(functionTitle(row), 120);
  const shares = `${share(row.base.flatFraction)} to ${share(row.head.flatFraction)}`;
  const profile = annotationText(row.sampleType.type, 40);
  const change = `${name}: flat ${profile} from ${shares}, ${pp(row.adjustedDelta)}.`;
  const verb = row.verdict === "slower" ? "got" : "looks";
  return {
    level,
    title: annotationText(`flamegate: ${name} ${verb} heavier, ${pp(row.adjustedDelta)}`, 200),
    message: annotationText(`${change} ${row.reason}`, 3e3),
    ...place(row, resolve)
  };
}
function countedAnnotation({ title, rows, isWorse }, level, { resolve }) {
  const most = rows.find((row) => row.head > row.base);
  if (!isWorse || most === void 0) return [];
  const name = annotationText(most.name, 120);
  const [base, head, change] = countedCells(most);
  return [
    {
      level,
      title: annotationText(`flamegate: ${name} takes ${change} instructions`, 200),
      message: annotationText(`${name}: ${base} to ${head} instructions, of ${title}.`, 3e3),
      ...place(most, resolve)
    }
  ];
}
function place({ file, line }, resolve) {
  const path = file === "" ? null : resolve(file);
  if (path === null || path === "" || annotationText(path) !== path) return {};
  return line > 0 ? { file: path, line } : { file: path };
}

// src/entry/action/self.ts
init_define_FLAMEGATE_PAGE();
function ownSource(env, serverUrl) {
  const { GITHUB_ACTION_REPOSITORY: repository = "", GITHUB_ACTION_REF: ref = "" } = env;
  if (!/^[A-Za-z0-9][\w-]*\/[A-Za-z0-9_][\w.-]*$/.test(repository)) return null;
  if (!/^[A-Za-z0-9_][\w./-]*$/.test(ref) || !/^https:\/\/[\w.:-]+$/.test(serverUrl)) return null;
  return { url: `${serverUrl}/${repository}`, ref };
}

// src/entry/action/publish.ts
async function publish(publication) {
  const { verdict, settings } = publication;
  doing("showing the verdict");
  say(gateText(verdict));
  for (const line of redactionSentences(publication.head.redaction)) say(line);
  annotate(verdict, settings.workspace);
  const about = aboutRun(publication);
  await summarise(summary(verdict, { ...about, maxBytes: longestSummary }));
  setOutput("verdict", verdict.verdict);
  setOutput("regressions", JSON.stringify(regressions(verdict)));
  const json = gateJson(redactedVerdict(verdict, settings));
  setOutput("report", await writeReport(json, settings));
  doing("uploading the artifact for local diffing");
  const until = performance.now() + settings.times.uploads;
  const artifactUrl = publication.onMain ? void 0 : await upload(publication, json, until).catch(without("artifact for local diffing"));
  setOutput("artifact-url", artifactUrl ?? "");
  if (artifactUrl !== void 0) await summarise(artifactLine(artifactUrl));
  doing("uploading the report");
  const reportUrl = artifactUrl === void 0 ? void 0 : await uploadReport(publication, until).catch(without("HTML report, with the flame graph"));
  setOutput("report-url", reportUrl ?? "");
  doing("writing the comment");
  const links = {
    ...about,
    ...artifactUrl === void 0 ? {} : { artifactUrl },
    ...reportUrl === void 0 ? {} : { reportUrl }
  };
  const commentUrl = await tell(publication, links).catch(
    without("comment, the report is in the job summary")
  );
  setOutput("comment-url", commentUrl ?? "");
}
function aboutRun({ settings, context, evidence, accepted, behind }) {
  const source = ownSource(process.env, context.serverUrl);
  return {
    ...runLinks(context, settings.name),
    ...source === null ? {} : { source },
    ...behind === null ? {} : { behind },
    ...accepted ? { accepted: true } : {},
    inRepository: (file) => inRepository(file, settings.workspace),
    ...evidence === null ? {} : { samples: evidence.samples }
  };
}
var longestSummary = 1048576 - 4096;
async function writeReport(json, settings) {
  const folder = join(settings.temp, `flamegate-${settings.name}`);
  await mkdir(folder, { recursive: true });
  const file = join(folder, "report.json");
  await writeFile(file, json);
  return file;
}
var levels = { error, warning, notice };
function annotate(verdict, workspace) {
  for (const annotation of annotations(verdict, {
    resolve: (file) => inRepository(file, workspace)
  })) {
    levels[annotation.level](annotation.message, {
      title: annotation.title,
      ...annotation.file === void 0 ? {} : { file: annotation.file },
      ...annotation.line === void 0 ? {} : { startLine: annotation.line }
    });
  }
}
function inRepository(file, workspace) {
  const parts = file.replaceAll("\\", "/").split("/");
  if (parts.includes("..")) return null;
  for (let from = 0; from < parts.length; from++) {
    const tail = parts.slice(from).join("/");
    if (tail !== "" && existsSync(join(workspace, tail))) return tail;
  }
  return null;
}
async function upload(publication, json, until) {
  const { settings, base } = publication;
  const entries = bundleEntries({
    report: Buffer.from(json),
    head: packRun(publication.head),
    base: base === null ? null : await redactedRun(await base.open(), settings)
  });
  return uploadEntries(entries, placeUntil(publication, bundleKey(settings.name), until));
}
async function uploadReport(publication, until) {
  const { verdict, evidence, settings } = publication;
  if (evidence === null || verdict.verdict === "no-baseline") return void 0;
  const { gateHtml } = await import("./chunk-htmlreport-I64UYDJ3.js");
  const page = await gateHtml(
    redactedVerdict(verdict, settings),
    redactedEvidence(evidence, settings)
  );
  return uploadPage(page, placeUntil(publication, reportKey(settings.name), until));
}
var placeUntil = ({ settings, context }, key, until) => uploadPlace(settings, context, key, Math.max(1, until - performance.now()));
var without = (what) => (failure) => {
  if (failure instanceof NameClash) throw failure;
  const { message, stack } = failure instanceof Error ? failure : new Error(String(failure));
  if (!(failure instanceof InputError)) say(stack ?? message);
  warning(annotationText(`no ${what}: ${message}`));
  return void 0;
};
async function redactedRun({ manifest, files }, settings) {
  const redacted = await redactFiles(
    {
      benchmarks: files.filter(({ kind }) => kind === "benchmarks"),
      profiles: files.filter(({ kind }) => kind === "profile")
    },
    settings.config.redact,
    settings.workspace
  );
  const { redaction = manifest.redaction, ...rest } = redacted;
  return packRun({ ...manifest, ...rest, redaction });
}
function redactedVerdict(verdict, { config, workspace }) {
  if (config.redact === null) return verdict;
  const { path } = cutter(config.redact, workspace);
  const plain = (row) => ({
    ...row,
    file: path(row.file)
  });
  return { ...verdict, functions: verdict.functions.map(plain) };
}
function redactedEvidence(evidence, { config, workspace }) {
  if (config.redact === null) return evidence;
  const { path } = cutter(config.redact, workspace);
  const plain = (stacks) => stacks && {
    ...stacks,
    functions: stacks.functions.map((row) => ({ ...row, file: path(row.file) }))
  };
  return {
    samples: evidence.samples,
    profiles: evidence.profiles.map(({ base, head, ...item }) => ({
      ...item,
      base: async () => plain(await base()),
      head: async () => plain(await head())
    }))
  };
}
async function summarise(markdown) {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file !== void 0 && file !== "") await appendFile(file, markdown);
}
async function tell(publication, links) {
  const { verdict, settings, told, problem, fails } = publication;
  if (told === null) return void 0;
  const space = { ...links, maxChars: longestBody };
  const body = comment(verdict, space);
  return told.verdict(
    problem === null ? body : unfinishedComment(problem, space, body),
    isWanted(settings.comment, verdict, fails)
  );
}
function regressions(verdict) {
  const slower = (row) => row.gated && row.verdict === "slower";
  return [
    ...verdict.comparisons.filter(slower).map((row) => ({
      kind: "benchmark",
      package: row.package,
      name: row.benchmark,
      unit: row.unit,
      delta: row.delta,
      threshold: row.threshold
    })),
    ...verdict.functions.filter(slower).map((row) => ({
      kind: "function",
      ...row.slice === void 0 ? {} : { slice: row.slice },
      name: row.name,
      unit: row.sampleType.type,
      delta: row.flatDelta,
      threshold: row.threshold,
      file: row.file,
      line: row.line
    }))
  ];
}

export {
  isAccepted,
  publish,
  aboutRun,
  longestSummary,
  writeReport,
  annotate,
  upload,
  uploadReport,
  without,
  redactedVerdict,
  summarise,
  regressions
};
