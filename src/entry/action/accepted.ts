/** Whether somebody accepted on the pull request what is slower there. */
import { warning } from '@actions/core';
import type { Context } from '../../github/context.ts';
import { InputError } from '../../model/error.ts';
import type { Verdict } from '../../model/verdict.ts';
import { annotationText } from '../../report/escape.ts';
import { doing } from '../unfinished.ts';
import type { Settings } from './inputs.ts';
import { clientFor } from './store.ts';

/** Set on a pull request by who may triage it, it accepts what is slower there. */
const acceptLabel = 'perf-accepted';

/** Asked only where that fails the job; a program that failed is not accepted. */
export async function isAccepted(
  { warnings }: Pick<Verdict, 'warnings'>,
  status: number,
  settings: Settings,
  context: Context,
): Promise<boolean> {
  const { pullRequest } = context;
  const isSlower = status === 1 && !warnings.some(({ kind }) => kind === 'failed');
  if (!isSlower || pullRequest === null || settings.token === '') return false;
  doing('looking for the label that accepts what is slower');
  try {
    const { labelsOf } = await import('../../github/labels.ts');
    const labels = await labelsOf(await clientFor(settings, context), pullRequest.number);
    return labels.includes(acceptLabel);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    warning(annotationText(`${error.message}; the label ${acceptLabel} was not looked for`));
    return false;
  }
}
