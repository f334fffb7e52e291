/** Functions of both sides as numbers of columns, whatever builds made of their names. */
import type { FunctionTable } from '../../model/run.ts';
import { renumbered, stableName } from './identity.ts';

/** Functions of both sides by number; a renumbered one has the number of its former name. */
export function numbered(before: readonly FunctionTable[], after: readonly FunctionTable[]) {
  /** Every name of a side, with the part of it that builds leave as it is. */
  const stable = new Map<string, string>();
  const namesOf = (tables: readonly FunctionTable[]) => {
    const found = new Set<string>();
    for (const { name } of tables.flatMap((table) => table.functions)) {
      const known = stable.get(name) ?? stableName(name);
      stable.set(name, known);
      found.add(known);
    }
    return found;
  };
  const [old, now] = [namesOf(before), namesOf(after)];
  const pairs = renumbered(old, now);
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const formerNames = new Map<number, string>();
  for (const name of now) {
    const former = pairs.get(name);
    if (former !== undefined) {
      formerNames.set(names.length, former);
      numbers.set(former, names.length);
    }
    numbers.set(name, names.length);
    names.push(name);
  }
  for (const name of old) {
    if (numbers.has(name)) continue;
    numbers.set(name, names.length);
    names.push(name);
  }
  const index = new Map([...stable].map(([name, known]) => [name, numbers.get(known) ?? 0]));
  return { index, names, formerNames };
}
