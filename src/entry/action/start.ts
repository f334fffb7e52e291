/**
 * What the runner starts. The action itself is loaded when the exit status is 2 already, so that
 * neither code that fails to load nor a promise that never settles passes for a pass.
 */
import { begin, finish } from '../unfinished.ts';

begin((line) => process.stdout.write(`::error::flamegate ${line}\n`));
const { action } = await import('../action.ts');
finish(await action());
// An upload that was given up may hold its connection for minutes: nobody waits for that.
process.stdout.write('', () => process.exit());
