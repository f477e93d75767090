import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { agreementAsOf, agreementHistory, getProposal } from '../../app/agreements/agreementHistory.ts';
import { amendAgreement } from '../../app/agreements/amendAgreement.ts';
import { confirmApprovalRules, proposeApprovalRules } from '../../app/agreements/approvalRules.ts';
import { approveProposal } from '../../app/agreements/approveProposal.ts';
import { attachDocument, listDocuments, openDocument } from '../../app/agreements/attachDocument.ts';
import { commentAgreement } from '../../app/agreements/commentAgreement.ts';
import { compareVersions } from '../../app/agreements/compareVersions.ts';
import { draftAgreement } from '../../app/agreements/draftAgreement.ts';
import { recallProposal, rejectProposal, withdrawProposal } from '../../app/agreements/endReview.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { cloneAgreement, renewAgreement } from '../../app/agreements/renewAgreement.ts';
import { saveDraft } from '../../app/agreements/saveDraft.ts';
import { submitProposal } from '../../app/agreements/submitProposal.ts';
import { earningsAsOf } from '../../app/earnings/earningsAsOf.ts';
import { APPROVAL_FORMAT } from '../../core/lifecycle/approvalRules.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf, type JsonObject } from '../support/trade.ts';

// Mia of sales writes an agreement with customer P1 for 2026. Sven, her head of sales, and Fatma, the
// controller, have to approve it where it is worth 50,000 or more; below that Sven alone.
const MIA: Actor = { kind: 'person', id: 'mia' };
const SVEN: Actor = { kind: 'person', id: 'sven' };
const FATMA: Actor = { kind: 'person', id: 'fatma' };
const TOM: Actor = { kind: 'person', id: 'tom' };
const ERP: Actor = { kind: 'service', id: 'erp' };

const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const sale = (document: string, date: string, value: string) =>
  `erp,${document},1,sale,EU,P1,X,${date},1,EA,${value},EUR`;

const tiers = (percent: string) => ({ boundary: 'atLeast', rows: [{ from: '1000', percent }] });
const text = (percent: string, differs: JsonObject = {}) =>
  agreementText({ tiers: tiers(percent) }, { id: 'BONUS', ...differs });
const EXPECTED = { of: 'expected', amount: decimalOf('60000') } as const;

const RULES = {
  format: APPROVAL_FORMAT,
  levels: [
    { id: 'sales', name: { en: 'Head of sales', 'zh-CN': '销售主管' }, approvers: ['sven', 'mia'] },
    { id: 'finance', name: { en: 'Controlling', 'zh-CN': '财务控制' }, approvers: 'anyone' },
  ],
  rules: [
    { id: 'all', directions: 'any', programmes: 'any', partners: 'any', amount: 'any', levels: ['sales'] },
    {
      id: 'large',
      directions: ['customerRebate'],
      programmes: 'any',
      partners: 'any',
      amount: { atLeast: '50000', currency: 'EUR' },
      levels: ['finance'],
    },
  ],
};

let story: Scenario;
let proposal: string;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'Partner One', attributes: {} },
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
});
afterAll(() => story.close());

/** What is said no to, by its codes. */
function no<T>(result: Result<T>): string {
  return result.ok ? 'taken' : result.refusals.map(({ code }) => code).join(' ');
}

const draft = (parsed: unknown, actor = MIA) => draftAgreement(story.ports, story.tenant, { actor, parsed });
const save = (id: string, seen: number, parsed: unknown, actor = MIA) =>
  saveDraft(story.ports, story.tenant, { actor, proposal: id, seen, parsed, onVersionInForce: false });
const submit = (
  id: string,
  seen: number,
  actor = MIA,
  value: Parameters<typeof submitProposal>[2]['value'] = EXPECTED,
) => submitProposal(story.ports, story.tenant, { actor, proposal: id, seen, value });
const approve = (id: string, seen: number, actor: Actor) =>
  approveProposal(story.ports, story.tenant, { actor, proposal: id, seen });
const state = async (code = 'BONUS') => taken(await agreementHistory(story.ports, story.tenant, code)).state;

describe('the rules of approval', () => {
  it('are confirmed by another person than the one who proposes them', async () => {
    const { ports, tenant } = story;
    expect(no(await proposeApprovalRules(ports, tenant, { actor: ERP, parsed: RULES }))).toBe(
      'person-needed',
    );
    expect(taken(await proposeApprovalRules(ports, tenant, { actor: SVEN, parsed: RULES })).version).toBe(1);
    expect(no(await confirmApprovalRules(ports, tenant, { actor: SVEN, version: 1 }))).toBe(
      'approver-is-author',
    );
    expect(no(await confirmApprovalRules(ports, tenant, { actor: FATMA, version: 2 }))).toBe(
      'approval-rules-not-found',
    );
    taken(await confirmApprovalRules(ports, tenant, { actor: FATMA, version: 1 }));
    expect(no(await confirmApprovalRules(ports, tenant, { actor: TOM, version: 1 }))).toBe(
      'approval-rules-stale',
    );
  });

  it('are waited for by whoever takes a text over while they are confirmed', async () => {
    const other = await openScenario('EU');
    const { ports, tenant } = other;
    taken(await proposeApprovalRules(ports, tenant, { actor: SVEN, parsed: RULES }));
    const taking = await ports.store.inTenant(tenant, async (tx) => {
      const batch = taken(await tx.batches.take('agreement', dayOf('2026-01-02'), ports.clock.now()));
      const options = { actor: SVEN, asNewVersion: false };
      const started = { end: recordAgreement(ports, tenant, text('2'), options) };
      await Promise.race([started.end, setTimeout(300)]);
      await tx.approvalRules.confirm(1, 'sven', 'fatma', batch);
      return started;
    });
    expect(no(await taking.end)).toBe('approval-required');
    await other.close();
  });

  it('are not got around by taking a text over', async () => {
    const options = { actor: SVEN, asNewVersion: false };
    expect(no(await recordAgreement(story.ports, story.tenant, text('2'), options))).toBe(
      'approval-required',
    );
  });
});

describe('a draft', () => {
  it('may be unfinished, and is nothing that is calculated', async () => {
    proposal = taken(await draft({ id: 'BONUS', format: 'openrebate/v1' })).proposal;
    expect(await state()).toBe('draft');
    expect(no(await submit(proposal, 1))).toMatch(/^agreement-field-missing/);
    expect(await story.calculate()).toEqual([]);
  });

  it('is saved as one revision after the other, none over another', async () => {
    expect(taken(await save(proposal, 1, text('2'))).revision).toBe(2);
    expect(no(await save(proposal, 1, text('9'), TOM))).toBe('proposal-stale');
    expect(taken(await save(proposal, 2, text('2'))).revision).toBe(2);
    expect(no(await save(proposal, 2, text('2', { id: 'OTHER' })))).toBe('proposal-id-differs');
    expect(no(await save('no-such', 2, text('2')))).toBe('proposal-not-found');
  });

  it('may be written by a program, and is handed in by a person', async () => {
    expect(taken(await save(proposal, 2, text('3'), ERP)).revision).toBe(3);
    expect(no(await submit(proposal, 3, ERP))).toBe('person-needed');
    expect(no(await submit(proposal, 2))).toBe('proposal-stale');
    expect(no(await submit(proposal, 3, MIA, { of: 'capped' }))).toBe('proposal-not-capped');
    const { submission, levels } = taken(await submit(proposal, 3));
    expect([submission, levels.map(({ id }) => id)]).toEqual([1, ['sales', 'finance']]);
    expect(await state()).toBe('inReview');
  });
});

describe('a review', () => {
  it('is not moved by its authors, by programs, by persons not named, nor out of order', async () => {
    expect(no(await approve(proposal, 1, MIA))).toBe('approver-is-author');
    expect(no(await approve(proposal, 1, ERP))).toBe('person-needed');
    expect(no(await approve(proposal, 1, { kind: 'system', id: 'cli' }))).toBe('person-needed');
    expect(no(await approve(proposal, 1, FATMA))).toBe('approver-not-named');
    expect(no(await save(proposal, 3, text('9')))).toBe('proposal-frozen');
  });

  it('goes level by level, each approved by another person', async () => {
    expect(taken(await approve(proposal, 1, SVEN))).toMatchObject({ level: 'sales', missing: ['finance'] });
    expect(no(await approve(proposal, 1, SVEN))).toBe('approver-repeated');
  });

  it('is sent back with a reason; what was approved is void', async () => {
    const entry = { actor: FATMA, proposal, seen: 1 };
    expect(no(await rejectProposal(story.ports, story.tenant, { ...entry, reason: '  ' }))).toBe(
      'reason-missing',
    );
    const reason = '3 % leaves no margin.';
    expect(no(await rejectProposal(story.ports, story.tenant, { ...entry, actor: ERP, reason }))).toBe(
      'person-needed',
    );
    taken(await rejectProposal(story.ports, story.tenant, { ...entry, reason }));
    expect(await state()).toBe('draft');
    expect(taken(await save(proposal, 3, text('2'))).revision).toBe(4);
    expect(taken(await submit(proposal, 4)).submission).toBe(2);
    expect(no(await approve(proposal, 1, SVEN))).toBe('proposal-stale');
    const view = taken(await getProposal(story.ports, story.tenant, proposal));
    expect(view.submission?.missing).toEqual(['sales', 'finance']);
  });

  it('keeps the rules of its submission, whatever comes after', async () => {
    const { ports, tenant } = story;
    const lax = { ...RULES, rules: RULES.rules.slice(0, 1) };
    const { version } = taken(await proposeApprovalRules(ports, tenant, { actor: SVEN, parsed: lax }));
    taken(await confirmApprovalRules(ports, tenant, { actor: TOM, version }));
    expect(taken(await approve(proposal, 2, SVEN)).missing).toEqual(['finance']);
  });

  it('makes a version of the text with the last approval, and that is calculated', async () => {
    await story.lines(HEADER, sale('S1', '2026-01-02', '2000.00'));
    expect(await story.calculate()).toEqual([]);
    expect(taken(await approve(proposal, 2, FATMA))).toMatchObject({ missing: [], version: 1 });
    expect(await state()).toBe('active');
    expect(await story.calculate()).toEqual([
      { partner: 'P1', delta: 4000n, causes: { onTimeLines: 4000n } },
    ]);
    expect(no(await approve(proposal, 2, TOM))).toBe('proposal-closed');
    expect(no(await draft(text('2')))).toBe('agreement-id-taken');
  });
});

describe('an amendment', () => {
  const amend = (base: number, percent: string) =>
    amendAgreement(story.ports, story.tenant, {
      actor: MIA,
      agreement: 'BONUS',
      base,
      kind: 'version',
      edits: [{ path: 'terms[volume].tiers.rows[0].percent', value: percent }],
    });

  it('as a version changes past and future, once it is approved', async () => {
    story.on('2026-03-31');
    const first = taken(await amend(1, '5')).proposal;
    const second = taken(await amend(1, '7')).proposal;
    taken(await submit(first, 1));
    taken(await submit(second, 1));
    expect(await story.calculate()).toEqual([]);
    story.on('2026-04-03');
    taken(await approve(first, 1, SVEN));
    expect(await story.calculate()).toEqual([{ partner: 'P1', delta: 6000n, causes: { terms: 6000n } }]);
    // The other one was written on terms that do not stand any more.
    expect(no(await approve(second, 1, SVEN))).toBe('proposal-base-stale');
    expect(no(await amend(1, '8'))).toBe('proposal-base-stale');
    taken(await recallProposal(story.ports, story.tenant, { actor: MIA, proposal: second }));
    expect(no(await submit(second, 1))).toBe('proposal-base-stale');
    const rebased = { actor: MIA, proposal: second, seen: 1, parsed: text('6'), onVersionInForce: true };
    expect(taken(await saveDraft(story.ports, story.tenant, rebased)).revision).toBe(2);
    taken(
      await withdrawProposal(story.ports, story.tenant, {
        actor: MIA,
        proposal: second,
        reason: 'Not needed.',
      }),
    );
  });

  it('answers what was owed on a day, as known on another', async () => {
    const owed = async (known: string) => {
      const asOf = { agreement: 'BONUS', effective: dayOf('2026-03-31'), known: dayOf(known) };
      const [earning] = taken(await earningsAsOf(story.ports, story.tenant, asOf));
      return earning?.amount.minor;
    };
    expect(await owed('2026-03-31')).toBe(4000n);
    expect(await owed('2026-04-05')).toBe(10_000n);
    const asOf = { agreement: 'BONUS', known: dayOf('2026-03-31'), effective: dayOf('2025-12-31') };
    const { stored, state: was } = taken(await agreementAsOf(story.ports, story.tenant, asOf));
    expect([stored.version, was]).toEqual([1, 'approved']);
    expect(no(await agreementAsOf(story.ports, story.tenant, { ...asOf, known: dayOf('2026-01-01') }))).toBe(
      'agreement-not-found',
    );
  });

  it('as a supplement adds terms from its day on, and nothing else', async () => {
    const supplement = {
      id: 'autumn',
      firstDay: '2026-09-01',
      tiers: tiers('8'),
      carryVolume: true,
      touches: 'linesFrom',
    };
    const entry = {
      actor: MIA,
      agreement: 'BONUS',
      base: 2,
      kind: 'supplement',
      term: 'volume',
      supplement,
    } as const;
    expect(no(await amendAgreement(story.ports, story.tenant, { ...entry, term: 'other' }))).toBe(
      'agreement-term-unknown',
    );
    const begun = taken(await amendAgreement(story.ports, story.tenant, entry)).proposal;
    const sneaked = agreementText({ tiers: tiers('6'), supplements: [supplement] }, { id: 'BONUS' });
    taken(await save(begun, 1, sneaked));
    expect(no(await submit(begun, 2))).toBe('proposal-outside-kind');
    taken(
      await save(begun, 2, agreementText({ tiers: tiers('5'), supplements: [supplement] }, { id: 'BONUS' })),
    );
    taken(await submit(begun, 3));
    expect(taken(await approve(begun, 1, SVEN)).version).toBe(3);
    await story.lines(HEADER, sale('S2', '2026-04-02', '1000.00'));
    // The supplement cuts the year into two windows; what was booked on the year moves to the first.
    const booked = await story.calculate();
    expect(booked.reduce((sum, { delta }) => sum + delta, 0n)).toBe(5000n);
  });
});

describe('what follows', () => {
  it('a renewal is an agreement of its own for the next period, with the terms at the end', async () => {
    const renewal = { actor: MIA, agreement: 'BONUS', id: 'BONUS-2027', edits: [] };
    const begun = taken(await renewAgreement(story.ports, story.tenant, renewal));
    const { text: first, proposal: made } = taken(
      await getProposal(story.ports, story.tenant, begun.proposal),
    );
    expect(made).toMatchObject({ kind: 'renewal', madeFrom: { code: 'BONUS', version: 3 }, baseVersion: 0 });
    expect(JSON.parse(first.text)).toMatchObject({
      validity: { firstDay: '2027-01-01', lastDay: '2027-12-31' },
      terms: [{ tiers: tiers('8'), supplements: 'none' }],
    });
    taken(await submit(begun.proposal, 1));
    taken(await approve(begun.proposal, 1, SVEN));
    expect(await state('BONUS-2027')).toBe('approved');
    expect(no(await renewAgreement(story.ports, story.tenant, renewal))).toBe('agreement-id-taken');
  });

  it('a clone begins as a draft, and cannot be amended before it is approved', async () => {
    const edits = [{ path: 'name.en', value: 'For another customer' }];
    const entry = { actor: MIA, agreement: 'BONUS', id: 'BONUS-P2', edits };
    taken(await cloneAgreement(story.ports, story.tenant, entry));
    expect(
      no(await cloneAgreement(story.ports, story.tenant, { ...entry, agreement: 'BONUS-P2', id: 'X' })),
    ).toBe('agreement-not-approved');
    expect(
      no(await cloneAgreement(story.ports, story.tenant, { ...entry, agreement: 'NOBODY', id: 'X' })),
    ).toBe('agreement-not-found');
    const history = taken(await agreementHistory(story.ports, story.tenant, 'BONUS'));
    expect(history.successors).toEqual([
      { code: 'BONUS-2027', kind: 'renewal' },
      { code: 'BONUS-P2', kind: 'clone' },
    ]);
  });

  it('a termination ends it by its own terms, after which nothing new begins in it', async () => {
    const termination = { lastDay: dayOf('2026-09-30'), openWindows: 'settleToDate' } as const;
    const entry = {
      actor: MIA,
      agreement: 'BONUS',
      base: 3,
      kind: 'termination',
      termination,
      reason: 'The customer left.',
    } as const;
    const begun = taken(await amendAgreement(story.ports, story.tenant, entry)).proposal;
    taken(await submit(begun, 1));
    taken(await approve(begun, 1, SVEN));
    expect(await state()).toBe('active');
    story.on('2026-10-01');
    expect(await state()).toBe('terminated');
    const again = { ...entry, base: 4 };
    expect(no(await amendAgreement(story.ports, story.tenant, again))).toBe('agreement-over');
  });
});

describe('the history', () => {
  it('holds comments, on the whole or on one place', async () => {
    const { ports, tenant } = story;
    const say = (said: string, more: object = {}) =>
      commentAgreement(ports, tenant, { actor: TOM, agreement: 'BONUS', text: said, ...more });
    taken(await say('Call P1 before renewing.', { path: 'terms[volume].tiers' }));
    expect(no(await say(' '))).toBe('comment-invalid');
    expect(no(await say('x'.repeat(4001)))).toBe('comment-invalid');
    expect(no(await say('x', { proposal: 'nope' }))).toBe('proposal-not-found');
    expect(no(await say('x', { agreement: 'NOBODY' }))).toBe('agreement-not-found');
  });

  it('keeps documents with their bytes, once each', async () => {
    const { ports, tenant } = story;
    const content = new TextEncoder().encode('Agreed on the phone.');
    const entry = {
      actor: TOM,
      agreement: 'BONUS',
      name: '../notes.txt',
      open: async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const }),
    };
    const first = taken(await attachDocument(ports, tenant, entry));
    expect(first).toMatchObject({ name: 'notes.txt', isNew: true });
    expect(taken(await attachDocument(ports, tenant, { ...entry, name: 'again.txt' }))).toEqual({
      ...first,
      isNew: false,
    });
    expect(no(await attachDocument(ports, tenant, { ...entry, agreement: 'NOBODY' }))).toBe(
      'agreement-not-found',
    );
    const [listed] = taken(await listDocuments(ports, tenant, 'BONUS'));
    expect(listed).toMatchObject({ id: first.id, bytes: 20, actor: TOM });
    const opened = taken(await openDocument(ports, tenant, first.id));
    expect(new TextDecoder().decode(opened.content)).toBe('Agreed on the phone.');
    expect(no(await openDocument(ports, tenant, 'nope'))).toBe('document-not-found');
    const other = await story.database.tenant();
    expect(no(await openDocument(ports, other, first.id))).toBe('document-not-found');
  });

  it('says who did what, when and why', async () => {
    const { deeds, versions } = taken(await agreementHistory(story.ports, story.tenant, 'BONUS'));
    expect(deeds.map(({ number }) => number)).toEqual(deeds.map((_, index) => index + 1));
    const told = deeds.map(({ deed, actor, level, version, reason }) =>
      [deed, actor.id, level, version && `v${version}`, reason].filter(Boolean).join(' '),
    );
    expect(told).toEqual([
      'begin mia',
      'save mia',
      'save erp',
      'submit mia',
      'approve sven sales',
      'reject fatma 3 % leaves no margin.',
      'save mia',
      'submit mia',
      'approve sven sales',
      'approve fatma finance v1',
      'begin mia',
      'begin mia',
      'submit mia',
      'submit mia',
      'approve sven sales v2',
      'recall mia',
      'save mia',
      'withdraw mia Not needed.',
      'begin mia',
      'save mia',
      'save mia',
      'submit mia',
      'approve sven sales v3',
      'begin mia The customer left.',
      'submit mia',
      'approve sven sales v4',
      'comment tom Call P1 before renewing.',
      'attach tom',
    ]);
    expect(versions.map(({ at }) => at)).toEqual(
      deeds.filter(({ version }) => version !== undefined).map(({ at }) => at),
    );
    expect(versions.map(({ version, proposal: by }) => [version, by !== undefined])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
    ]);
  });

  it('compares any two texts, field by field', async () => {
    const changes = async (...names: Parameters<typeof compareVersions>[3]) =>
      taken(await compareVersions(story.ports, story.tenant, 'BONUS', names)).changes.map(
        ({ path, before, after }) => `${path}: ${before} → ${after}`,
      );
    expect(await changes({ version: 1 }, { version: 2 })).toEqual([
      'terms[volume].tiers.rows[0].percent: 2 → 5',
    ]);
    expect(await changes({ proposal, revision: 3 }, { version: 1 })).toEqual([
      'terms[volume].tiers.rows[0].percent: 3 → 2',
    ]);
    const missing = await compareVersions(story.ports, story.tenant, 'BONUS', [
      { version: 9 },
      { version: 1 },
    ]);
    expect(no(missing)).toBe('agreement-version-not-found');
  });
});

describe('an author', () => {
  it('is whoever wrote any of its texts, also where somebody else handed it in', async () => {
    const begun = taken(await draft(text('2', { id: 'TOGETHER' }))).proposal;
    taken(await save(begun, 1, text('4', { id: 'TOGETHER' }), TOM));
    taken(await save(begun, 2, text('3', { id: 'TOGETHER' }), MIA));
    taken(await submit(begun, 3));
    expect(no(await approve(begun, 1, TOM))).toBe('approver-is-author');
    expect(taken(await approve(begun, 1, SVEN)).version).toBe(1);
  });
});
