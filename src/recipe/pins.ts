/** Actions of GitHub's own, by commit: a tag can be moved. */
import type { Step } from './job.ts';

export const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
export const setupGo = 'actions/setup-go@b7ad1dad31e06c5925ef5d2fc7ad053ef454303e # v7.0.0';
export const setupNode = 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0';
export const setupPython = 'actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0';

/** History is there, so that nothing needs the token to fetch it. */
export const checkoutStep: Step = {
  uses: checkout,
  with: { 'fetch-depth': '0', 'persist-credentials': 'false' },
};
