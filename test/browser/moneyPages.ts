import type { Role } from '../../app/access/role.ts';
import { createMember } from '../../app/accounts/createMember.ts';
import { systemActor } from '../../app/actor.ts';
import { CUSTOMER_STORY } from '../support/moneyStory/customerStory.ts';
import { type MoneyStory, openStory } from '../support/moneyStory/openStory.ts';
import { playStory } from '../support/moneyStory/playStory.ts';
import type { PersonName, Step } from '../support/moneyStory/step.ts';
import { SUPPLIER_STORY } from '../support/moneyStory/supplierStory.ts';
import { taken } from '../support/scenario.ts';
import { stands } from './chromium.ts';
import { keepPicture } from './keepPicture.ts';
import { type Look, openPages, type Pages, type Visit } from './openPages.ts';

const PASSWORD = 'a lamp, a boat, 3 keys';

/** Who signs in, with the roles that the story needs: none of them decides on what they have proposed. */
const ROLES: Readonly<Record<PersonName, readonly Role[]>> = {
  anna: ['analyst', 'finance'],
  ben: ['approver'],
  carla: ['finance', 'payer'],
  dora: ['finance', 'auditor'],
};

export type MoneyPages = Pages & {
  readonly story: MoneyStory;
  /** A browser in which this person is signed in, at an address. */
  readonly as: (who: PersonName, path: string, look?: Look) => Promise<Visit>;
};

/** The pages with a tenant in which the stories of the money have been played up to these steps. */
export async function openMoneyPages(customer: string, supplier = ''): Promise<MoneyPages> {
  const pages = await openPages();
  const story = await openStory(pages.database, pages.world.api);
  // Both stories call some of their steps alike; each deed has a key of its own.
  const mirror = upTo(SUPPLIER_STORY, supplier).map((step) => ({ ...step, name: `supplier ${step.name}` }));
  const steps = [...upTo(CUSTOMER_STORY, customer), ...mirror].sort((a, b) => a.day.localeCompare(b.day));
  await playStory(story, steps);
  for (const [name, roles] of Object.entries(ROLES)) {
    const member = {
      ...{ email: `${name}@example.com`, name, password: PASSWORD },
      roles: roles.map((role) => ({ role })),
    };
    taken(await createMember(story.api.ports, story.tenant, member, systemActor('cli')));
  }
  return {
    ...pages,
    story,
    as: async (who, path, look) => {
      const visit = await pages.visit('/sign-in', look);
      const { page } = visit;
      await page.locator('input[type=email]').fill(`${who}@example.com`);
      await page.locator('input[type=password]').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.pathname.includes('sign-in'));
      await page.goto(`${pages.address}${path}`);
      await stands(page);
      return visit;
    },
  };
}

function upTo(steps: readonly Step[], name: string): readonly Step[] {
  return steps.slice(0, steps.findIndex((step) => step.name === name) + 1);
}

/** Keeps a picture of what somebody sees. */
export const picture = ({ page }: Visit, name: string): Promise<void> => keepPicture(page, name);
