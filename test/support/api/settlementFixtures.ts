import { randomInt } from 'node:crypto';
import { systemActor } from '../../../app/actor.ts';
import { postTransfers } from '../../../app/ledger/postTransfers.ts';
import type { NewSettlement } from '../../../app/ports/settlementStore.ts';
import { rejectDocumentSetting } from '../../../app/settlement/decideDocumentSetting.ts';
import { documentSettings, setCompanyParty } from '../../../app/settlement/documentSettings.ts';
import { transferred } from '../../../core/ledger/transfer.ts';
import { FOUR_EYES } from '../../../core/lifecycle/approvalRules.ts';
import type { SettlementState } from '../../../core/settlement/settlementState.ts';
import { day } from '../facts.ts';
import { importMaster } from '../importMaster.ts';
import { documentOf } from '../rebateDocuments.ts';
import { taken } from '../scenario.ts';
import type { Thing } from './fixtures.ts';
import type { World } from './world.ts';

// Settlements in a world, proposed by somebody who is none of those who ask.

const CLERK = { kind: 'person' as const, id: 'clerk' };

/** A credit note of 300.00 without tax, proposed. */
export function proposedSettlement(world: World): Promise<Thing> {
  return settlementIn(world, 'proposed');
}

/** Another word of how a company stands on its documents, that nobody has decided on. */
export async function waitingSetting({ api, tenant, mark }: World): Promise<Thing> {
  const company = `${mark}-CO`;
  const party = { name: `${mark} ${randomInt(1_000_000_000)}`, addressLines: [], country: 'DE', taxId: mark };
  const say = (name: string) =>
    setCompanyParty(api.ports, tenant, { actor: CLERK, company, party: { ...party, name } });
  await say(mark);
  // What somebody else has said meanwhile is out of the way.
  const { waiting } = taken(await documentSettings(api.ports, tenant, company));
  for (const { id } of waiting) {
    taken(await rejectDocumentSetting(api.ports, tenant, { id, actor: CLERK, reason: mark }));
  }
  const said = taken(await say(party.name));
  return { id: 'id' in said ? said.id : '' };
}

/** What lapses for good: it needs no number. */
export function approvedLapse(world: World): Promise<Thing> {
  return settlementIn(world, 'approved', { kind: 'lapse', reason: 'lapse' });
}

export async function issuedLapse(world: World): Promise<Thing> {
  const { id } = await approvedLapse(world);
  const at = world.api.ports.clock.now();
  await world.api.ports.store.inTenant(world.tenant, async (tx) =>
    tx.settlements.issue(id, { issuedOn: day('2026-08-31'), at, batch: await tx.batches.last() }),
  );
  return { id };
}

/** One that was issued to a partner, with its document. */
export async function issuedNote(world: World, partner = `${world.mark}-P1`): Promise<Thing> {
  const { api, tenant, mark } = world;
  const { id } = await settlementIn(world, 'approved', { beneficiary: partner });
  const document = documentOf({ company: `${mark}-CO`, partner, number: `CN-${id}` });
  const { issuedOn } = document;
  await api.ports.store.inTenant(tenant, async (tx) => {
    const issue = { issuedOn, at: api.ports.clock.now(), batch: await tx.batches.last(), document };
    await tx.settlements.issue(id, { ...issue, year: 2026 });
  });
  return { id };
}

/** One that is owed in the books as well. */
export async function postedNote(world: World): Promise<Thing> {
  const { api, tenant, mark } = world;
  const { id } = await issuedNote(world);
  const sides = { debit: 'accruedLiability', credit: 'partnerPayable' } as const;
  const place = { company: `${mark}-CO`, partner: `${mark}-P1`, currency: 'EUR', event: 'settle' } as const;
  const origin = { kind: 'settlement', id };
  const owed = transferred(30_000n, sides, {
    ...place,
    origin,
    effectiveOn: day('2026-08-31'),
    leg: 'line 1',
  });
  await api.ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.last();
    await postTransfers(tx, owed, { day: day('2026-08-31'), at: api.ports.clock.now(), batch });
  });
  return { id };
}

/** One whose number another system gives. */
export async function unnumberedSettlement(world: World): Promise<Thing> {
  const { api, tenant, mark } = world;
  const partner = { kind: 'partner' as const, code: `${mark}-P1`, name: mark, attributes: { country: 'DE' } };
  // Whatever was said of it from a later day on.
  const versions = [partner, { ...partner, validFrom: day('2026-01-01') }];
  taken(await importMaster(api.ports, tenant, versions, systemActor('demo')));
  const party = { name: mark, addressLines: [], country: 'DE', taxId: mark };
  await setCompanyParty(api.ports, tenant, { actor: CLERK, company: `${mark}-CO`, party });
  return settlementIn(world, 'awaitingNumber');
}

async function settlementIn(
  { api, tenant, mark }: World,
  state: SettlementState,
  differs: Partial<NewSettlement> = {},
): Promise<Thing> {
  const { ports } = api;
  const [id, run] = [ports.ids.next(), ports.ids.next()];
  const window = { from: day('2026-01-01'), until: day('2027-01-01') };
  const place = { agreement: `${mark}-A`, term: 'volume', participant: `${mark}-P1` };
  const account = { ...place, window, currency: 'EUR' };
  const lapse = differs.kind === 'lapse' ? ({ lapse: 'belowMinimum', rate: '' } as const) : { rate: 'none' };
  const amounts = { statedMinor: 30_000n, netMinor: 30_000n };
  const line = {
    account,
    number: randomInt(1, 2 ** 31 - 1),
    stage: 'interim',
    ...lapse,
    ...amounts,
  } as const;
  const head = { company: `${mark}-CO`, beneficiary: `${mark}-P1`, at: ports.clock.now() };
  await ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.last();
    const found = { account, beneficiary: head.beneficiary, asOf: day('2026-08-31') };
    const none = {
      documented: 0n,
      lapsed: 0n,
      earned: 30_000n,
      adjusted: 0n,
      stage: 'interim',
      parts: [],
    } as const;
    await tx.settlements.propose(
      {
        id: run,
        company: head.company,
        day: day('2026-08-31'),
        batch,
        waivers: [],
        actor: CLERK,
        at: head.at,
      },
      [{ ...found, ...none }],
      [
        {
          ...{ ...head, id, run, side: 'payable', kind: 'creditNote', reason: 'settlement' },
          isAdvance: false,
          ...{ method: 'creditNote', treatment: 'outsideScope', amountsStated: 'net', currency: 'EUR' },
          ...{ netMinor: 30_000n, taxMinor: 0n, grossMinor: 30_000n, withheldMinor: 0n, paymentDays: 30 },
          ...{ levels: FOUR_EYES.levels, author: CLERK, lines: [line] },
          taxes: new Map(differs.kind === 'lapse' ? [] : [['none', { netMinor: 30_000n, taxMinor: 0n }]]),
          ...differs,
        },
      ],
    );
    if (state !== 'proposed') {
      await tx.settlements.approve(id, { person: 'other', level: 'secondPerson', at: head.at });
    }
    await tx.settlements.move(id, state);
  });
  return { id };
}
