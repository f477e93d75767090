import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { answerClaim } from '../../app/claims/answerClaim.ts';
import { setClaimRule } from '../../app/claims/claimRules.ts';
import { showClaim } from '../../app/claims/showClaims.ts';
import { submitClaims } from '../../app/claims/submitClaims.ts';
import { sweep } from '../../app/jobs/sweep.ts';
import type { Scan } from '../../app/ports/trustStore.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { setCompanyParty, setDocumentSeries } from '../../app/settlement/documentSettings.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { assignCase } from '../../app/trust/assignCase.ts';
import { runBackTest, startBackTest } from '../../app/trust/backTest.ts';
import { commentCase } from '../../app/trust/commentCase.ts';
import { decideCase } from '../../app/trust/decideCase.ts';
import { detect } from '../../app/trust/detecting.ts';
import { readingOf } from '../../app/trust/reading.ts';
import { releaseHold } from '../../app/trust/releaseHold.ts';
import { runScan, scanArrivals } from '../../app/trust/runScan.ts';
import { listCases, showCase, showTrust } from '../../app/trust/showCases.ts';
import { tenantHistory } from '../../app/trust/tenantHistory.ts';
import { setPolicy } from '../../app/trust/trustPolicy.ts';
import { tuneDetector } from '../../app/trust/tuneDetector.ts';
import { moneyText } from '../../core/money/money.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import type { Finding } from '../../core/trust/finding.ts';
import { USUAL_POLICY } from '../../core/trust/policy.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// A partner claims a bonus of 2 % from 1,000, and one of its sales twice: what came is looked at before anything is granted, the second
// claim is held, and nothing is settled with it until somebody has decided and another person has let go.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const NEVER_STOPS = { isStopping: () => false };

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  const { ports, tenant } = story;
  const party = { name: 'EU GmbH', addressLines: ['Ring 1'], country: 'AT', taxId: 'ATU12345678' };
  taken(await setCompanyParty(ports, tenant, { actor: ANNA, company: 'EU', party }));
  const series = {
    actor: ANNA,
    company: 'EU',
    kind: 'creditNote',
    series: 'CN',
    numberedBy: 'here',
  } as const;
  taken(await setDocumentSeries(ports, tenant, series));
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'P1', attributes: { country: 'AT' } },
    { kind: 'product', code: 'A', name: 'A', attributes: {} },
  ]);
  const bonus = agreementText({}, { id: 'BONUS' });
  const claim = { rule: 'partnerClaims', deadlineDays: 90, afterDeadline: 'lapses', silence: 'accepts' };
  await story.agreement({ ...bonus, settlement: { ...(bonus.settlement as object), claim } });
  const rule = {
    ...{
      company: 'EU',
      currency: 'EUR',
      writeOffLimit: decimalOf('0'),
      remindAfterDays: [1],
      answerDays: 14,
    },
    tolerance: { amount: decimalOf('0.05'), percent: decimalOf('1') },
  };
  taken(await setClaimRule(ports, tenant, rule, ANNA));
  story.on('2027-01-04');
  await story.lines(
    'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,taxRate',
    'erp,D1,1,sale,EU,P1,A,2026-02-03,1,EA,3000.00,EUR,20',
    'erp,D2,1,sale,EU,P1,A,2026-02-03,1,EA,2000.00,EUR,20',
  );
  await story.calculate();
  const policy = { policy: USUAL_POLICY, reason: 'First policy' };
  taken(await setPolicy(ports, tenant, policy, ANNA));
});
afterAll(() => story.close());

const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code));

async function claimed(reference: string, document: string, amount: string): Promise<string> {
  const texts = {
    ...{ reference, partner: 'P1', agreement: 'BONUS', currency: 'EUR', term: 'volume', amount },
    ...{ firstDay: '2026-01-01', lastDay: '2026-12-31', source: 'erp', document, documentLine: '1' },
  };
  const rows = [{ row: 1, texts }];
  const done = taken(await submitClaims(story.ports, story.tenant, { rows, actor: ANNA, isPreview: false }));
  expect([done.refusals, done.claims[0]?.decided]).toEqual([[], []]);
  return done.claims[0]?.claim.id ?? '';
}

const twice = (claim: string): Finding => ({
  ...{ detector: 'claimedTwice', version: 1, group: 'fraud', object: 'claimLine', id: `${claim}/1` },
  ...{ partner: 'P1', agreement: 'BONUS', score: 960, minor: 6000, currency: 'EUR' },
  evidence: [{ object: 'line', id: 'erp/D1/1', facts: { quantity: '1' } }],
});
const finds =
  (...found: readonly Finding[]): Scan =>
  async () =>
    found;

const look = (scan: Scan) => scanArrivals(story.ports, story.tenant, { scan, ...NEVER_STOPS });
const propose = () =>
  proposeSettlement(story.ports, story.tenant, { company: 'EU', partners: ['P1'], actor: ANNA });

const accepted = async (claim: string) =>
  moneyText({
    minor: taken(await showClaim(story.ports, story.tenant, { claim })).totals.accepted,
    currency: 'EUR',
  });

const undecided = async () =>
  (await listCases(story.ports, story.tenant, { state: 'undecided', order: 'score', limit: 50, offset: 0 }))
    .rows;

describe('a claim that comes', () => {
  let first: string;
  let second: string;
  let caseId: string;

  it('is not granted, and nothing is settled, before it was looked at', async () => {
    first = await claimed('R-1', 'D1', '60.00');
    expect(codes(await propose())).toEqual(['scan-awaited']);
    const lines = [{ line: 1, accepted: decimalOf('60.00'), objected: [] }];
    const answer = { claim: first, lines, actor: BERT };
    expect(codes(await answerClaim(story.ports, story.tenant, answer))).toEqual(['scan-awaited']);
    expect(await accepted(first)).toBe('0.00');
  });

  it('that waits too long is written into the trail once, and still nothing is paid', async () => {
    story.on('2027-01-05');
    for (let times = 0; times < 2; times += 1) await sweep(story.ports, story.tenant);
    const asked = { action: 'trust.scanLate', limit: 10 };
    const told = await story.ports.store.inTenant(story.tenant, (tx) => tx.audit.list(asked));
    expect(told.map(({ entry }) => entry.object)).toEqual([first]);
    expect((await showTrust(story.ports, story.tenant)).late).toBe(1);
    expect(codes(await propose())).toEqual(['scan-awaited']);
  });

  it('is granted by the rules once nothing was found', async () => {
    expect(await look(detect)).toBe('done');
    expect(await accepted(first)).toBe('60.00');
    expect((await showTrust(story.ports, story.tenant)).arrivals).toEqual([]);
  });

  it('is held where it claims a sale again: not granted by the rules, by a person or by silence, and not settled', async () => {
    second = await claimed('R-2', 'D1', '60.00');
    await look(detect);
    const [one, ...more] = await undecided();
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      ...{ subject: { object: 'claim', id: second }, isHeld: true },
      ...{ partner: 'P1', minor: 6000n, currency: 'EUR', about: 'R-2' },
    });
    caseId = one?.id ?? '';
    const lines = [{ line: 1, accepted: decimalOf('60.00'), objected: [] }];
    const answer = { claim: second, lines, actor: BERT };
    expect(codes(await answerClaim(story.ports, story.tenant, answer))).toEqual(['claim-held']);
    expect(codes(await propose())).toEqual(['settlement-held']);
    const whole = taken(await proposeSettlement(story.ports, story.tenant, { company: 'EU', actor: ANNA }));
    expect([whole.settlements, whole.heldBack]).toEqual([[], [{ partner: 'P1', reason: 'settlement-held' }]]);
    story.on('2027-02-01');
    expect(codes(await propose())).toEqual(['settlement-held']);
    expect(await accepted(second)).toBe('0.00');
  });

  it('opens no other case when the same is found again', async () => {
    const run = await runScan(story.ports, story.tenant, { scan: detect, kind: 'nightly', actor: ANNA });
    expect([run.findings, run.fresh, (await undecided()).length]).toEqual([2, 0, 1]);
    const { findings } = taken(await showCase(story.ports, story.tenant, caseId));
    expect(findings.map(({ detector }) => detector)).toEqual(['claimedTwice', 'duplicateClaims']);
    expect(findings.map(({ foundAt, seenAt }) => seenAt > foundAt)).toEqual([true, true]);
  });

  it('is worked at, and only people who may are given it', async () => {
    const { ports, tenant } = story;
    const asked = { id: caseId, assignee: 'nobody', actor: ANNA };
    expect(codes(await assignCase(ports, tenant, asked))).toEqual(['trust-assignee-unknown']);
    taken(await commentCase(ports, tenant, { id: caseId, text: 'Asked for the invoice', actor: ANNA }));
    const evidence = { object: 'claim', id: first } as const;
    taken(await commentCase(ports, tenant, { id: caseId, text: 'The first claim', evidence, actor: ANNA }));
  });

  it('is released only once it was decided, and not by whoever decided it', async () => {
    const { ports, tenant } = story;
    const release = (actor: Actor) =>
      releaseHold(ports, tenant, { id: caseId, reason: 'It was refused', actor });
    expect(codes(await release(BERT))).toEqual(['trust-case-undecided']);
    const said = { id: caseId, reason: 'claimedTwice', text: 'D1 stands on R-1', actor: BERT } as const;
    expect(codes(await decideCase(ports, tenant, { ...said, decision: 'falseAlarm' }))).toEqual([
      'trust-reason-differs',
    ]);
    const prevented = decimalOf('60.00');
    const decided = taken(await decideCase(ports, tenant, { ...said, decision: 'confirmed', prevented }));
    expect(decided).toMatchObject({ state: 'decided', isHeld: true, prevented: 6000n });
    expect(codes(await decideCase(ports, tenant, { ...said, decision: 'confirmed' }))).toEqual([
      'trust-case-decided',
    ]);
    // Bert has decided, Anna has sent the claim.
    expect(codes(await release(BERT))).toEqual(['trust-release-own']);
    expect(codes(await release(ANNA))).toEqual(['trust-release-own']);
    expect(codes(await propose())).toEqual(['settlement-held']);
    const robot: Actor = { kind: 'service', id: 'robot' };
    expect(codes(await release(robot))).toEqual(['person-needed']);
    expect(taken(await release({ kind: 'person', id: 'carla' }))).toMatchObject({ isHeld: false });
  });

  it('is settled then, as far as it was granted', async () => {
    const { ports, tenant } = story;
    const objected = [{ reason: 'duplicate', amount: decimalOf('60.00') }] as const;
    const lines = [{ line: 1, accepted: decimalOf('0'), objected }];
    taken(await answerClaim(ports, tenant, { claim: second, lines, actor: BERT }));
    const { settlements } = taken(await propose());
    expect(settlements.map(({ netMinor }) => netMinor)).toEqual([6000n]);
    const id = settlements[0]?.id ?? '';
    taken(await approveSettlement(ports, tenant, { id, actor: BERT }));
    expect(taken(await issueSettlement(ports, tenant, { id, actor: ANNA }))).toMatchObject({
      state: 'issued',
    });
    const { figures } = await showTrust(ports, tenant);
    expect(figures).toMatchObject({ cases: { open: 0, underWay: 0, decided: 1 }, held: 0 });
    expect(figures.amounts).toEqual([{ currency: 'EUR', atRisk: 0n, prevented: 6000n, recovered: 0n }]);
  });

  it('is read by detectors: what the settlement is of, and who approved it', async () => {
    const { ports, tenant } = story;
    const { settlements, approvals } = await tenantHistory(ports, readingOf(ports, tenant));
    expect(settlements.length).toBeGreaterThan(0);
    for (const one of settlements) expect(one).toMatchObject({ agreement: 'BONUS', partner: 'P1' });
    const ofSettlements = approvals.filter(({ of }) => of === 'settlement');
    expect(ofSettlements.length).toBeGreaterThan(0);
    for (const { object, proposedBy, decidedBy, minute } of ofSettlements) {
      expect(settlements.map(({ settlement }) => settlement)).toContain(object);
      expect([proposedBy, decidedBy].every((who) => who.startsWith('person:'))).toBe(true);
      expect(proposedBy).not.toBe(decidedBy);
      expect(minute).toBeGreaterThanOrEqual(0);
    }
  });

  it('is read by detectors with who granted how much of it: ours by rules here, and nobody may limit that', async () => {
    const { approvals } = await tenantHistory(story.ports, readingOf(story.ports, story.tenant));
    const of = approvals.filter(({ object }) => object === first);
    expect(of).toMatchObject([
      { of: 'claim', partner: 'P1', minor: 6000, currency: 'EUR', proposedBy: 'person:anna' },
    ]);
    expect(of[0]?.decidedBy).toBe('system:claims');
    expect(of[0]?.limit).toBeUndefined();
  });

  it('is read of its partner alone when something of it comes', async () => {
    const { ports, tenant } = story;
    const read = readingOf(ports, tenant);
    const own = await tenantHistory(ports, read, { partner: 'P1', products: ['A'] });
    const everything = await tenantHistory(ports, read);
    expect(own).toEqual(everything);
    const none = await tenantHistory(ports, read, { partner: 'P9', products: [] });
    expect([none.claims, none.settlements, none.payments, none.approvals, none.products]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it('teaches: a least score keeps what is weak from opening cases, and a back-test says what it would miss', async () => {
    const { ports, tenant } = story;
    const change = {
      detector: 'claimedTwice',
      parameters: { leastScore: 970 },
      reason: 'Trial',
      actor: BERT,
    };
    expect(codes(await tuneDetector(ports, tenant, { ...change, parameters: { leastScore: 0 } }))).toEqual([
      'trust-parameter-invalid',
    ]);
    taken(await tuneDetector(ports, tenant, change));
    const other = { ...twice('other'), score: 965 };
    await runScan(ports, tenant, { scan: finds(other), kind: 'asked', actor: ANNA });
    expect(await undecided()).toEqual([]);
    const parameters = { claimedTwice: { leastScore: 970 } };
    const { id } = taken(await startBackTest(ports, tenant, { parameters, actor: ANNA }));
    await runBackTest(ports, tenant, { id, scan: finds(twice(second), other) });
    const run = await ports.store.inTenant(tenant, (tx) => tx.trust.run(id));
    expect(run?.outcome).toEqual([
      { detector: 'claimedTwice', found: 0, confirmed: 0, falseAlarms: 0, unknown: 0, missed: 1 },
      { detector: 'duplicateClaims', found: 0, confirmed: 0, falseAlarms: 0, unknown: 0, missed: 1 },
    ]);
    expect(await undecided()).toEqual([]);
  });
});
