import { expect, test } from 'vitest';
import type { StoredClaim } from '../ports/claimStore.ts';
import type { Tx } from '../ports.ts';
import { claimDuties } from './claimDuties.ts';
import type { DutyQuestion } from './duty.ts';

const TODAY = 20_000;

/** One line over 100 minor units, of which 30 are disputed. */
function claim(claimant: StoredClaim['claimant'], dueOn: number) {
  return {
    id: `${claimant} ${dueOn}`,
    claimant,
    currency: 'EUR',
    dueOn,
    lines: [{ number: 1, minor: 100n }],
  };
}

async function atRisk(claims: readonly ReturnType<typeof claim>[]) {
  const move = {
    ...{ line: 1, minor: 30n, from: { position: 'undecided' } },
    to: { position: 'disputed', reason: 'price' },
  };
  const tx = {
    claims: {
      page: () => Promise.resolve(claims),
      moves: (ids: readonly string[]) => Promise.resolve(new Map(ids.map((id) => [id, [move]]))),
    },
  } as unknown as Tx;
  const caller = { scopes: new Set(['claims:read']) } as unknown as DutyQuestion['caller'];
  const found = await claimDuties({ tx, caller, day: TODAY, now: new Date(0) });
  return Object.fromEntries(found.atRisk);
}

test.each([
  ['what is disputed of a claim of ours', [claim('us', TODAY)], { EUR: 30n }],
  ['all that is open of one that is late', [claim('us', TODAY - 1)], { EUR: 100n }],
  ['both', [claim('us', TODAY), claim('us', TODAY - 1)], { EUR: 130n }],
  ['nothing of what is claimed from us: we would keep it', [claim('partner', TODAY - 1)], {}],
] as const)('at risk is %s', async (_, claims, expected) => {
  expect(await atRisk(claims)).toEqual(expected);
});
