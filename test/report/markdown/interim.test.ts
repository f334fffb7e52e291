/** What the comment says while there is no verdict. */
import { expect, it } from 'vitest';
import { measuringComment, unfinishedComment } from '../../../src/report/markdown/interim.ts';

const links = {
  gate: 'linux',
  commit: '5d41402abc4b2a76b9719d911017c592ae3f1c07',
  repositoryUrl: 'https://github.com/example/ledger',
  runUrl: 'https://github.com/example/ledger/actions/runs/7',
};
const commit =
  '[<code>5d41402abc</code>](<https://github.com/example/ledger/commit/5d41402abc4b2a76b9719d911017c592ae3f1c07>)';
const run = '[the run](<https://github.com/example/ledger/actions/runs/7>)';
const last = '✅ <b>Nothing slower</b> in 10 benchmarks.\n\n<sub>flamegate</sub>\n';

it('says which commit is measured, where, and below it the last result as it was', () => {
  expect(measuringComment(last, links)).toBe(
    `⏳ Measuring ${commit}… (${run}). Until it is done, this is the last result:\n\n---\n\n${last}`,
  );
});

it.each(['\n', '\r\n'])(
  'says it once, where the job before was killed while it measured (%j)',
  (end) => {
    const first = measuringComment(`${last}\n---\n\nmore`, { ...links, commit: 'a'.repeat(40) });
    const again = measuringComment(first.replaceAll('\n', end), links);
    expect(again.match(/⏳/g)).toHaveLength(1);
    expect(again).not.toContain('aaaaaaaaaa');
    expect(again.replaceAll('\r', '')).toMatch(
      /last result:\n\n---\n\n✅[\s\S]*<\/sub>\n\n---\n\nmore$/,
    );
  },
);

it('says no more than that where nothing was said before', () => {
  expect(measuringComment('⏳ Measuring…\n', links)).toBe(`⏳ Measuring ${commit}… (${run}).\n`);
});

it('keeps the two lines of a result that does not fit below, and whole ones that do', () => {
  const long = `${last}\n| a |\n|---|\n${'| row |\n'.repeat(1000)}`;
  const whole = measuringComment(long, links);
  expect(measuringComment(long, { ...links, maxChars: whole.length })).toBe(whole);
  const cut = measuringComment(long, { ...links, maxChars: whole.length - 1 });
  expect(cut.endsWith(`---\n\n${last.trimEnd()}`)).toBe(true);
  const line = measuringComment('x'.repeat(2000), { ...links, maxChars: 1000 });
  expect(line).toMatch(/^⏳ Measuring .*:\n$/);
});

it('says why there is no answer, of which commit and in which run', () => {
  expect(unfinishedComment('stopped by SIGTERM', links)).toBe(
    `🚧 <b>flamegate could not finish</b>: stopped by SIGTERM\n\n<sub>flamegate linux · ${commit} · ${run}</sub>\n`,
  );
  expect(unfinishedComment('lost', links, last)).toContain(
    `</sub>\n\nMeasured until then:\n\n---\n\n${last}`,
  );
});

it('a reason is text, whatever is in it, and has an end', () => {
  const hostile = `<script>x</script> @octo-org/all <!-- flamegate:v1:x --> [a](b)\n# c ${'y'.repeat(5000)}`;
  const body = unfinishedComment(hostile, links);
  expect(body).not.toMatch(/<script|<!--|@octo-org|\]\(b\)|^#/m);
  expect(body.length).toBeLessThan(2000);
});
