import type { Answer } from '../api/answer.ts';
import { api } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useMe } from '../session/useMe.ts';

/** What a tenant shows of itself, with the address of its sign. */
export type ShownBrand = Pick<Answer<'getBrand'>, 'name' | 'accent' | 'logo'> & {
  readonly logoAddress: string;
};

const KEPT = { staleTime: 300_000 };

/**
 * The brand of the tenant whose address it is, else of the one that the reader works for; null where it is ours, undefined while
 * nobody knows.
 */
export function useBrand(): ShownBrand | null | undefined {
  const door = api.useQuery('get', '/api/v1/welcome', {}, KEPT);
  const me = useMe();
  const own = api.useQuery('get', '/api/v1/brand', {}, { ...KEPT, enabled: me.data !== undefined });
  if (door.data === undefined) return door.error === null ? undefined : null;
  if (door.data.tenant !== null) return shown(door.data.brand, () => '/api/v1/welcome/logo');
  if (own.data !== undefined) return shown(own.data, (sha256) => `/api/v1/brand/logos/${sha256}`);
  const isNobody = own.error !== null || (me.error !== null && asProblem(me.error).status !== 0);
  return isNobody ? null : undefined;
}

function shown(
  brand: Omit<ShownBrand, 'logoAddress'> | null,
  addressOf: (sha256: string) => string,
): ShownBrand | null {
  if (brand === null) return null;
  const { name, accent, logo } = brand;
  return { name, accent, logo, logoAddress: logo === null ? '' : addressOf(logo.sha256) };
}
