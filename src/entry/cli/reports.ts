/**
 * Which reports a command writes: `--format` and `--output`, once or in pairs. It only reads the flags;
 * writing is flags.ts.
 */
import { InputError } from '../../model/error.ts';

/** A flag as it was typed, in its place among the others. */
export interface ReportFlag {
  readonly flag: 'format' | 'output';
  readonly text: string;
}

export interface AskedReport {
  readonly format: string;
  /** Undefined for the terminal. */
  readonly output: string | undefined;
}

/**
 * One report, whatever the order of its two flags. Of several, each `--format` begins one and the
 * `--output` after it belongs to it; one of them may go to the terminal. Throws InputError where a
 * report would be lost: two at one place, or an `--output` without a format of its own.
 */
export function askedReports(flags: readonly ReportFlag[]): readonly AskedReport[] {
  const formats = flags.filter(({ flag }) => flag === 'format');
  const outputs = flags.filter(({ flag }) => flag === 'output');
  if (formats.length <= 1 && outputs.length <= 1) {
    return [{ format: formats[0]?.text ?? 'text', output: outputs[0]?.text }];
  }
  const reports: { format: string; output: string | undefined }[] = [];
  for (const { flag, text } of flags) {
    const last = reports.at(-1);
    if (flag === 'format') reports.push({ format: text, output: undefined });
    else if (last === undefined || last.output !== undefined) throw unpaired(text);
    else last.output = text;
  }
  refuseOnePlace(reports);
  return reports;
}

const unpaired = (output: string): InputError =>
  new InputError(
    `--output ${output} has no --format of its own before it: write several reports in pairs, ` +
      'like --format json --output r.json --format markdown --output r.md',
  );

function refuseOnePlace(reports: readonly AskedReport[]): void {
  const formats = new Map<string | undefined, string>();
  for (const { format, output } of reports) {
    const other = formats.get(output);
    if (other !== undefined) {
      const place = output === undefined ? 'the terminal' : output;
      throw new InputError(
        `the reports ${other} and ${format} would both go to ${place}: give each an --output of its own`,
      );
    }
    formats.set(output, format);
  }
}
