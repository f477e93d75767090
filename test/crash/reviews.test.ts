import { afterAll, describe, expect } from 'vitest';
import type { OpenStore } from '../../adapters/db/store.ts';
import { type Actor, systemActor } from '../../app/actor.ts';
import { agreementHistory } from '../../app/agreements/agreementHistory.ts';
import { amendAgreement } from '../../app/agreements/amendAgreement.ts';
import { confirmApprovalRules, proposeApprovalRules } from '../../app/agreements/approvalRules.ts';
import { approveProposal } from '../../app/agreements/approveProposal.ts';
import { draftAgreement } from '../../app/agreements/draftAgreement.ts';
import { recallProposal } from '../../app/agreements/endReview.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { saveDraft } from '../../app/agreements/saveDraft.ts';
import { submitProposal } from '../../app/agreements/submitProposal.ts';
import type { Ports, Store, TenantId } from '../../app/ports.ts';
import { APPROVAL_FORMAT } from '../../core/lifecycle/approvalRules.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { taken } from '../support/scenario.ts';
import { sharedTest } from '../support/sharedTest.ts';
import { agreementText, decimalOf } from '../support/trade.ts';
import { openLedger, portsOn } from './books.ts';
import { everySchedule, type Session } from './schedules.ts';
import { inSteps, replaced } from './steppedStore.ts';
import { twoSessions } from './twoSessions.ts';

// Two at once on one agreement, in every order of their steps: who approves, and what.

const DAY = '2026-06-30';
const [MIA, SVEN, FATMA] = ['mia', 'sven', 'fatma'].map((id): Actor => ({ kind: 'person', id })) as [
  Actor,
  Actor,
  Actor,
];
const text = (percent: string) =>
  agreementText({ tiers: { boundary: 'atLeast', rows: [{ from: '1', percent }] } });
const any = { directions: 'any', programmes: 'any', partners: 'any', amount: 'any' };
const level = (id: string) => ({ id, name: { en: id, 'zh-CN': id }, approvers: 'anyone' });
const TWO_LEVELS = {
  format: APPROVAL_FORMAT,
  levels: [level('first'), level('second')],
  rules: [{ id: 'all', ...any, levels: ['first', 'second'] }],
};

/** What others can notice of a deed, or what can notice others. */
const STEPS = [
  'proposals.get',
  'dossiers.lock',
  'proposals.approve',
  'proposals.save',
  'batches.take',
  'agreements.record',
];

const { database, stores, admin, owner, waiting, close } = await twoSessions();

afterAll(close);

async function inReview(rules?: object): Promise<{ tenant: TenantId; proposal: string; ports: Ports }> {
  const tenant = await openLedger(owner);
  const ports = portsOn(database.store, DAY);
  if (rules !== undefined) {
    taken(await proposeApprovalRules(ports, tenant, { actor: SVEN, parsed: rules }));
    taken(await confirmApprovalRules(ports, tenant, { actor: FATMA, version: 1 }));
  }
  const { proposal } = taken(await draftAgreement(ports, tenant, { actor: MIA, parsed: text('2') }));
  await submit(ports, tenant, proposal, 1);
  return { tenant, proposal, ports };
}

async function submit(ports: Ports, tenant: TenantId, proposal: string, seen: number): Promise<void> {
  const value = { of: 'expected', amount: decimalOf('1') } as const;
  taken(await submitProposal(ports, tenant, { actor: MIA, proposal, seen, value }));
}

function said(name: string, result: Result<unknown>): string {
  return `${name} ${result.ok ? 'done' : result.refusals[0]?.code}`;
}

const approval = (store: Store, tenant: TenantId, actor: Actor, proposal: string) =>
  approveProposal(portsOn(store, DAY), tenant, { actor, proposal, seen: 1 });

/** Versions, and the percent of the last of them. */
async function versionsOf(tenant: TenantId): Promise<string> {
  const found = await agreementHistory(portsOn(database.store, DAY), tenant, 'TEST');
  const { versions } = taken(found);
  const { rows } = await admin.query<{ text: string }>(
    `SELECT string_agg(substring(text FROM '"percent":"[0-9]+"'), ' ' ORDER BY version) AS text
     FROM agreement_version WHERE tenant_id = $1`,
    [tenant],
  );
  return `${versions.length} versions ${rows[0]?.text ?? ''}`.trim();
}

type Work = (store: Store) => Promise<string>;

/** Plays two works in every order; what each said and what stands in the end. */
async function outcomes(
  begin: () => Promise<readonly [TenantId, Work, Work]>,
  steps = STEPS,
): Promise<string[]> {
  let orders = 0;
  const found = await everySchedule(async () => {
    orders += 1;
    const [tenant, ...works] = await begin();
    const answers: string[] = [];
    const sessions = works.map(
      (work, index): Session =>
        async (turn) => {
          answers[index] = await work(inSteps(stores[index] as OpenStore, turn, steps));
        },
    );
    const outcome = async () => `${answers.join(', ')}: ${await versionsOf(tenant)}`;
    return { sessions, waiting, areAlike: false, outcome };
  });
  process.stdout.write(`${expect.getState().currentTestName}: ${orders} orders\n`);
  expect(orders).toBeGreaterThan(5);
  return [...found.keys()].sort();
}

describe('two at once on one agreement', { timeout: 300_000 }, () => {
  sharedTest(
    'two persons give the one approval that is missing: one version, and one is told that it is done',
    async () => {
      const all = await outcomes(async () => {
        const { tenant, proposal } = await inReview();
        const work =
          (actor: Actor): Work =>
          async (store) =>
            said(actor.id, await approval(store, tenant, actor, proposal));
        return [tenant, work(SVEN), work(FATMA)];
      });
      expect(all).toEqual([
        'sven done, fatma proposal-closed: 1 versions "percent":"2"',
        'sven proposal-closed, fatma done: 1 versions "percent":"2"',
      ]);
    },
  );

  sharedTest('one person with two keys is one pair of eyes', async () => {
    const all = await outcomes(async () => {
      const { tenant, proposal } = await inReview(TWO_LEVELS);
      const work: Work = async (store) => said('sven', await approval(store, tenant, SVEN, proposal));
      return [tenant, work, work];
    });
    expect(all).toEqual([
      'sven approver-repeated, sven done: 0 versions',
      'sven done, sven approver-repeated: 0 versions',
    ]);
  });

  sharedTest('two persons give two levels: one version', async () => {
    const all = await outcomes(async () => {
      const { tenant, proposal } = await inReview(TWO_LEVELS);
      const work =
        (actor: Actor): Work =>
        async (store) =>
          said(actor.id, await approval(store, tenant, actor, proposal));
      return [tenant, work(SVEN), work(FATMA)];
    });
    expect(all).toEqual(['sven done, fatma done: 1 versions "percent":"2"']);
  });

  sharedTest(
    'while one approves, the text is changed and handed in again: nobody approves what was not read',
    async () => {
      const all = await outcomes(async () => {
        const { tenant, proposal } = await inReview();
        const change: Work = async (store) => {
          const ports = portsOn(store, DAY);
          const back = await recallProposal(ports, tenant, { actor: MIA, proposal });
          if (!back.ok) return said('mia', back);
          const entry = { actor: MIA, proposal, seen: 1, parsed: text('9'), onVersionInForce: false };
          taken(await saveDraft(ports, tenant, entry));
          await submit(ports, tenant, proposal, 2);
          return 'mia done';
        };
        return [tenant, async (store) => said('sven', await approval(store, tenant, SVEN, proposal)), change];
      }, ['dossiers.lock', 'proposals.save']);
      expect(all).toEqual([
        'sven done, mia proposal-closed: 1 versions "percent":"2"',
        'sven proposal-not-in-review, mia done: 0 versions',
        'sven proposal-stale, mia done: 0 versions',
      ]);
    },
  );

  sharedTest(
    'two amendments of one version are approved: the second was written on terms that do not stand any more',
    async () => {
      const all = await outcomes(async () => {
        const tenant = await openLedger(owner);
        const ports = portsOn(database.store, DAY);
        taken(
          await recordAgreement(ports, tenant, text('2'), {
            actor: systemActor('demo'),
            asNewVersion: false,
          }),
        );
        const work = async (percent: string): Promise<Work> => {
          const entry = {
            actor: MIA,
            agreement: 'TEST',
            base: 1,
            kind: 'version',
            parsed: text(percent),
          } as const;
          const { proposal } = taken(await amendAgreement(ports, tenant, entry));
          await submit(ports, tenant, proposal, 1);
          return async (store) => said(percent, await approval(store, tenant, SVEN, proposal));
        };
        return [tenant, await work('3'), await work('4')];
      });
      expect(all).toEqual([
        '3 done, 4 proposal-base-stale: 2 versions "percent":"2" "percent":"3"',
        '3 proposal-base-stale, 4 done: 2 versions "percent":"2" "percent":"4"',
      ]);
    },
  );

  sharedTest(
    'without the lock, the keys of the tables still keep one level from being given twice',
    async () => {
      const unlocked = (store: Store): Store => ({
        ...store,
        inTenant: (tenant, work) =>
          store.inTenant(tenant, (tx) =>
            work(replaced(tx, (name, call) => (name === 'dossiers.lock' ? Promise.resolve() : call()))),
          ),
      });
      const all = await outcomes(async () => {
        const { tenant, proposal } = await inReview();
        const work =
          (actor: Actor): Work =>
          async (store) => {
            try {
              return said(actor.id, await approval(unlocked(store), tenant, actor, proposal));
            } catch (error) {
              return `${actor.id} ${(error as { constraint?: string }).constraint ?? error}`;
            }
          };
        return [tenant, work(SVEN), work(FATMA)];
      }, ['proposals.get', 'batches.take', 'proposals.approve']);
      expect(all.every((outcome) => outcome.endsWith(': 1 versions "percent":"2"'))).toBe(true);
      expect(all.join('\n')).toContain('proposal_part_level_once');
    },
  );
});
