/** The lines of libtest and criterion: what they mean beyond what is recorded stands in tools.test.ts. */
import { recordedFile } from './recorded.ts';

recordedFile('bencher', 'criterion.txt');
