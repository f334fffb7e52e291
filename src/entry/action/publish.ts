/**
 * The verdict to everybody who should see it: the log, annotations on the function's line, the job
 * summary, the outputs; then, over the network, the artifact for local diffing and the comment. What
 * cannot be told in one place (a fork has no right to comment) is told in the others and fails nothing.
 */
import { existsSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { error, notice, setOutput, warning } from '@actions/core';
import { longestBody } from '../../github/comment.ts';
import type { Context } from '../../github/context.ts';
import { InputError } from '../../model/error.ts';
import type { Evidence, Stacks } from '../../model/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { cutter } from '../../redact/rule.ts';
import { annotations } from '../../report/annotations.ts';
import { annotationText } from '../../report/escape.ts';
import { gateJson } from '../../report/json.ts';
import { artifactLine, comment, summary } from '../../report/markdown/comment.ts';
import { unfinishedComment } from '../../report/markdown/interim.ts';
import type { About } from '../../report/markdown/links.ts';
import { redactionSentences } from '../../report/rows/sentences.ts';
import { gateText } from '../../report/text.ts';
import { type RunInputs, redactFiles } from '../../source/files/collect.ts';
import { bundleEntries, bundleKey, reportKey } from '../../store/bundle.ts';
import { packRun, type StoredRun } from '../../store/manifest.ts';
import type { ListedRun } from '../../store/store.ts';
import { type UploadPlace, uploadEntries, uploadPage } from '../../store/upload.ts';
import { doing } from '../unfinished.ts';
import type { Settings } from './inputs.ts';
import { isWanted, NameClash, type PullComment, runLinks } from './pullcomment.ts';
import { say } from './say.ts';
import { ownSource } from './self.ts';
import { uploadPlace } from './store.ts';

export interface Publication {
  readonly verdict: Verdict;
  readonly base: Pick<ListedRun, 'open'> | null;
  /** What the verdict rests on; null where there is nothing to draw. */
  readonly evidence: Evidence | null;
  /** What was measured of the head. */
  readonly head: RunInputs;
  readonly settings: Settings;
  readonly context: Context;
  readonly onMain: boolean;
  /** Null where nothing is told on a pull request. */
  readonly told: PullComment | null;
  /** Why not all could be done that was asked for, whatever the verdict; or null. */
  readonly problem: string | null;
  /** The job will fail. */
  readonly fails: boolean;
  /** What is slower was accepted on the pull request. */
  readonly accepted: boolean;
  /** How many commits the base is ahead of the newest stored run; null where nobody knows. */
  readonly behind: number | null;
}

export async function publish(publication: Publication): Promise<void> {
  const { verdict, settings } = publication;
  doing('showing the verdict');
  say(gateText(verdict));
  for (const line of redactionSentences(publication.head.redaction)) say(line);
  annotate(verdict, settings.workspace);
  const about = aboutRun(publication);
  await summarise(summary(verdict, { ...about, maxBytes: longestSummary }));
  setOutput('verdict', verdict.verdict);
  setOutput('regressions', JSON.stringify(regressions(verdict)));
  const json = gateJson(redactedVerdict(verdict, settings));
  setOutput('report', await writeReport(json, settings));

  // Shown and safe. What follows waits for others, and fails nothing.
  doing('uploading the artifact for local diffing');
  const until = performance.now() + settings.times.uploads;
  const artifactUrl = publication.onMain
    ? undefined
    : await upload(publication, json, until).catch(without('artifact for local diffing'));
  setOutput('artifact-url', artifactUrl ?? '');
  if (artifactUrl !== undefined) await summarise(artifactLine(artifactUrl));
  doing('uploading the report');
  // Where one upload failed the next would wait as long; of main nobody asks for it.
  const reportUrl =
    artifactUrl === undefined
      ? undefined
      : await uploadReport(publication, until).catch(without('HTML report, with the flame graph'));
  setOutput('report-url', reportUrl ?? '');
  doing('writing the comment');
  const links = {
    ...about,
    ...(artifactUrl === undefined ? {} : { artifactUrl }),
    ...(reportUrl === undefined ? {} : { reportUrl }),
  };
  const commentUrl = await tell(publication, links).catch(
    without('comment, the report is in the job summary'),
  );
  setOutput('comment-url', commentUrl ?? '');
}

export function aboutRun({ settings, context, evidence, accepted, behind }: Publication): About {
  const source = ownSource(process.env, context.serverUrl);
  return {
    ...runLinks(context, settings.name),
    ...(source === null ? {} : { source }),
    ...(behind === null ? {} : { behind }),
    ...(accepted ? { accepted: true as const } : {}),
    inRepository: (file) => inRepository(file, settings.workspace),
    ...(evidence === null ? {} : { samples: evidence.samples }),
  };
}

/** GitHub drops a summary over 1 MiB whole; the line with the link comes when it has been written. */
export const longestSummary = 1_048_576 - 4096;

export async function writeReport(json: string, settings: Settings): Promise<string> {
  const folder = join(settings.temp, `flamegate-${settings.name}`);
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'report.json');
  await writeFile(file, json);
  return file;
}

const levels = { error, warning, notice };

export function annotate(verdict: Verdict, workspace: string): void {
  for (const annotation of annotations(verdict, {
    resolve: (file) => inRepository(file, workspace),
  })) {
    levels[annotation.level](annotation.message, {
      title: annotation.title,
      ...(annotation.file === undefined ? {} : { file: annotation.file }),
      ...(annotation.line === undefined ? {} : { startLine: annotation.line }),
    });
  }
}

/**
 * Profiles name files as the compiler saw them: absolute, or `module/package/file.go` under
 * -trimpath. The longest tail of the name that is a file of the checkout is it.
 */
function inRepository(file: string, workspace: string): string | null {
  const parts = file.replaceAll('\\', '/').split('/');
  if (parts.includes('..')) return null;
  for (let from = 0; from < parts.length; from++) {
    const tail = parts.slice(from).join('/');
    if (tail !== '' && existsSync(join(workspace, tail))) return tail;
  }
  return null;
}

/** Both sides, so that one download is enough to diff. */
export async function upload(
  publication: Publication,
  json: string,
  until: number,
): Promise<string> {
  const { settings, base } = publication;
  const entries = bundleEntries({
    report: Buffer.from(json),
    head: packRun(publication.head),
    base: base === null ? null : await redactedRun(await base.open(), settings),
  });
  return uploadEntries(entries, placeUntil(publication, bundleKey(settings.name), until));
}

/** The report with its flame graph, as one page that the browser opens. */
export async function uploadReport(
  publication: Publication,
  until: number,
): Promise<string | undefined> {
  const { verdict, evidence, settings } = publication;
  if (evidence === null || verdict.verdict === 'no-baseline') return undefined;
  const { gateHtml } = await import('../htmlreport.ts');
  const page = await gateHtml(
    redactedVerdict(verdict, settings),
    redactedEvidence(evidence, settings),
  );
  return uploadPage(page, placeUntil(publication, reportKey(settings.name), until));
}

const placeUntil = ({ settings, context }: Publication, key: string, until: number): UploadPlace =>
  uploadPlace(settings, context, key, Math.max(1, until - performance.now()));

/** The verdict is known: not even a defect of our own may take its place. */
export const without = (what: string) => (failure: unknown) => {
  // Two verdicts in one place: that one of them shows is no answer.
  if (failure instanceof NameClash) throw failure;
  const { message, stack } = failure instanceof Error ? failure : new Error(String(failure));
  if (!(failure instanceof InputError)) say(stack ?? message);
  warning(annotationText(`no ${what}: ${message}`));
  return undefined;
};

/** A run may have been stored under an older configuration, or by a release that removed nothing. */
async function redactedRun({ manifest, files }: StoredRun, settings: Settings): Promise<StoredRun> {
  const redacted = await redactFiles(
    {
      benchmarks: files.filter(({ kind }) => kind === 'benchmarks'),
      profiles: files.filter(({ kind }) => kind === 'profile'),
    },
    settings.config.redact,
    settings.workspace,
  );
  const { redaction = manifest.redaction, ...rest } = redacted;
  return packRun({ ...manifest, ...rest, redaction });
}

/** The same for the report: a function that is gone is named with the file of the stored run. */
export function redactedVerdict(verdict: Verdict, { config, workspace }: Settings): Verdict {
  if (config.redact === null) return verdict;
  const { path } = cutter(config.redact, workspace);
  const plain = <T extends { readonly file: string }>(row: T): T => ({
    ...row,
    file: path(row.file),
  });
  return { ...verdict, functions: verdict.functions.map(plain) };
}

/** And for the stacks: files of stored runs are as their release stored them. */
function redactedEvidence(evidence: Evidence, { config, workspace }: Settings): Evidence {
  if (config.redact === null) return evidence;
  const { path } = cutter(config.redact, workspace);
  const plain = (stacks: Stacks | null): Stacks | null =>
    stacks && {
      ...stacks,
      functions: stacks.functions.map((row) => ({ ...row, file: path(row.file) })),
    };
  return {
    samples: evidence.samples,
    profiles: evidence.profiles.map(({ base, head, ...item }) => ({
      ...item,
      base: async () => plain(await base()),
      head: async () => plain(await head()),
    })),
  };
}

/** Not through the toolkit's summary, which escapes nothing and helps with nothing else. */
export async function summarise(markdown: string): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file !== undefined && file !== '') await appendFile(file, markdown);
}

async function tell(publication: Publication, links: About): Promise<string | undefined> {
  const { verdict, settings, told, problem, fails } = publication;
  if (told === null) return undefined;
  const space = { ...links, maxChars: longestBody };
  const body = comment(verdict, space);
  return told.verdict(
    problem === null ? body : unfinishedComment(problem, space, body),
    isWanted(settings.comment, verdict, fails),
  );
}

export function regressions(verdict: Verdict): Record<string, unknown>[] {
  const slower = (row: { verdict: string; gated: boolean }) =>
    row.gated && row.verdict === 'slower';
  return [
    ...verdict.comparisons.filter(slower).map((row) => ({
      kind: 'benchmark',
      package: row.package,
      name: row.benchmark,
      unit: row.unit,
      delta: row.delta,
      threshold: row.threshold,
    })),
    ...verdict.functions.filter(slower).map((row) => ({
      kind: 'function',
      ...(row.slice === undefined ? {} : { slice: row.slice }),
      name: row.name,
      unit: row.sampleType.type,
      delta: row.flatDelta,
      threshold: row.threshold,
      file: row.file,
      line: row.line,
    })),
  ];
}
