/** `flamegate merge`: CPU profiles as one for `go build -pgo`. */
import { mergeForPgo } from '../../profile/write/pgo.ts';
import { writeProfile } from '../../profile/write/write.ts';
import { logLine } from '../../report/escape.ts';
import { readFiles, readWholeProfile } from '../../source/files/collect.ts';
import { type Flags, writeOut } from './flags.ts';

export async function mergeCommand(flags: Flags, paths: readonly string[]): Promise<number> {
  const files = await readFiles(paths, 'merge');
  async function* profiles() {
    for (const file of files) yield await readWholeProfile(file);
  }
  const merged = await mergeForPgo(profiles(), { notBefore: null });
  const { output = '' } = flags; // required by cli.ts
  await writeOut(output, writeProfile(merged), files);
  const what = `${files.length} ${files.length === 1 ? 'profile' : 'profiles'}, ${merged.samples.count} different stacks`;
  process.stdout.write(`${logLine(`wrote ${output}: ${what}`)}\n`);
  return 0;
}
