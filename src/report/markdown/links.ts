/** Where a reader finds more: addresses that we made, and commands that are true on the reader's machine. */
import type { Evidence } from '../../model/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { fenced, markdownCode, markdownText } from '../escape.ts';
import { shortCommit } from '../rows/sentences.ts';

/** What a fork's own run says, and nobody can check: what it measured, or its whole report. */
export type Claim = 'measurements' | 'report';

/** What is known of the run besides its verdict; addresses made by us, not taken from the pull request. */
export interface About {
  /** The gate's name, where a repository has several; '' or absent: the only one. */
  readonly gate?: string;
  /** The commit that was judged. */
  readonly commit?: string;
  /** `https://github.com/owner/name` */
  readonly repositoryUrl?: string;
  /** The report with the flame graph, to open in a browser. */
  readonly reportUrl?: string;
  /** The files of both sides. */
  readonly artifactUrl?: string;
  /** How many commits the base is ahead of the newest stored run. */
  readonly behind?: number;
  /** What is slower was accepted with a label of the pull request. */
  readonly accepted?: true;
  /** Absent where this job measured. */
  readonly claim?: Claim;
  /** The run, with the job summary. */
  readonly runUrl?: string;
  /** Where the code that wrote this can be had: plain words of a shell. */
  readonly source?: { readonly url: string; readonly ref: string };
  /** What was measured of each benchmark, for charts of its last runs. */
  readonly samples?: Evidence['samples'];
  /** A file as a profile names it as a path of the checkout; null where it is none. */
  readonly inRepository?: (file: string) => string | null;
}

/** 'flamegate micro': the product, and the gate where a repository has several. */
export const gateName = ({ gate = '' }: About): string =>
  gate === '' ? 'flamegate' : `flamegate ${markdownText(gate, 60)}`;

/** Null where there is no address, or none that can be linked safely. `text` is Markdown. */
export function link(text: string, url: string | undefined): string | null {
  if (url === undefined || url.length > 2000 || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const safe = href.replace(
    /[^\w./:?=&%#~-]/g,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `[${text}](<${safe}>)`;
}

/** A commit, short, linked where it is one of this repository. */
export function commitLink(commit: string, { repositoryUrl }: About): string {
  const shown = markdownCode(shortCommit(commit).slice(0, 40));
  const isHash = /^[0-9a-f]{40}$/.test(commit) && repositoryUrl !== undefined;
  return (isHash ? link(shown, `${repositoryUrl}/commit/${commit}`) : null) ?? shown;
}

/** `shown`, linked to the line of the file at the commit that was judged where the checkout has that file. */
export function lineLink(
  shown: string,
  { file, line }: { readonly file: string; readonly line: number },
  { repositoryUrl, commit, inRepository }: About,
): string {
  const path = file === '' ? null : (inRepository?.(file) ?? null);
  if (path === null || repositoryUrl === undefined || commit === undefined) return shown;
  if (!/^[0-9a-f]{40}$/.test(commit)) return shown;
  const address = path.split('/').map(encodeURIComponent).join('/');
  return (
    link(shown, `${repositoryUrl}/blob/${commit}/${address}${line > 0 ? `#L${line}` : ''}`) ?? shown
  );
}

/** Commands that compare the two sides again, to copy. Not `npx`: the name on the registry may be anybody's. */
export function localCommands({ profiles }: Verdict, about: About): string {
  const { artifactUrl = '', source } = about;
  const artifact = /^https:\/\/([^/]+)\/([^/]+\/[^/]+)\/actions\/runs\/\d+\/artifacts\/(\d+)$/.exec(
    artifactUrl,
  );
  const [, host = '', repository = '', id = ''] = artifact ?? [];
  const at = host === 'github.com' ? '' : `--hostname ${host} `;
  return fenced('sh', [
    ...(artifact === null
      ? ['# unpack the artifact of the run into flamegate-run/']
      : [
          `gh api ${at}repos/${repository}/actions/artifacts/${id}/zip > flamegate-run.zip`,
          'unzip -q flamegate-run.zip -d flamegate-run',
        ]),
    ...(source === undefined
      ? ['# flamegate/ is a checkout of the action']
      : [`git clone -q ${source.url} flamegate && git -C flamegate checkout -q ${source.ref}`]),
    'node flamegate/dist/cli.js diff flamegate-run/base flamegate-run/head',
    ...(profiles.length === 0
      ? []
      : [
          'go tool pprof -http=: -diff_base flamegate-run/base/profiles/FILE flamegate-run/head/profiles/FILE',
        ]),
  ]);
}
