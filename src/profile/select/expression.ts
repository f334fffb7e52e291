/**
 * Regular expressions that people and files hand us. They are RE2's, as pprof's are, and are run by an
 * RE2 engine, in time linear in the text: no expression can hang the gate. The engine is loaded only
 * where there is an expression.
 */
import { InputError } from '../../model/error.ts';
import { quote } from '../../text/quote.ts';
import { type ProfileFrame, type Strings, text } from '../profile.ts';

/** Tells whether an expression matches anywhere in a text. */
export type TextTest = (text: string) => boolean;

/** Long enough for generated lists of names. */
const MAX_EXPRESSION = 20_000;

/**
 * Compiles an expression; `option` is what messages call it.
 *
 * @throws {InputError} on an expression that is not valid RE2, or has more than 20,000 characters
 */
export async function compileExpression(expression: string, option: string): Promise<TextTest> {
  if (expression.length > MAX_EXPRESSION) {
    throw new InputError(
      `${option} has ${expression.length} characters, more than the limit of ${MAX_EXPRESSION}`,
    );
  }
  const { RE2JS, RE2JSException } = await import('re2js');
  try {
    const compiled = RE2JS.compile(expression);
    return (subject) => compiled.test(subject);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    throw new InputError(
      `${option} ${quote(expression)} is not a regular expression as Go and pprof have them (RE2): ${error.message}`,
    );
  }
}

/** What is told of a name, of a source file, and of the file that was mapped into memory. */
export interface FrameTests {
  readonly name: TextTest;
  readonly file: TextTest;
  readonly mapping: TextTest;
}

/** Which functions and mappings of a profile pass: 1 by index. */
export interface Matches {
  readonly functions: Uint8Array;
  readonly mappings: Uint8Array;
}

/** A function matches by its name or its source file, a mapping by its file: pprof's rule. */
export function matchFrames(profile: ProfileFrame, tests: FrameTests): Matches {
  const { functions, mappings, strings } = profile;
  const isName = remember(strings, tests.name);
  const isFile = remember(strings, tests.file);
  const isMapping = remember(strings, tests.mapping);
  return {
    functions: Uint8Array.from({ length: functions.count }, (_, f) =>
      isName(functions.name[f] as number) || isFile(functions.file[f] as number) ? 1 : 0,
    ),
    mappings: Uint8Array.from({ length: mappings.count }, (_, m) =>
      isMapping(mappings.file[m] as number) ? 1 : 0,
    ),
  };
}

/** A test of strings by index that decodes and tests each string once. */
export function remember(strings: Strings, test: TextTest): (index: number) => boolean {
  const known = new Map<number, boolean>();
  return (index) => {
    let answer = known.get(index);
    if (answer === undefined) {
      answer = test(text(strings, index));
      known.set(index, answer);
    }
    return answer;
  };
}
