import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPerson } from '../../app/access/createPerson.ts';
import {
  answerConfirmation,
  openConfirmationPaper,
  sendConfirmation,
} from '../../app/claims/confirmBalance.ts';
import { openDispute } from '../../app/claims/disputeClaim.ts';
import { followDispute } from '../../app/claims/followDispute.ts';
import { raiseClaims } from '../../app/claims/raiseClaims.ts';
import { claimHistory } from '../../app/claims/showClaims.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// A supplier is asked what is open between us, contests it, and somebody looks after the dispute.

const CLERK = { kind: 'person' as const, id: 'clerk' };
let story: Scenario;
let anna: string;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'S1', name: 'S1', attributes: {} },
    { kind: 'product', code: 'A', name: 'A', attributes: {} },
  ]);
  const terms = { id: 'SUPPLY', direction: 'supplierRebate' };
  await story.agreement(agreementText({ transactions: 'purchase' }, terms));
  story.on('2027-01-04');
  await story.lines(
    'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency',
    'erp,B1,1,purchase,EU,S1,A,2026-02-03,1,EA,5000.00,EUR',
  );
  await story.calculate();
  anna = taken(await createPerson(story.ports, story.tenant, { login: 'anna', name: 'Anna' }, CLERK)).id;
});
afterAll(() => story.close());

const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code));
const answer = (step: object) =>
  answerConfirmation(story.ports, story.tenant, { actor: CLERK, ...step } as Parameters<
    typeof answerConfirmation
  >[2]);

it('a balance is what is earned, on documents and paid; it is contested once, argued about and resolved', async () => {
  const asked = { partner: 'S1', company: 'EU', actor: CLERK };
  const [sent] = taken(await sendConfirmation(story.ports, story.tenant, asked));
  const { id, earned, settled, paid } = sent?.confirmation ?? { id: '' };
  expect([earned, settled, paid]).toEqual([10_000n, 0n, 0n]);
  const content = new TextEncoder().encode('we see 90.00');
  const paper = {
    name: 'letter.txt',
    open: async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const }),
  };
  expect(codes(await answer({ confirmation: id, kind: 'resolved', note: 'x' }))).toEqual([
    'confirmation-state',
  ]);
  const contested = { confirmation: id, kind: 'contested', amount: decimalOf('90.00'), paper };
  expect(taken(await answer(contested)).state).toBe('contested');
  expect(codes(await answer({ confirmation: id, kind: 'confirmed' }))).toEqual(['confirmation-state']);
  const filed = taken(await openConfirmationPaper(story.ports, story.tenant, { confirmation: id, event: 1 }));
  expect(new TextDecoder().decode(filed.content)).toBe('we see 90.00');
  expect(codes(await answer({ confirmation: id, kind: 'assigned', person: 'nobody' }))).toEqual([
    'person-not-found',
  ]);
  taken(await answer({ confirmation: id, kind: 'assigned', person: anna }));
  taken(await answer({ confirmation: id, kind: 'replied', note: 'B1 is missing there.' }));
  const done = taken(await answer({ confirmation: id, kind: 'resolved', note: 'B1 was found.' }));
  expect([done.state, done.events.map(({ kind }) => kind)]).toEqual([
    'resolved',
    ['contested', 'assigned', 'replied', 'resolved'],
  ]);
});

it('what is in dispute on a claim is looked after by a person; without a dispute there is nothing to do', async () => {
  const raised = taken(await raiseClaims(story.ports, story.tenant, { agreement: 'SUPPLY', actor: CLERK }));
  const claim = raised.claims[0]?.id ?? '';
  const follow = (step: { step: 'assigned'; person: string } | { step: 'replied'; note: string }) =>
    followDispute(story.ports, story.tenant, { claim, actor: CLERK, ...step });
  expect(codes(await follow({ step: 'assigned', person: anna }))).toEqual(['claim-nothing-disputed']);
  taken(await openDispute(story.ports, story.tenant, { claim, reason: 'price', actor: CLERK }));
  taken(await follow({ step: 'assigned', person: anna }));
  taken(await follow({ step: 'replied', note: 'See the price list.' }));
  const { events } = taken(await claimHistory(story.ports, story.tenant, claim));
  expect(events.map(({ kind, reference = '' }) => [kind, reference])).toEqual([
    ['disputed', ''],
    ['assigned', anna],
    ['replied', ''],
  ]);
});
