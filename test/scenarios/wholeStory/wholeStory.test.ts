import { expect, it } from 'vitest';
import { servedDatabase } from '../../support/api/servedDatabase.ts';
import { type Books, booksOf } from '../../support/moneyStory/booksOf.ts';
import { claimsOf } from '../../support/moneyStory/claimsOf.ts';
import { CUSTOMER_STORY } from '../../support/moneyStory/customerStory.ts';
import { openStory } from '../../support/moneyStory/openStory.ts';
import { playStory } from '../../support/moneyStory/playStory.ts';
import type { Step } from '../../support/moneyStory/step.ts';
import { amountsOf, type Row, tableBelow } from '../../support/moneyStory/storyPage.ts';
import { SUPPLIER_STORY } from '../../support/moneyStory/supplierStory.ts';

// The whole way of the money, over the API on the real database, each request by the person who has to send it.
// What every account holds after every step, the page docs/guides/money-story.md says, worked out by hand.

const { database, api } = await servedDatabase();

it.each([
  ['customer', CUSTOMER_STORY],
  ['supplier', SUPPLIER_STORY],
] as const)('the story of a %s: every account after every step', async (who, steps) => {
  const story = await openStory(database, api);
  const held: [Step, Books][] = [];
  const claims: [Step, readonly Row[]][] = [];
  const found = await playStory(story, steps, {
    after: async (step) => {
      held.push([step, await booksOf(story)]);
      claims.push([step, await claimsOf(story)]);
    },
  });
  const accounts = tableBelow(`Accounts of the ${who}'s story`);
  expect(held.map(([{ name, day }, books]) => ({ step: name, day, ...books.accounts }))).toEqual(
    accounts.map((row) => amountsOf(row)),
  );
  const partners = tableBelow(`Partners of the ${who}'s story`);
  expect(held.flatMap(([{ name }, books]) => ofPartners(name, books))).toEqual(
    partners.map((row) => amountsOf(row)),
  );
  const moved = who === 'customer' ? tableBelow(`Claims of the customer's story`) : [];
  expect(movedClaims(claims)).toEqual(moved.map((row) => amountsOf(row)));
  expect(found).toMatchObject({ findings: '0', waiting: '0' });
});

/** A row for each partner on whose accounts anything stands. */
function ofPartners(step: string, { partners }: Books): Row[] {
  const held = Object.entries(partners).filter(([, amounts]) => Object.keys(amounts).length > 0);
  return held.sort().map(([partner, amounts]) => ({ step, partner, ...amounts }));
}

/** A row for each claim after a step that has moved something of it. */
function movedClaims(claims: readonly [Step, readonly Row[]][]): Row[] {
  const before = new Map<string, string>();
  return claims.flatMap(([{ name }, rows]) =>
    rows.flatMap((row) => {
      const text = JSON.stringify(row);
      if (before.get(row.claim ?? '') === text) return [];
      before.set(row.claim ?? '', text);
      return [{ step: name, ...row }];
    }),
  );
}
