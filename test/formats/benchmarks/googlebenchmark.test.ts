/** The JSON of Google Benchmark: what it means beyond what is recorded stands in tools.test.ts. */
import { recordedFile } from './recorded.ts';

recordedFile('google-benchmark', 'google.json');
