/** Bad usage and bad input. */

/**
 * Bad usage or bad input: exit status 2, and nothing is written. The message names the place and
 * what to do; `file`, `line` and `byte` say the same to programs.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly byte: number | undefined;
  /** More defects that were found at once, in the order of the file: reports show all. */
  readonly others: readonly InputError[];

  constructor(
    message: string,
    at: { file?: string; line?: number; byte?: number } = {},
    others: readonly InputError[] = [],
  ) {
    const place =
      at.file === undefined
        ? ''
        : at.line !== undefined
          ? `${at.file}:${at.line}: `
          : at.byte !== undefined
            ? `${at.file}: byte ${at.byte}: `
            : `${at.file}: `;
    super(place + message);
    this.file = at.file;
    this.line = at.line;
    this.byte = at.byte;
    this.others = others;
  }
}

/** Something that is there, and could not be had: GitHub or the network failed, or a right is missing. */
export class UnreachableError extends InputError {}
