import { expect, it } from 'vitest';
import type { Person } from '../ports/accessStore.ts';
import type { Listeners } from './listeners.ts';
import { type Heard, tellingsOf } from './tellings.ts';

// What each deed of the audit trail means to whom. Persons stand as whom they were asked for: of ours by their scopes, of a partner,
// or one by their id.

const person = (id: string) => [{ id } as Person];
const listeners: Listeners = {
  ours: (...scopes) => person(`ours ${scopes.join(' ')}`),
  ofPartner: (partner, scope) => person(`of ${partner} ${scope}`),
  one: (id, scope) => person(`${id} ${scope}`),
  partners: () => [],
  isOfPartner: (id) => id === 'pat',
};

const IMPORT = '0198c0de-0000-7000-8000-000000000001';

/** A world with one of each: Anna has proposed, asked and sent everything, Carla looks after the claim. */
function world(settlement: string, claimant: string, open: number) {
  const kept = { beneficiary: 'P1', author: { id: 'anna' }, issue: { document: { number: 'CN-1' } } };
  return {
    audit: { list: async () => [{ entry: { actor: 'person:anna' } }] },
    notices: { comment: async () => ({ place: { kind: 'claim', id: 'C1' } }) },
    proposals: {
      parts: async () => [
        { person: 'anna', level: undefined },
        { person: 'bert', level: 'first' },
      ],
    },
    adjustments: { get: async () => ({ agreement: 'A1' }) },
    payments: { run: async () => ({ company: 'EU' }) },
    settlements: { get: async () => ({ ...kept, state: settlement }) },
    claims: {
      find: async (id: string) => ({ id, reference: 'R1', partner: 'P1', claimant }),
      events: async () => [{ kind: 'assigned', reference: 'carla' }],
    },
    deductions: { find: async () => ({ reference: 'D1' }) },
    trust: { case: async (id: string) => ({ id, partner: 'P1', subject: { object: 'claim', id: 'C1' } }) },
    received: { import: async () => ({ open, document: { name: 'sales.csv' } }) },
  };
}

type Case = {
  readonly body?: object;
  readonly object?: string;
  readonly by?: string;
  readonly settlement?: string;
  readonly claimant?: string;
  readonly open?: number;
};

async function told(action: string, differs: Case): Promise<string[]> {
  const {
    body = {},
    object = 'X',
    by = 'bert',
    settlement = 'proposed',
    claimant = 'partner',
    open = 0,
  } = differs;
  const tx = world(settlement, claimant, open);
  const heard = { ports: {}, tx, entry: { action, object, actor: `person:${by}` }, body, by, listeners };
  const tellings = await tellingsOf(heard as unknown as Heard);
  return tellings.map(({ kind, place, about, to, partner }) => {
    const whom = to.map(({ id }) => id).join(', ');
    return `${kind} ${place.kind} ${place.id} “${about}” → ${whom}${partner === undefined ? '' : ` as ${partner}`}`;
  });
}

const WAITS = 'ours settlements:approve settlements:read';
const GIVES_UP = 'ours claims:approve claims:read';
const DECIDED = { body: { proposal: 'p', submission: 1 } };

it.each<[string, Case, readonly string[]]>([
  ['anything.else', {}, []],
  ['trust.scan', { body: { opened: [] } }, []],
  [
    'trust.scan',
    { body: { opened: ['K1'] } },
    ['casesOpened trustCase K1 “P1” → ours trust:decide trust:read'],
  ],
  [
    'trust.scan',
    { body: { opened: ['K1', 'K2'] } },
    ['casesOpened trustCases X “2” → ours trust:decide trust:read'],
  ],
  ['comment.write', { body: { mentions: ['dora'] } }, ['mentioned claim C1 “R1” → dora claims:read']],
  ['agreement.submit', {}, ['approvalWaits agreement X “X” → ours agreements:approve agreements:read']],
  // A level is missing yet.
  ['agreement.approve', {}, ['approvalWaits agreement X “X” → ours agreements:approve agreements:read']],
  ['agreement.reject', DECIDED, ['rejected agreement X “X” → anna agreements:read']],
  ['agreement.reject', {}, []],
  ['adjustment.propose', {}, ['approvalWaits adjustment X “A1” → ours agreements:approve agreements:read']],
  ['adjustment.approve', {}, ['approved adjustment X “A1” → anna agreements:read']],
  ['adjustment.reject', {}, ['rejected adjustment X “A1” → anna agreements:read']],
  ['paymentRun.propose', {}, ['approvalWaits paymentRun X “EU” → ours payments:approve payments:read']],
  ['paymentRun.approve', { body: { missing: 1 } }, []],
  ['paymentRun.approve', { body: { missing: 0 } }, ['approved paymentRun X “EU” → anna payments:read']],
  ['paymentRun.withdraw', {}, ['rejected paymentRun X “EU” → anna payments:read']],
  ['bankAccount.set', {}, ['approvalWaits bankAccount X “X” → ours bank:approve bank:read']],
  ['bankAccount.approve', {}, ['approved bankAccount X “X” → anna bank:read']],
  ['bankAccount.reject', {}, ['rejected bankAccount X “X” → anna bank:read']],
  [
    'settlement.propose',
    { body: { settlements: ['S1', 'S2'] } },
    [`approvalWaits settlement S1 “P1” → ${WAITS}`, `approvalWaits settlement S2 “P1” → ${WAITS}`],
  ],
  ['settlement.propose', { body: { settlements: ['S1'] }, settlement: 'approved' }, []],
  ['settlement.advance', { object: 'S1' }, [`approvalWaits settlement S1 “P1” → ${WAITS}`]],
  ['settlement.cancel', { body: { by: 'S2' } }, [`approvalWaits settlement S2 “P1” → ${WAITS}`]],
  ['settlement.approve', {}, []],
  ['settlement.approve', { settlement: 'approved' }, ['approved settlement X “P1” → anna settlements:read']],
  ['settlement.reject', { settlement: 'rejected' }, ['rejected settlement X “P1” → anna settlements:read']],
  ['settlement.issue', {}, ['documentIssued settlement X “CN-1” → of P1 settlements:read as P1']],
  ['claim.writeOffAsked', {}, [`approvalWaits claim X “R1” → ${GIVES_UP}`]],
  ['claim.writeOffApproved', {}, [`approvalWaits claim X “R1” → ${GIVES_UP}`]],
  ['claim.writtenOff', {}, ['approved claim X “R1” → anna claims:read']],
  ['claim.writeOffRejected', {}, ['rejected claim X “R1” → anna claims:read']],
  ['deduction.writeOffAsked', {}, [`approvalWaits deduction X “D1” → ${GIVES_UP}`]],
  ['deduction.writeOffApproved', {}, [`approvalWaits deduction X “D1” → ${GIVES_UP}`]],
  ['deduction.writtenOff', {}, ['approved deduction X “D1” → anna claims:read']],
  ['deduction.writeOffRejected', {}, ['rejected deduction X “D1” → anna claims:read']],
  [
    'balance.sent',
    { body: { partner: 'P1' } },
    ['statementSent confirmation X “P1” → of P1 claims:read as P1'],
  ],
  ['balance.sent', {}, []],
  ...['lines', 'payments', 'stock', 'master'].map((kind): [string, Case, readonly string[]] => [
    `import.${kind}`,
    { object: IMPORT },
    [`importEnded import ${IMPORT} “sales.csv” → bert facts:read`],
  ]),
  [
    'import.lines',
    { object: IMPORT, open: 2 },
    [`importQuarantined import ${IMPORT} “sales.csv” → bert facts:read`],
  ],
  ['import.master', { object: '17' }, []],
  ['claim.sent', { by: 'pat' }, ['partnerWrote claim X “R1” → ours claims:read claims:write']],
  ['claim.commented', { by: 'pat' }, ['partnerWrote claim X “R1” → ours claims:read claims:write']],
  ['claim.disputed', { by: 'pat' }, ['partnerWrote claim X “R1” → ours claims:read claims:write']],
  ['claim.sent', {}, []],
  ['claim.commented', {}, []],
  ...(
    [
      ['claim.answered', 'claimDecided'],
      ['claim.silence', 'claimDecided'],
      ['claim.conceded', 'disputeAnswered'],
      ['claim.agreed', 'disputeAnswered'],
    ] as const
  ).map(([action, kind]): [string, Case, readonly string[]] => [
    action,
    {},
    [
      'claimAnswered claim X “R1” → anna claims:read, carla claims:read',
      `${kind} claim X “R1” → of P1 claims:read as P1`,
    ],
  ]),
  // Of a claim of ours the partner is not told by us.
  [
    'claim.answered',
    { claimant: 'us' },
    ['claimAnswered claim X “R1” → anna claims:read, carla claims:read'],
  ],
])('%s', async (action, differs, expected) => {
  expect(await told(action, differs)).toEqual(expected);
});
