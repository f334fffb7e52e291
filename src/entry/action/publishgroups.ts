/**
 * The verdict of a gate of several groups to everybody who should see it: as publish.ts tells that of one, with one
 * summary and one comment for all.
 */
import { appendFile } from 'node:fs/promises';
import { setOutput } from '@actions/core';
import type { GatedGroup } from '../../flow/groups.ts';
import { longestBody } from '../../github/comment.ts';
import type { OverGroups } from '../../model/groups.ts';
import { gateJson } from '../../report/json.ts';
import { groupsComment, groupsSummary } from '../../report/markdown/groups.ts';
import { unfinishedComment } from '../../report/markdown/interim.ts';
import type { About } from '../../report/markdown/links.ts';
import { gateText } from '../../report/text.ts';
import { doing } from '../unfinished.ts';
import {
  aboutRun,
  annotate,
  longestSummary,
  type Publication,
  redactedVerdict,
  regressions,
  summarise,
  upload,
  uploadReport,
  without,
  writeReport,
} from './publish.ts';
import { isWanted, runLinks } from './pullcomment.ts';
import { say } from './say.ts';
import { settingsOf } from './store.ts';

interface GroupsPublication
  extends Pick<
    Publication,
    'settings' | 'context' | 'onMain' | 'told' | 'problem' | 'fails' | 'accepted'
  > {
  readonly gated: readonly GatedGroup[];
  readonly over: OverGroups;
}

export async function publishGroups(groupsPublication: GroupsPublication): Promise<void> {
  const { settings, over, problem, onMain } = groupsPublication;
  const groups = groupsPublication.gated.map((one) => publicationOf(one, groupsPublication));
  doing('showing the verdict');
  say(`${over.verdict}: ${over.headline}`);
  for (const { name, publication } of groups) {
    say(`\n${name}\n${gateText(publication.verdict)}`);
    annotate(publication.verdict, settings.workspace);
  }
  const links = new Map(groups.map(({ name, publication }) => [name, aboutGroup(publication)]));
  const shown = () =>
    groups.map(({ name, publication: { verdict } }) => ({
      name,
      verdict,
      links: links.get(name) ?? {},
    }));
  const about = { ...runLinks(groupsPublication.context, settings.name), over, problem };
  await summarise(groupsSummary(shown(), { ...about, max: longestSummary }));
  setOutput('verdict', over.verdict);
  setOutput(
    'regressions',
    JSON.stringify(
      groups.flatMap(({ name, publication: { verdict } }) =>
        regressions(verdict).map((row) => ({ ...row, group: name })),
      ),
    ),
  );
  // One at a time: of a thousand benchmarks each has megabytes.
  const jsonOf = ({ verdict }: Publication) => gateJson(redactedVerdict(verdict, settings));
  const file = await writeReport(groupsJson.open(over), settings);
  for (const [i, { name, publication }] of groups.entries()) {
    await appendFile(file, groupsJson.group(i, name, jsonOf(publication)));
  }
  await appendFile(file, groupsJson.close);
  setOutput('report', file);

  // Shown and safe. What follows waits for others, and fails nothing.
  const until = performance.now() + settings.times.uploads;
  for (const { name, publication } of onMain ? [] : groups) {
    doing(`uploading the files and the report of ${name}`);
    const artifactUrl = await upload(publication, jsonOf(publication), until).catch(
      without(`artifact of ${name} for local diffing`),
    );
    // Where one upload failed the next would wait as long.
    if (artifactUrl === undefined) break;
    const reportUrl = await uploadReport(publication, until).catch(
      without(`HTML report of ${name}`),
    );
    links.set(name, {
      ...links.get(name),
      artifactUrl,
      ...(reportUrl === undefined ? {} : { reportUrl }),
    });
  }
  setOutput('artifact-url', links.values().next().value?.artifactUrl ?? '');
  setOutput('report-url', links.values().next().value?.reportUrl ?? '');
  doing('writing the comment');
  const url = await tell(groupsPublication, (max) =>
    groupsComment(shown(), { ...about, max }),
  ).catch(without('comment, the report is in the job summary'));
  setOutput('comment-url', url ?? '');
}

/** A group as a gate of its own, by whose name its files are kept. */
function publicationOf(
  { verdict, base, evidence, group }: GatedGroup,
  { settings, context, onMain, told, problem, fails, accepted }: GroupsPublication,
): { readonly name: string; readonly publication: Publication } {
  const own = {
    verdict,
    base,
    evidence,
    head: group.head,
    settings: settingsOf(settings, group.name),
  };
  return {
    name: group.name,
    publication: { ...own, context, onMain, told, problem, fails, accepted, behind: null },
  };
}

/** The comment has the gate's name and the run once, above the groups. */
function aboutGroup(publication: Publication): About {
  const { gate: _, runUrl: _run, ...about } = aboutRun(publication);
  return about;
}

/** Each group's report as schema/gate.schema.json has it. */
const groupsJson = {
  open: ({ verdict, headline }: OverGroups): string =>
    `{"verdict":${JSON.stringify(verdict)},"headline":${JSON.stringify(headline)},"groups":{`,
  group: (index: number, name: string, json: string): string =>
    `${index === 0 ? '' : ','}${JSON.stringify(name)}:${json.trim()}`,
  close: '}}\n',
};

async function tell(
  { gated, settings, context, told, problem, fails }: GroupsPublication,
  bodyWithin: (max: number) => string,
): Promise<string | undefined> {
  if (told === null) return undefined;
  const links = { ...runLinks(context, settings.name), maxChars: longestBody };
  // Below the reason the groups are shown as far as there is room.
  const above = problem === null ? 0 : unfinishedComment(problem, links).length + 100;
  const body = bodyWithin(longestBody - above);
  const isAny = fails || gated.some(({ verdict }) => isWanted(settings.comment, verdict, false));
  return told.verdict(problem === null ? body : unfinishedComment(problem, links, body), isAny);
}
