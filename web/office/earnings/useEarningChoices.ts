import { useQuery } from '@tanstack/react-query';
import { call, type Schemas } from '../../api/client.ts';
import { useReader } from '../../text/ReaderContext.tsx';
import type { Choice } from '../../ui/choices.ts';

const ROWS_AT_ONCE = 500;

/** Beyond that the list is narrowed by its address. */
const ROWS_MAX = 10_000;

type Query = { readonly limit: string; readonly cursor?: string };
type Choices = { readonly agreements: readonly Choice[]; readonly partners: readonly Choice[] };

/** The agreements and partners that there are amounts of, by name. */
export function useEarningChoices(): Choices {
  const { name, compare } = useReader();
  const { data = [] } = useQuery({ queryKey: ['earning choices'], queryFn: allEarnings, staleTime: 300_000 });
  const agreements = new Map(data.map((row) => [row.agreement, name(row.agreementName)]));
  const partners = new Map(data.map((row) => [row.partner, row.partnerName]));
  return { agreements: sorted(agreements, compare), partners: sorted(partners, compare) };
}

function sorted(
  names: ReadonlyMap<string, string>,
  compare: (a: string, b: string) => number,
): readonly Choice[] {
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => compare(a.name, b.name));
}

async function allEarnings({
  signal,
}: {
  readonly signal: AbortSignal;
}): Promise<readonly Schemas['Earning'][]> {
  const rows: Schemas['Earning'][] = [];
  let next: string | null = '';
  while (next !== null && rows.length < ROWS_MAX) {
    const query: Query = { limit: String(ROWS_AT_ONCE), ...(next !== '' && { cursor: next }) };
    const { data } = await call.GET('/api/v1/earnings', { params: { query }, signal });
    rows.push(...(data?.rows ?? []));
    next = data?.next ?? null;
  }
  return rows;
}
