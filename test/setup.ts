/** Property tests draw the same cases in every run: a red CI is a fact, not a throw of dice. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20261121 });
