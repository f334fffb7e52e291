/**
 * Says what a file that is no profile looks like, so that the message can tell what to do. Asked
 * only after the reader has refused the bytes: it never decides whether a file is a profile.
 */

const CONVERT =
  'convert it with: go tool pprof -proto -output=profile.pb.gz FILE ' +
  '(and the program before FILE where that holds only addresses)';

interface Appearance {
  /** On the first bytes as text (latin1), white space in front removed. */
  readonly begins: RegExp | string;
  readonly means: string;
}

/** Tried in turn. */
const APPEARANCES: readonly Appearance[] = [
  {
    begins: 'heap profile:',
    means: `a heap profile in the old text format; fetch it without ?debug=1 (Go), or ${CONVERT}`,
  },
  {
    begins: /^--- (?:contentionz?|mutex)/,
    means: `a contention profile in the old text format; fetch it without ?debug=1 (Go), or ${CONVERT}`,
  },
  {
    begins: /^[\w-]+ profile: total \d/,
    means: 'a goroutine or threadcreate profile in the old text format; fetch it without ?debug=1',
  },
  {
    begins: /^goroutine \d+ \[/,
    means: 'a dump of goroutine stacks (?debug=2), which counts nothing; fetch it without ?debug=2',
  },
  { begins: /^--- (?:threadz|Thread|heapz|growthz)/, means: `a legacy text profile; ${CONVERT}` },
  { begins: /^<(?:!doctype|\?xml|[a-z])/i, means: 'HTML or XML, perhaps an error page' },
  { begins: /^[{[]/, means: 'JSON, perhaps an error answer or the profile of another tool' },
  { begins: 'PERFILE2', means: 'perf.data; convert it with perf_to_profile' },
  { begins: 'FLR\0', means: 'a Java Flight Recording; have the profiler write pprof' },
  { begins: /^go 1\.\d+ trace/, means: 'a Go execution trace, which is not a profile' },
  { begins: 'PK\u0003\u0004', means: 'a zip archive; unpack it first' },
  { begins: '\u0028\u00b5\u002f\u00fd', means: 'compressed with zstd; unpack it first' },
  { begins: '\u00fd7zXZ', means: 'compressed with xz; unpack it first' },
  { begins: 'BZh', means: 'compressed with bzip2; unpack it first' },
  { begins: '\u001f\u008b', means: 'gzip inside gzip; unpack it once' },
  { begins: '\u007fELF', means: 'a program (ELF), not the profile it wrote' },
  { begins: 'version https://git-lfs', means: 'a Git LFS pointer; run git lfs pull' },
  {
    begins: /^(?:\u00ff\u00fe|\u00fe\u00ff)/,
    means:
      "text in UTF-16, as Windows PowerShell's > writes it, and it damages profiles so: have the profiler write the file itself",
  },
  { begins: /^$/, means: 'white space only' },
];

/** What the bytes look like, as the end of "not a pprof profile: this is ...", or null. */
export function recognise(bytes: Uint8Array): string | null {
  if (isLegacyCpu(bytes)) {
    return `a CPU profile in the old binary format of gperftools; ${CONVERT}`;
  }
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1').replace(/^\s+/, '');
  for (const { begins, means } of APPEARANCES) {
    if (typeof begins === 'string' ? head.startsWith(begins) : begins.test(head)) {
      return means;
    }
  }
  return /^[\t\r\n -~\u00a0-\u00ff]*$/.test(head) ? `text that begins ${quoteStart(head)}` : null;
}

function quoteStart(head: string): string {
  const ascii = head.replace(/[^ -~]+/g, ' ');
  return JSON.stringify(ascii.length > 40 ? `${ascii.slice(0, 40)}...` : ascii);
}

/** Words 0, 3, version, sampling period in µs, 0: of 4 or 8 bytes, in either byte order. */
function isLegacyCpu(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const size of [8, 4]) {
    if (bytes.length < 5 * size) {
      continue;
    }
    for (const little of [true, false]) {
      const word = (at: number): number =>
        size === 4 ? view.getUint32(at * 4, little) : Number(view.getBigUint64(at * 8, little));
      if (word(0) === 0 && word(1) === 3 && word(2) <= 1 && word(3) > 0 && word(4) === 0) {
        return true;
      }
    }
  }
  return false;
}
