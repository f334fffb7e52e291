/** The tags of XML in their order, as far as results of benchmarks need them: no entities but the five, no namespaces. */
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** `<a/>` opens and closes. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** The text behind it, up to the next tag. */
  readonly text: string;
}

const tag =
  /<(?:!\[CDATA\[[\s\S]*?\]\]>|!--[\s\S]*?-->|[?!][^>]*>|(\/?)([\w.:-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>)/g;
const attribute = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entities: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' },
};

/** Throws InputError where a tag is left open: then the file is cut off. */
export function tagsOf({ file, bytes }: InputFile): Tag[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const found = [...text.matchAll(tag)];
  const open: string[] = [];
  const tags = found.flatMap((match, i): Tag[] => {
    const [whole, slash, name, rest = ''] = match;
    if (name === undefined) return [];
    const closes = slash === '/';
    const isEmpty = rest.endsWith('/');
    if (closes && open.pop() !== name) throw broken(file, `</${name}> closes nothing`);
    if (!closes && !isEmpty) open.push(name);
    const attributes = new Map(
      [...rest.matchAll(attribute)].map(([, key = '', a, b]) => [key, plain(a ?? b ?? '')]),
    );
    const behind = text.slice(match.index + whole.length, found[i + 1]?.index ?? text.length);
    return [{ name, attributes, opens: !closes, closes: closes || isEmpty, text: plain(behind) }];
  });
  const left = open.at(-1);
  if (left !== undefined) throw broken(file, `<${left}> is not closed`);
  return tags;
}

const broken = (file: string, what: string): InputError =>
  new InputError(`is not whole XML, was it cut off? ${what}`, { file });

const plain = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|apos|amp);/g, (name) => entities[name] ?? name);
