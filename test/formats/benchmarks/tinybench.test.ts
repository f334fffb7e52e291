/** What tinybench measured: its tasks as JSON, and the table that it prints. */
import { recordedFile } from './recorded.ts';

recordedFile('tinybench', 'tinybench.json');
recordedFile('tinybench-table', 'tinybench.txt');
