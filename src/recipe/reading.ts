/** What the workflows of a repository already do with the gate. */
import { parse } from 'yaml';
import type { GateJob } from '../model/diagnosis.ts';

const needed = { contents: 'read', actions: 'read', 'pull-requests': 'write' } as const;

interface Step {
  readonly uses?: unknown;
  readonly with?: { readonly run?: unknown; readonly mode?: unknown } | null;
}

interface Written {
  readonly permissions?: unknown;
  readonly jobs?: Readonly<
    Record<string, { readonly permissions?: unknown; readonly steps?: readonly Step[] } | null>
  > | null;
}

/** Jobs whose step uses an action called flamegate; none in what is no workflow. */
export function gateJobs(file: string, text: string): GateJob[] {
  const workflow = parsed(text);
  return Object.values(workflow?.jobs ?? {}).flatMap((job) => {
    const steps = Array.isArray(job?.steps) ? job.steps : [];
    const step = steps.find((item) => /(?:^|\/)flamegate@/.test(String(item?.uses ?? '')));
    if (step === undefined || step.with?.mode === 'comment') return [];
    const permissions = job?.permissions ?? workflow?.permissions;
    return [{ file, hasRun: Boolean(step.with?.run), lacks: lacking(permissions) }];
  });
}

function parsed(text: string): Written | null {
  try {
    const value: unknown = parse(text);
    return typeof value === 'object' ? (value as Written | null) : null;
  } catch {
    return null;
  }
}

/** Without `permissions` the repository's settings say, which are not in a file. */
function lacking(permissions: unknown): string[] {
  if (permissions === undefined || permissions === 'write-all') return [];
  const given = permissions === 'read-all' ? { contents: 'read', actions: 'read' } : permissions;
  const record = (given ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(needed).flatMap(([name, right]) =>
    record[name] === right || record[name] === 'write' ? [] : [`${name}: ${right}`],
  );
}
