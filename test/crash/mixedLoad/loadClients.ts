import { setTimeout as sleep } from 'node:timers/promises';
import { type Draw, seededRandom } from '../seededRandom.ts';
import type { ExpectedBooks } from './expectedBooks.ts';
import { allOrNothing, goodRows, sentOnce, takenOut, undone } from './lineStories.ts';
import { loadClient, type Told } from './loadClient.ts';
import type { LoadTenant } from './openTenant.ts';
import { agreementLife, factsBeside, personAndReads } from './otherStories.ts';
import type { Story } from './story.ts';

const STORIES: readonly Story[] = [
  goodRows,
  allOrNothing,
  undone,
  takenOut,
  sentOnce,
  factsBeside,
  personAndReads,
  agreementLife,
];

/** So that the books of a round stay small enough to be calculated many times. */
const PAUSE_MS = 60;

/** So many clients tell one story after the other, until it is over; resolves when the last has ended. */
export async function loadClients(
  count: number,
  address: string,
  tenant: LoadTenant,
  told: Told,
  books: ExpectedBooks,
  seed: number,
): Promise<void> {
  const client = loadClient(address, tenant.secret, told);
  const tell = async (number: number) => {
    const draw: Draw = seededRandom(seed + number);
    for (let at = 0; !told.isOver; at += 1) {
      // Each of them once before any of them twice.
      const story = STORIES[(at + number) % STORIES.length] as Story;
      const mark = `${number}x${at}`;
      await story({ client, approver: tenant.approver, mark, told, books, draw }).catch((error: Error) => {
        told.odd.push(`${story.name} ${mark}: ${error.stack}`);
      });
      await sleep(draw(PAUSE_MS));
    }
  };
  await Promise.all(Array.from({ length: count }, (_, number) => tell(number)));
}
