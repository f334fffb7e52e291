/** The lines of benchmark.js. */
import { recordedFile } from './recorded.ts';

recordedFile('benchmark.js', 'benchmarkjs.txt');
