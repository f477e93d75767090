import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { confirmApprovalRules, proposeApprovalRules } from '../../app/agreements/approvalRules.ts';
import { askWriteOff, decideWriteOff } from '../../app/claims/writeOffClaim.ts';
import { writeOffDeduction } from '../../app/deductions/endDeduction.ts';
import { shownDeduction } from '../../app/deductions/registerDeduction.ts';
import { missingLevels } from '../../core/claim/writeOffApproval.ts';
import { APPROVAL_FORMAT } from '../../core/lifecycle/approvalRules.ts';
import { freshWorlds } from '../crash/money/freshWorlds.ts';
import { ANNA, BERT, CARLA, DORA } from '../crash/money/moneyWorld.ts';
import { code } from '../support/paymentStory.ts';
import { taken } from '../support/scenario.ts';
import { decimalOf } from '../support/trade.ts';

// What is given up has limits of its own: from 5.00 on Carla approves it as well. Anna asks, Bert says yes; nothing moves before Carla.

const level = (id: string, approvers: 'anyone' | string[]) => ({
  id,
  name: { en: id, 'zh-CN': id },
  approvers,
});
const ANY = { directions: 'any', programmes: 'any', partners: 'any', amount: 'any' };
const RULES = {
  format: APPROVAL_FORMAT,
  levels: [level('first', 'anyone'), level('finance', ['carla'])],
  rules: [
    { ...ANY, id: 'all', levels: ['first'] },
    {
      ...{ ...ANY, id: 'givenUp', subjects: ['writeOff'], levels: ['finance'] },
      amount: { atLeast: '5.00', currency: 'EUR' },
    },
  ],
};

const own = freshWorlds('2026-04-26');
beforeEach(async () => {
  taken(await proposeApprovalRules(own.ports, own.world.tenant, { actor: ANNA, parsed: RULES }));
  taken(await confirmApprovalRules(own.ports, own.world.tenant, { actor: BERT, version: 1 }));
});

const asked = (amount: string) =>
  askWriteOff(own.ports, own.world.tenant, {
    ...{ claim: own.world.claim, amount: decimalOf(amount), reason: 'small', actor: ANNA },
  });
const decided = (actor: Actor, outcome: 'approved' | 'rejected' = 'approved') =>
  decideWriteOff(own.ports, own.world.tenant, { claim: own.world.claim, outcome, actor });
const kinds = () =>
  own.ports.store.inTenant(own.world.tenant, async (tx) =>
    (await tx.claims.events(own.world.claim))
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('writ')),
  );
const given = () =>
  own.ports.store.inTenant(own.world.tenant, async (tx) =>
    (await tx.ledger.balances({ company: 'EU' }))
      .filter(({ role }) => role === 'writtenOff')
      .reduce((sum, { minor }) => sum + minor, 0n),
  );
const { sound } = own;

it('is given up of a claim by one other person below the limit', async () => {
  taken(await asked('4.99'));
  expect(code(await decided(ANNA))).toBe('claim-write-off-own');
  taken(await decided(BERT));
  expect([await kinds(), await given()]).toEqual([['writeOffAsked', 'writtenOff'], 499n]);
  await sound();
});

it('is given up of a claim by each of its levels from the limit on, and moves nothing before', async () => {
  taken(await asked('5.00'));
  taken(await decided(BERT));
  expect([await kinds(), await given()]).toEqual([['writeOffAsked', 'writeOffApproved'], 0n]);
  expect(code(await asked('1.00'))).toBe('claim-write-off-asked');
  expect(code(await decided(BERT))).toBe('approver-repeated');
  expect(code(await decided(DORA))).toBe('approver-not-named');
  taken(await decided(CARLA));
  expect([await kinds(), await given()]).toEqual([['writeOffAsked', 'writeOffApproved', 'writtenOff'], 500n]);
  await sound();
});

it('is read by detectors with who asked, who approved on each level, and how much', async () => {
  taken(await asked('5.00'));
  taken(await decided(BERT));
  taken(await decided(CARLA));
  const pages = await own.ports.store.inTenant(own.world.tenant, async (tx) => {
    const first = await tx.trust.pastApprovals('writeOff', { limit: 1 });
    const after = first.at(-1)?.id ?? '';
    return [first, await tx.trust.pastApprovals('writeOff', { limit: 5, after })];
  });
  const what = {
    of: 'writeOff',
    object: own.world.claim,
    minor: 500n,
    currency: 'EUR',
    proposedBy: 'person:anna',
  };
  expect(pages).toMatchObject([
    [{ ...what, decidedBy: 'person:bert' }],
    [{ ...what, decidedBy: 'person:carla' }],
  ]);
});

it('begins anew once it was rejected', async () => {
  taken(await asked('5.00'));
  taken(await decided(BERT));
  taken(await decided(CARLA, 'rejected'));
  expect(code(await decided(CARLA))).toBe('claim-write-off-not-asked');
  taken(await asked('6.00'));
  taken(await decided(BERT));
  taken(await decided(CARLA));
  expect(await given()).toBe(600n);
  await sound();
});

it('is given up of a deduction in the same way', async () => {
  const { deduction } = own.world;
  const step = (
    actor: Actor,
    more: { step: 'ask'; amount: ReturnType<typeof decimalOf> } | { step: 'approved' },
  ) => writeOffDeduction(own.ports, own.world.tenant, { deduction, actor, ...more });
  taken(await step(ANNA, { step: 'ask', amount: decimalOf('5.00') }));
  expect(code(await step(ANNA, { step: 'approved' }))).toBe('claim-write-off-own');
  taken(await step(BERT, { step: 'approved' }));
  const shown = await own.ports.store.inTenant(own.world.tenant, (tx) => shownDeduction(tx, deduction));
  const last = shown.events.at(-1);
  expect([last?.kind, last?.approval && missingLevels(last.approval)]).toEqual([
    'writeOffApproved',
    ['finance'],
  ]);
  expect([shown.standing.writtenOff, await given()]).toEqual([0n, 0n]);
  expect(code(await step(BERT, { step: 'approved' }))).toBe('approver-repeated');
  taken(await step(CARLA, { step: 'approved' }));
  expect(await given()).toBe(500n);
  await sound();
});
