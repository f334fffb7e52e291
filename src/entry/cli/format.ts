/** A verdict in the format that was asked for; the code of a format is loaded when it is used. */
import type { FailOn, Verdict } from '../../model/verdict.ts';

/** How the command ends, for the formats that tell it. */
export interface Ending {
  readonly failOn: FailOn;
  /** The exit status; null for a command that informs and never fails. */
  readonly status: number | null;
}

export async function verdictReport(
  verdict: Verdict,
  format: string | undefined,
  ending: Ending,
): Promise<string> {
  switch (format) {
    case 'markdown':
      return (await import('../../report/markdown/comment.ts')).summary(verdict);
    case 'json':
      return (await import('../../report/json.ts')).gateJson(verdict);
    case 'csv':
      return (await import('../../report/csv.ts')).gateCsv(verdict);
    case 'junit':
      return (await import('../../report/junit.ts')).gateJunit(verdict, ending);
    case 'openmetrics':
      return (await import('../../report/openmetrics.ts')).gateOpenMetrics(verdict);
    default:
      return (await import('../../report/text.ts')).gateText(verdict);
  }
}
