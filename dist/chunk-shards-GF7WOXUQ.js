import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  aboutRun,
  annotate,
  isAccepted,
  longestSummary,
  redactedVerdict,
  regressions,
  summarise,
  upload,
  uploadReport,
  without,
  writeReport
} from "./chunk-chunk-CPJHUSKQ.js";
import {
  isWanted,
  longestBody,
  runLinks,
  unfinishedComment
} from "./chunk-chunk-QIDPI55T.js";
import {
  branchOf
} from "./chunk-chunk-IMHH4TO4.js";
import {
  groupOf,
  isOfBranch,
  shardsOf
} from "./chunk-chunk-R5NCD6ZK.js";
import {
  say
} from "./chunk-chunk-DGCK55TR.js";
import {
  baselinesFor,
  clientFor,
  settingsOf
} from "./chunk-chunk-DH4NGTLU.js";
import {
  record
} from "./chunk-chunk-ODN6XSID.js";
import "./chunk-chunk-VQVOO6ZB.js";
import {
  gate
} from "./chunk-chunk-7MDF656S.js";
import {
  inputsOf
} from "./chunk-chunk-KBK62P4M.js";
import "./chunk-chunk-GCNZN3XQ.js";
import {
  githubSource
} from "./chunk-chunk-TVEMZ2SQ.js";
import "./chunk-chunk-MOWUUCPE.js";
import "./chunk-chunk-6BTFPR5G.js";
import "./chunk-chunk-RYOAGPCB.js";
import "./chunk-chunk-BXFAX5GC.js";
import "./chunk-chunk-3GVWWS7V.js";
import {
  conclude,
  exitStatus
} from "./chunk-chunk-GWC6IANW.js";
import "./chunk-chunk-2QTDWZHI.js";
import "./chunk-chunk-YTYFE7V5.js";
import "./chunk-chunk-XWVWMC43.js";
import "./chunk-chunk-EEPNWZZM.js";
import "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import {
  gateText
} from "./chunk-chunk-3R5YXFZF.js";
import "./chunk-chunk-6HBGA7YV.js";
import "./chunk-chunk-RJL3R2SR.js";
import "./chunk-chunk-KDSKOOQQ.js";
import "./chunk-chunk-SXPVU2JQ.js";
import "./chunk-chunk-RKOIVFBX.js";
import {
  error,
  setOutput,
  warning
} from "./chunk-chunk-VICGZEQ2.js";
import "./chunk-chunk-YRLUC6TP.js";
import "./chunk-chunk-MI2EDCOT.js";
import "./chunk-chunk-Q2ILLPB5.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-5PXQR5EY.js";
import {
  packRun
} from "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import {
  comment,
  commitLink,
  gateName,
  isQuiet,
  link,
  shortComment,
  summary
} from "./chunk-chunk-PBMJK32W.js";
import "./chunk-chunk-4CYSBL3R.js";
import "./chunk-chunk-PDMOKRKF.js";
import "./chunk-chunk-YL6QSUIA.js";
import "./chunk-chunk-UIZSM77V.js";
import "./chunk-chunk-WQKUTA3A.js";
import "./chunk-chunk-F2QYVI5H.js";
import {
  gateJson
} from "./chunk-chunk-RWUMPLQ3.js";
import "./chunk-chunk-RL7XGZTW.js";
import {
  mark
} from "./chunk-chunk-6OBLDVWQ.js";
import "./chunk-chunk-XDSCW632.js";
import "./chunk-chunk-NTMR7OSE.js";
import {
  plural
} from "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import "./chunk-chunk-ZY32PDO3.js";
import {
  annotationText,
  logLine,
  markdownText
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
import {
  readOptions
} from "./chunk-chunk-OBSUUNSJ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import {
  doing
} from "./chunk-chunk-OWNO6LNF.js";
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

// src/entry/action/shards.ts
init_define_FLAMEGATE_PAGE();

// src/flow/groups.ts
init_define_FLAMEGATE_PAGE();

// src/judge/groups.ts
init_define_FLAMEGATE_PAGE();

// src/model/groups.ts
init_define_FLAMEGATE_PAGE();
var worstFirst = ["fail", "suspect", "incomplete", "no-baseline", "pass"];
var byVerdict = (groups) => groups.toSorted(
  (a, b) => worstFirst.indexOf(a.verdict.verdict) - worstFirst.indexOf(b.verdict.verdict)
);

// src/judge/groups.ts
function inFamily(verdict, groups) {
  const ofAll = (p) => p === null ? null : Math.min(1, p * groups);
  const row = (t) => ({
    ...t,
    pAdjusted: ofAll(t.pAdjusted)
  });
  return {
    ...verdict,
    p: ofAll(verdict.p),
    comparisons: verdict.comparisons.map(row),
    functions: verdict.functions.map(row)
  };
}
var mostNamed = 6;
function overGroups(groups, missing2) {
  const [worst, ...rest] = byVerdict(groups);
  if (worst === void 0) return { verdict: "incomplete", headline: "No shard was compared." };
  const { verdict, headline } = worst.verdict;
  if (verdict === "pass") {
    const names = groups.slice(0, mostNamed).map(({ name }) => name);
    const more2 = groups.length > names.length ? ` and ${groups.length - names.length} more` : "";
    const said = `Nothing slower in ${plural(groups.length, "group")}: ${names.join(", ")}${more2}.`;
    return missing2 ? { verdict: "incomplete", headline: `Shards are missing. ${said}` } : { verdict, headline: said };
  }
  const like = rest.filter((namedVerdict) => namedVerdict.verdict.verdict === verdict).length;
  const more = like === 0 ? "" : ` (+${plural(like, "more group")} with ${verdict})`;
  const isOpen = missing2 && verdict !== "fail" && verdict !== "suspect";
  return {
    verdict: isOpen ? "incomplete" : verdict,
    headline: `${worst.name}: ${headline}${more}`
  };
}

// src/flow/groups.ts
function groupsOf(shards, config) {
  const names = [...new Set(shards.map(({ name }) => groupOf(name)))];
  return names.map((name) => {
    const all = shards.filter((shard) => groupOf(shard.name) === name);
    const used = ofOneMachine(all, config);
    const aside = all.filter((shard) => !used.includes(shard));
    return {
      name,
      head: together(used),
      others: used.flatMap(({ earlier }) => earlier.map(inputsOf)),
      warnings: aside.map((shard) => asideWarning(shard, used, name))
    };
  });
}
function ofOneMachine(shards, config) {
  const kinds = /* @__PURE__ */ new Map();
  for (const shard of shards) {
    const kind = kindOf(shard, config);
    const known = kinds.get(kind);
    if (known === void 0) kinds.set(kind, [shard]);
    else known.push(shard);
  }
  return [...kinds.values()].reduce((a, b) => b.length > a.length ? b : a);
}
function kindOf({ run }, { match }) {
  const { runner, ...rest } = run.manifest.environment;
  const fields = match.includes("runner") && runner ? { ...rest, runner } : rest;
  return JSON.stringify(Object.entries(fields).sort());
}
function asideWarning(shard, [other], group) {
  const told = ({ cpu, machine, goos, goarch, toolchain, build }) => [cpu, machine, goos, goarch, toolchain, build].filter((text) => text !== void 0).join(", ");
  const name = told(shard.run.manifest.environment);
  const there = other === void 0 ? "" : told(other.run.manifest.environment);
  return {
    kind: "unmeasured",
    message: `the shard ${shard.name} is not compared, it was measured on another kind of machine (${name}) than the others of ${group} (${there}): run its job again, or give it a group of its own`
  };
}
function together(shards) {
  const files = shards.flatMap(
    ({ name, run }) => run.files.map((storedFile) => ({
      ...storedFile,
      file: `${name}/${storedFile.file.replace(/^[^/]*\//, "")}`
    }))
  );
  const ofKind = (kind) => files.filter((file) => file.kind === kind);
  const [first] = shards.map(({ run }) => run.manifest);
  const time = shards.reduce((a, { run }) => run.manifest.time > a ? run.manifest.time : a, "");
  const redaction = removedOf(shards.map(({ run }) => run));
  const { commit = "", environment = {} } = first ?? {};
  const about = { commit, time, environment, ...redaction && { redaction } };
  const packed = packRun({
    ...about,
    benchmarks: ofKind("benchmarks"),
    profiles: ofKind("profile")
  });
  return { ...inputsOf(packed), ...about };
}
function removedOf(runs) {
  const all = runs.flatMap(({ manifest: { redaction } }) => redaction ?? []);
  if (all.length === 0) return void 0;
  const sum = { paths: 0, labels: 0, comments: 0, buildIds: 0, namesKept: 0 };
  for (const one of all)
    for (const key of Object.keys(sum)) sum[key] += one[key];
  return sum;
}
async function gateGroups(groups, storeOf, config) {
  const part = {
    ...config,
    alpha: config.alpha / groups.length,
    suspect: config.suspect / groups.length
  };
  const gated = [];
  for (const group of groups) {
    const head = { ...group.head, others: group.others };
    const one = await gate(head, storeOf(group.name), part);
    const shared = inFamily(one.verdict, groups.length);
    const warnings = [...shared.warnings, ...group.warnings];
    const verdict = conclude({ ...shared, warnings }, shared.environment);
    gated.push({ ...one, verdict, group });
  }
  return gated;
}

// src/entry/action/publishgroups.ts
init_define_FLAMEGATE_PAGE();
import { appendFile } from "node:fs/promises";

// src/report/markdown/groups.ts
init_define_FLAMEGATE_PAGE();
var longestHeadline = 1e3;
var leastSection = 2e4;
function groupsComment(groups, overall) {
  const whole = ({ verdict, links }, room) => isQuiet(verdict) ? shortComment(verdict, links) : comment(verdict, { ...links, maxChars: room });
  return written(groups, overall, whole, (text) => text.length);
}
function groupsSummary(groups, overall) {
  const { problem } = overall;
  const gap = problem ? `\u{1F6A7} <b>${markdownText(problem, longestHeadline)}</b>

` : "";
  const whole = ({ verdict, links }, room) => summary(verdict, { ...links, maxBytes: room });
  const bytes = (text) => Buffer.byteLength(text);
  const max = overall.max - bytes(gap);
  return gap + written(groups, { ...overall, max }, whole, bytes);
}
function written(groups, { over, max, ...about }, whole, measure) {
  const sorted = byVerdict(groups);
  const head = headOf(over, about);
  const reserve = measure(andMore(groups.length));
  const shorts = sorted.map(
    (groupSection) => section(groupSection, shortComment(groupSection.verdict, groupSection.links))
  );
  let room = max - measure(head) - reserve - leastSection;
  const fitting = shorts.filter((text) => {
    room -= measure(text);
    return room >= 0;
  });
  room = Math.max(room, 0) + leastSection;
  const shown = fitting.map((short, i) => {
    const group = sorted[i];
    if (group === void 0) return short;
    const left = room + measure(short) - measure(title(group));
    const share = Math.max(Math.floor(left / Math.min(4, fitting.length - i)), leastSection);
    if (left < leastSection) return short;
    const text = section(group, whole(group, Math.min(share, left)));
    room -= measure(text) - measure(short);
    return text;
  });
  const more = sorted.length - shown.length;
  return head + shown.join("") + (more > 0 ? andMore(more) : "");
}
var title = ({ name, verdict: { verdict } }) => `
### ${mark(verdict)} ${markdownText(name, 60)}

`;
var section = (verdict, text) => title(verdict) + text;
var andMore = (count) => `
and ${plural(count, "more group")}, in the JSON report
`;
function headOf({ verdict, headline }, links) {
  const commit = links.commit === void 0 ? null : commitLink(links.commit, links);
  const parts = [gateName(links), commit, link("all numbers", links.runUrl)];
  const small = parts.filter((part) => part !== null).join(" \xB7 ");
  return `${mark(verdict)} <b>${markdownText(headline, longestHeadline)}</b>

<sub>${small}</sub>
`;
}

// src/entry/action/publishgroups.ts
async function publishGroups(groupsPublication) {
  const { settings, over, problem, onMain } = groupsPublication;
  const groups = groupsPublication.gated.map((one) => publicationOf(one, groupsPublication));
  doing("showing the verdict");
  say(`${over.verdict}: ${over.headline}`);
  for (const { name, publication } of groups) {
    say(`
${name}
${gateText(publication.verdict)}`);
    annotate(publication.verdict, settings.workspace);
  }
  const links = new Map(groups.map(({ name, publication }) => [name, aboutGroup(publication)]));
  const shown = () => groups.map(({ name, publication: { verdict } }) => ({
    name,
    verdict,
    links: links.get(name) ?? {}
  }));
  const about = { ...runLinks(groupsPublication.context, settings.name), over, problem };
  await summarise(groupsSummary(shown(), { ...about, max: longestSummary }));
  setOutput("verdict", over.verdict);
  setOutput(
    "regressions",
    JSON.stringify(
      groups.flatMap(
        ({ name, publication: { verdict } }) => regressions(verdict).map((row) => ({ ...row, group: name }))
      )
    )
  );
  const jsonOf = ({ verdict }) => gateJson(redactedVerdict(verdict, settings));
  const file = await writeReport(groupsJson.open(over), settings);
  for (const [i, { name, publication }] of groups.entries()) {
    await appendFile(file, groupsJson.group(i, name, jsonOf(publication)));
  }
  await appendFile(file, groupsJson.close);
  setOutput("report", file);
  const until = performance.now() + settings.times.uploads;
  for (const { name, publication } of onMain ? [] : groups) {
    doing(`uploading the files and the report of ${name}`);
    const artifactUrl = await upload(publication, jsonOf(publication), until).catch(
      without(`artifact of ${name} for local diffing`)
    );
    if (artifactUrl === void 0) break;
    const reportUrl = await uploadReport(publication, until).catch(
      without(`HTML report of ${name}`)
    );
    links.set(name, {
      ...links.get(name),
      artifactUrl,
      ...reportUrl === void 0 ? {} : { reportUrl }
    });
  }
  setOutput("artifact-url", links.values().next().value?.artifactUrl ?? "");
  setOutput("report-url", links.values().next().value?.reportUrl ?? "");
  doing("writing the comment");
  const url = await tell(
    groupsPublication,
    (max) => groupsComment(shown(), { ...about, max })
  ).catch(without("comment, the report is in the job summary"));
  setOutput("comment-url", url ?? "");
}
function publicationOf({ verdict, base, evidence, group }, { settings, context, onMain, told, problem, fails, accepted }) {
  const own = {
    verdict,
    base,
    evidence,
    head: group.head,
    settings: settingsOf(settings, group.name)
  };
  return {
    name: group.name,
    publication: { ...own, context, onMain, told, problem, fails, accepted, behind: null }
  };
}
function aboutGroup(publication) {
  const { gate: _, runUrl: _run, ...about } = aboutRun(publication);
  return about;
}
var groupsJson = {
  open: ({ verdict, headline }) => `{"verdict":${JSON.stringify(verdict)},"headline":${JSON.stringify(headline)},"groups":{`,
  group: (index, name, json) => `${index === 0 ? "" : ","}${JSON.stringify(name)}:${json.trim()}`,
  close: "}}\n"
};
async function tell({ gated, settings, context, told, problem, fails }, bodyWithin) {
  if (told === null) return void 0;
  const links = { ...runLinks(context, settings.name), maxChars: longestBody };
  const above = problem === null ? 0 : unfinishedComment(problem, links).length + 100;
  const body = bodyWithin(longestBody - above);
  const isAny = fails || gated.some(({ verdict }) => isWanted(settings.comment, verdict, false));
  return told.verdict(problem === null ? body : unfinishedComment(problem, links, body), isAny);
}

// src/entry/action/shards.ts
async function gateShards(measuring, expected) {
  const { settings, context, told } = measuring;
  if (settings.pgo) {
    throw new InputError("pgo with expect: this job has no profiles of its own; leave it out");
  }
  told?.measuring();
  doing("reading what the shards of this run collected");
  const read = await shardsOf(githubSource(await clientFor(settings, context)), {
    id: context.runId,
    attempt: context.runAttempt,
    commit: context.sha,
    headSha: context.pullRequest?.headSha ?? context.sha,
    repositoryId: context.repository.id,
    headRepositoryId: context.pullRequest?.fork ? null : context.repository.id
  });
  for (const message of read.warnings) warning(annotationText(message));
  const problem = gapIn(read, expected);
  const onMain = isMain(read.shards, context);
  doing("comparing the shards with the stored runs");
  const groups = groupsOf(read.shards, settings.config);
  const storeOf = baselinesFor(settings, context, groups.length);
  const gated = await gateGroups(groups, storeOf, settings.config);
  return finished({ ...measuring, gated, storeOf, onMain, gap: problem });
}
async function finished(item) {
  const { settings, context, gated, onMain, gap } = item;
  const failOn = onMain ? [] : settings.config.failOn;
  const unread = gated.flatMap(
    ({ unread: why, group }) => why === null || onMain ? [] : [`${group.name}: ${why}`]
  );
  const problems = [...gap === null ? [] : [gap], ...unread];
  const problem = problems.length === 0 ? null : problems.join(". ");
  const judged = problem === null ? statusOf(gated, failOn) : 2;
  const warnings = gated.flatMap(({ verdict }) => verdict.warnings);
  const accepted = await isAccepted({ warnings }, judged, settings, context);
  const status = accepted ? 0 : judged;
  const over = overGroups(gated.map(named), gap !== null);
  await publishGroups({ ...item, over, problem, fails: status !== 0, accepted });
  if (status !== 0) error(logLine(problem ?? over.headline));
  if (onMain && gap === null) await keep(item);
  return status;
}
var named = ({ group, verdict }) => ({ name: group.name, verdict });
function statusOf(gated, failOn) {
  const all = gated.map(({ verdict }) => exitStatus(verdict, failOn));
  return all.find((item) => item === 1) ?? all.find((item) => item === 3) ?? 0;
}
function isMain(shards, context) {
  const { eventName, defaultBranch } = context;
  if (eventName === "push") return isOfBranch(context, defaultBranch);
  if (eventName !== "schedule" && eventName !== "workflow_dispatch") return false;
  const other = shards.find(({ run }) => run.manifest.branch !== branchOf(context));
  if (other !== void 0) {
    say(
      `this run is not stored as baseline: ${other.name} did not find the default branch checked out`
    );
  }
  return other === void 0 && shards.length > 0;
}
var mostNamed2 = 20;
function gapIn({ shards, lost }, expected) {
  const there = /* @__PURE__ */ new Set([...shards.map(({ name }) => name), ...lost.keys()]);
  const said = [...lost].map(([name, reason]) => `the shard ${name} cannot be used: ${reason}`);
  if (expected.kind === "names") {
    const absent = expected.names.filter((name) => !there.has(name));
    const odd = [...there].filter((name) => !expected.names.includes(name));
    if (absent.length > 0)
      said.unshift(
        `${missing(absent)}: did ${absent.length === 1 ? "its job" : "their jobs"} fail before collecting?`
      );
    if (odd.length > 0)
      said.push(
        `${listed(odd)} collected, and \`expect\` does not name ${odd.length === 1 ? "it" : "them"}`
      );
  } else if (there.size !== expected.count) {
    const came = there.size === 0 ? "none came" : `${there.size} came: ${listed([...there])}`;
    said.unshift(`${expected.count} shards were expected, and ${came}`);
  }
  return said.length === 0 ? null : said.join("; ");
}
var missing = (names) => names.length === 1 ? `the shard ${names[0]} is missing` : `${names.length} shards are missing, ${listed(names)}`;
function listed(names) {
  const more = names.length > mostNamed2 ? ` and ${names.length - mostNamed2} more` : "";
  return names.slice(0, mostNamed2).join(", ") + more;
}
async function keep({ gated, storeOf, settings, context }) {
  doing("storing the groups as baseline");
  for (const { group } of gated) {
    const inputs = {
      ...group.head,
      purpose: "store",
      branch: context.defaultBranch ?? branchOf(context),
      workflow: context.workflowPath ?? void 0,
      runId: context.runId
    };
    const place = await record(inputs, storeOf(group.name), readOptions(settings.config)).catch(
      (error2) => {
        if (!(error2 instanceof InputError)) throw error2;
        throw new InputError(`${group.name} is not stored as baseline: ${error2.message}`);
      }
    );
    say(`recorded ${group.name} as baseline: ${place}`);
  }
}
export {
  gateShards,
  named
};
