/** What is read can be looked up without a document. */
import { expect, it } from 'vitest';
import { formatsText } from '../../../src/entry/cli/formats.ts';
import { benchmarkFormats } from '../../../src/formats/benchmarks/index.ts';
import { profileFormats } from '../../../src/formats/profiles/index.ts';

it('every format has its name, what it is, what writes it and its usual files', () => {
  const text = formatsText();
  for (const { name, help, writes, files } of benchmarkFormats) {
    expect(text).toContain(
      `  ${name}: ${help}\n      written by: ${writes}\n      files: ${files.join(', ')}\n`,
    );
  }
  for (const { name, help } of profileFormats) expect(text).toContain(`  ${name}: ${help}\n`);
});
