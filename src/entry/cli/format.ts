/** A verdict in the format that was asked for; the code of a format is loaded when it is used. */
import type { Verdict } from '../../model/verdict.ts';

export async function verdictReport(verdict: Verdict, format = 'text'): Promise<string> {
  switch (format) {
    case 'markdown':
      return (await import('../../report/markdown/comment.ts')).summary(verdict);
    case 'json':
      return (await import('../../report/json.ts')).gateJson(verdict);
    case 'csv':
      return (await import('../../report/csv.ts')).gateCsv(verdict);
    default:
      return (await import('../../report/text.ts')).gateText(verdict);
  }
}
