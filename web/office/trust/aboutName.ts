import type { TrustCase } from './trustTypes.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What people call the thing that a case is about; one without a number of its own, such as a settlement that is not issued, after its partner. */
export function aboutName({ about, partner, partnerName }: TrustCase): string {
  return ID.test(about) ? (partnerName ?? partner ?? about) : about;
}
