/** `--vary n=1,10,100`: `{n}` in a command becomes each value, and each is a benchmark of its own. */
import { InputError } from '../../../model/error.ts';

/** A value of each name. */
export type Choice = readonly { readonly name: string; readonly value: string }[];

/** Each is measured in every round. */
const most = 100;

/** All combinations, in the order given. Throws InputError for what is no list of values. */
export function choicesOf(lists: readonly string[]): readonly Choice[] {
  let choices: readonly Choice[] = [[]];
  for (const text of lists) {
    const [, name, list] = /^([A-Za-z_][A-Za-z0-9_-]*)=(.+)$/s.exec(text) ?? [];
    if (name === undefined || list === undefined) {
      throw new InputError(`--vary ${JSON.stringify(text)} must be a name and values: n=1,10,100`);
    }
    if (choices[0]?.some((item) => item.name === name)) {
      throw new InputError(`--vary ${name} is given twice: say all its values in one`);
    }
    const values = list.split(',');
    choices = choices.flatMap((items) => values.map((value) => [...items, { name, value }]));
  }
  if (choices.length > most) {
    throw new InputError(`--vary: ${choices.length} combinations are more than ${most}`);
  }
  const names = choices.map(choiceName);
  const twice = names.find((item, i) => names.indexOf(item) !== i);
  if (twice === undefined) return choices;
  throw new InputError(`--vary: ${twice} is given twice, or two values have the same name`);
}

/** `{n}` in a text, wherever it stands; other braces stay. */
export const chosen = (text: string, choice: Choice): string =>
  choice.reduce((all, { name, value }) => all.replaceAll(`{${name}}`, () => value), text);

/** As Go names what varies in a benchmark: `n=10/mode=fast`. */
export const choiceName = (choice: Choice): string =>
  choice
    .map(({ name, value }) => `${name}=${value.trim().replaceAll(/[\s\p{C}/]+/gu, '_') || 'empty'}`)
    .join('/');

/** A name that stands nowhere would measure one command under several names. */
export function refuseUnused(choices: readonly Choice[], texts: readonly string[]): void {
  for (const { name } of choices[0] ?? []) {
    if (texts.some((text) => text.includes(`{${name}}`))) continue;
    throw new InputError(`--vary ${name}: {${name}} is not in the command`);
  }
}
