import { USUAL_POLICY } from '../../../core/trust/policy.ts';

const ID = '0199b5a0-7c00-7000-8000-0000000000c1';
const CLAIM = '0199b5a0-7c00-7000-8000-0000000000c2';
const PERSON = '0199b5a0-7c00-7000-8000-000000000001';
const AT = '2026-08-31T09:00:00.000Z';
const PATH = { id: ID };

const OPEN = {
  ...{ id: ID, object: 'claim', objectId: CLAIM, about: 'C-7', state: 'open', isHeld: true, score: 880 },
  ...{ partner: 'P-100', partnerName: 'Bergmann', currency: 'EUR', amount: '400.00' },
  ...{
    assignee: null,
    assigneeName: null,
    decision: null,
    reason: null,
    prevented: '0.00',
    recovered: '0.00',
  },
  ...{ openedAt: AT, changedAt: AT },
};
const ASSIGNED = { ...OPEN, state: 'underWay', assignee: PERSON, assigneeName: 'Ada' };
const DECIDED = {
  ...{ ...OPEN, state: 'decided', decision: 'confirmed', reason: 'claimedTwice', prevented: '400.00' },
};

const FINDING = {
  ...{ id: '0199b5a0-7c00-7000-8000-0000000000c3', detector: 'duplicateClaims', version: 1, group: 'fraud' },
  ...{
    object: 'claim',
    objectId: CLAIM,
    score: 880,
    partner: 'P-100',
    agreement: 'A-2026',
    day: '2026-08-31',
  },
  ...{ amount: '400.00', currency: 'EUR', foundAt: AT, seenAt: AT },
  title: 'Duplicate claim',
  text: 'Claim of 400.00 (C-7) looks like claim C-3 of P-100: the same lines.',
  check: 'Lay both claims side by side.',
  evidence: [{ object: 'claim', id: CLAIM, facts: { reference: 'C-7', amount: '400.00' } }],
};
const OPENED = {
  ...{ number: 1, kind: 'opened', actor: 'system:trust', actorName: null, at: AT, said: '', evidence: null },
  ...{ state: 'open', isHeld: true, assignee: null, score: 880, decision: null, reason: null },
  ...{ prevented: null, recovered: null },
};

const POLICY = {
  version: 1,
  policy: USUAL_POLICY,
  reason: 'First policy',
  setBy: `person:${PERSON}`,
  setAt: AT,
};
const RUN = {
  ...{ id: '0199b5a0-7c00-7000-8000-0000000000c4', kind: 'nightly', partner: null, findings: 3, fresh: 1 },
  ...{ outcome: null, requestedBy: 'system:trust', endedAt: AT },
};
const DETECTOR = {
  ...{ name: 'duplicateClaims', version: 1, group: 'fraud', changes: 1 },
  title: 'Duplicate claim',
  looksFor: 'The same claim twice',
  parameters: [
    {
      ...{ key: 'leastScore', means: 'findings below it open no case' },
      ...{ least: 1, most: 1000, usual: 1, value: 300 },
    },
  ],
  changed: { reason: 'Too many false alarms', setBy: `person:${PERSON}`, setAt: AT },
  feedback: {
    ...{ confirmed: 4, falseAlarms: 6, precision: 4000 },
    suggestion: { leastScore: 300, spared: 5, missed: 0 },
  },
};

/** What the tests set: a policy by which nothing is held, and nothing waits. */
const CALM = {
  ...USUAL_POLICY,
  thresholds: Object.fromEntries(
    Object.keys(USUAL_POLICY.thresholds).map((object) => [object, { review: 500, hold: 1001 }]),
  ),
  ...{ awaitsScan: false, isNightly: false },
};

export const TRUST_EXAMPLES = {
  overview: {
    answer: {
      figures: {
        ...{ cases: { open: 1, underWay: 0, decided: 4 }, held: 1, unassigned: 1 },
        amounts: [{ currency: 'EUR', atRisk: '400.00', prevented: '1200.00', recovered: '80.00' }],
      },
      ...{ policy: POLICY, runs: [RUN], arrivals: [], late: 0 },
    },
  },
  list: { query: { state: 'undecided', order: 'score' }, answer: { rows: [OPEN], next: null } },
  about: { query: { object: 'claim', id: CLAIM }, answer: { rows: [OPEN] } },
  get: { path: PATH, answer: { case: OPEN, findings: [FINDING], events: [OPENED] } },
  workers: { answer: { rows: [{ id: PERSON, name: 'Ada' }] } },
  assign: { path: PATH, body: { assignee: PERSON }, answer: ASSIGNED },
  comment: { path: PATH, body: { text: 'Asked the partner for the invoice' }, answer: OPEN },
  hold: { path: PATH, body: { reason: 'Wait for the invoice' }, answer: OPEN },
  decide: {
    path: PATH,
    body: {
      ...{ decision: 'confirmed', reason: 'claimedTwice', text: 'The same sale stands on claim C-3' },
      prevented: '400.00',
    },
    answer: DECIDED,
  },
  release: { path: PATH, body: { reason: 'The claim was refused' }, answer: { ...DECIDED, isHeld: false } },
  policy: { answer: POLICY },
  setPolicy: { body: { policy: CALM, reason: 'First policy' }, answer: { ...POLICY, policy: CALM } },
  detectors: { answer: { rows: [DETECTOR] } },
  tune: {
    body: { detector: 'duplicateClaims', parameters: { leastScore: 300 }, reason: 'Too many false alarms' },
    answer: DETECTOR,
  },
  scan: { answer: { job: '0199b5a0-7c00-7000-8000-0000000000c5' } },
  backTest: {
    body: { parameters: { duplicateClaims: { leastScore: 300 } } },
    answer: { id: '0199b5a0-7c00-7000-8000-0000000000c6' },
  },
  getBackTest: {
    path: { id: '0199b5a0-7c00-7000-8000-0000000000c6' },
    answer: {
      id: '0199b5a0-7c00-7000-8000-0000000000c6',
      parameters: { duplicateClaims: { leastScore: 300 } },
      run: null,
    },
  },
} as const;
