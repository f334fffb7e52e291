/** The summaries and the points of k6. */
import { recordedFile } from './recorded.ts';

recordedFile('k6', 'k6-summary.json');
recordedFile('k6', 'k6-summary-full.json');
recordedFile('k6-points', 'k6-points.json');
