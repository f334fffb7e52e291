/**
 * The HTML report: one file that opens anywhere and asks for nothing. The page's script and style are in it,
 * with their hashes in a Content-Security-Policy that lets nothing else run or load; the data is JSON, packed
 * where that is smaller. The verdict's sentence stands in the HTML itself, for those without scripts.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { BuiltPage } from '../page/built.ts';
import type { PageData, PagePhrase } from '../page/data.ts';
import { htmlText, jsonInHtml } from './escape.ts';

/** The whole file. */
export function html(data: PageData, { script, style }: BuiltPage): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = htmlText(data.headline.map(({ text }) => text).join(''), 200);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} - flamegate</title>
<style>${style}</style>
</head>
<body>
<header class="top"><span class="brand">flamegate</span></header>
<main id="main">
<section class="verdict" data-verdict="${data.verdict}">
<h1>${data.headline.map(phrase).join('')}</h1>
${data.about.map((text) => `<p>${htmlText(text, 2000)}</p>`).join('\n')}
<noscript><p>The tables and graphs of this report need JavaScript. It loads nothing from anywhere.</p></noscript>
</section>
</main>
${dataElement(data)}
<script type="module">${script}</script>
</body>
</html>
`;
}

/** Names stand apart, whichever way they are written; what answers stands out. */
function phrase({ text, isName, isStrong }: PagePhrase): string {
  const shown = htmlText(text, 1000);
  const named = isName ? `<bdi>${shown}</bdi>` : shown;
  return isStrong ? `<b>${named}</b>` : named;
}

/** The hash is of the element's text, byte by byte. */
const hash = (text: string): string =>
  `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;

function dataElement(data: PageData): string {
  const plain = jsonInHtml(data);
  const json = JSON.stringify(data);
  // Of ten thousand benchmarks the last 3 % take three times as long.
  const level = json.length > 4 << 20 ? 6 : 9;
  const packed = gzipSync(json, { level }).toString('base64');
  return packed.length < plain.length
    ? `<script type="text/plain" id="data">${packed}</script>`
    : `<script type="application/json" id="data">${plain}</script>`;
}
