/** A verdict in the format that was asked for; the code of a format is loaded when it is used. */
import type { Evidence } from '../../model/evidence.ts';
import type { FailOn, Verdict } from '../../model/verdict.ts';
import type { Flags } from './flags.ts';
import { textView } from './terminal.ts';

/** Enough for formats that draw nothing. */
const nothing: Evidence = { samples: () => ({ base: [], head: [] }), profiles: [] };

/** How the command ends, for the formats that tell it. */
export interface Ending {
  readonly failOn: FailOn;
  /** The exit status; null for a command that informs and never fails. */
  readonly status: number | null;
}

export async function verdictReport(
  verdict: Verdict,
  { format, output }: { readonly format?: string; readonly output?: string | undefined },
  ending: Ending,
  flags: Pick<Flags, 'color' | 'quiet' | 'verbose'>,
  evidence: Evidence = nothing,
): Promise<string> {
  switch (format) {
    case 'markdown':
      return (await import('../../report/markdown/comment.ts')).summary(verdict, {
        samples: evidence.samples,
      });
    case 'json':
      return (await import('../../report/json.ts')).gateJson(verdict);
    case 'html':
      return (await import('../htmlreport.ts')).gateHtml(verdict, evidence);
    case 'csv':
      return (await import('../../report/csv.ts')).gateCsv(verdict);
    case 'junit':
      return (await import('../../report/junit.ts')).gateJunit(verdict, ending);
    case 'openmetrics':
      return (await import('../../report/openmetrics.ts')).gateOpenMetrics(verdict);
    default: {
      const view = textView(flags, output, process.env);
      return (await import('../../report/text.ts')).gateText(verdict, view);
    }
  }
}
