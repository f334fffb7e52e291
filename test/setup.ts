/**
 * Property tests draw the same cases in every run: a red CI is a fact, not a throw of dice. And rounds in the worker itself are
 * not measured again for the test beside them.
 */
import fc from 'fast-check';
import './e2e/alone.cjs';

fc.configureGlobal({ seed: 20261121 });
