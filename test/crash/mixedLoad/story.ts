import type { Draw } from '../seededRandom.ts';
import type { ExpectedBooks } from './expectedBooks.ts';
import type { Answered, LoadClient, Told } from './loadClient.ts';

/** Who tells a story: under a mark that nobody else has. */
export type Teller = {
  readonly client: LoadClient;
  readonly approver: string;
  readonly mark: string;
  readonly told: Told;
  readonly books: ExpectedBooks;
  readonly draw: Draw;
};

/** Deeds one after the other, and what is to be there afterwards. */
export type Story = (teller: Teller) => Promise<void>;

/** Notes an answer that is not as it should be. */
export function expectStatus(told: Told, { status, body }: Answered, wanted: number, like: object): void {
  if (status !== wanted || !isLike(body, like)) {
    told.odd.push(`${status} ${JSON.stringify(body)}, not ${wanted} ${JSON.stringify(like)}`);
  }
}

function isLike(found: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return found === wanted;
  const fields = found as Record<string, unknown> | null | undefined;
  return Object.entries(wanted).every(([name, value]) => isLike(fields?.[name], value));
}
