/** The file around the page: what it lets run, what it weighs, and how the data gets through HTML. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPage } from '../../buildpage.ts';
import type { BuiltPage } from '../../src/page/built.ts';
import type { PageData } from '../../src/page/data.ts';
import { html } from '../../src/report/html.ts';
import { usualPage } from '../page/report.ts';

let built: BuiltPage;
beforeAll(async () => {
  built = await buildPage();
});

/** As the page reads it. */
function dataIn(text: string): PageData {
  const [, type, data = ''] = /<script type="([^"]+)" id="data">(.*?)<\/script>/s.exec(text) ?? [];
  const json =
    type === 'application/json' ? data : gunzipSync(Buffer.from(data, 'base64')).toString();
  return JSON.parse(json) as PageData;
}

describe('the HTML report', () => {
  it('is under 150 KB before its data, and lets only its own script and style run', async () => {
    const empty: PageData = { ...(await usualPage()), rows: [], graphs: [] };
    const text = html(empty, built);
    expect(text.length).toBeLessThan(150_000);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'; /,
    );
    for (const part of [built.script, built.style]) {
      expect(policy).toContain(createHash('sha256').update(part).digest('base64'));
    }
    expect(text).not.toMatch(/(?:src|href)=|@import|url\(|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  it('packs its data where that is smaller', async () => {
    const usual = await usualPage();
    const small = html(
      { ...usual, rows: [], graphs: [], about: [], warnings: [], advice: [] },
      built,
    );
    const large = html(usual, built);
    expect(small).toContain('<script type="application/json" id="data">');
    expect(large).toContain('<script type="text/plain" id="data">');
    expect(dataIn(large)).toEqual(JSON.parse(JSON.stringify(usual)));
  });

  it('keeps its data inside its element, whatever names say', async () => {
    // So little that it is not packed, which would hide it.
    const hostile = ['</script>', '<!--'];
    const small = { ...(await usualPage()), headline: [], advice: [], warnings: [] };
    const text = html({ ...small, headline: [], rows: [], graphs: [], about: hostile }, built);
    expect(text).toContain('<script type="application/json" id="data">');
    expect(text.split('</script>').length - 1).toBe(2);
    expect(text.split('<script').length - 1).toBe(2);
    expect(text).not.toContain('<!--');
    expect(dataIn(text).about).toEqual(hostile);
  });

  it('says the verdict in its title and its heading, escaped', async () => {
    const headline = [
      { text: 'A<b>', isName: true, isStrong: true },
      { text: ' & "c" is slower', isName: false, isStrong: false },
    ];
    const page = { ...(await usualPage()), headline };
    const text = html(page, built);
    expect(text).toContain('<h1><b><bdi>A&lt;b&gt;</bdi></b> &amp; &quot;c&quot; is slower</h1>');
    expect(text).toContain('<title>A&lt;b&gt; &amp; &quot;c&quot; is slower - flamegate</title>');
  });
});
