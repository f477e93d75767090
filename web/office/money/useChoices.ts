import { useQuery } from '@tanstack/react-query';
import { api, call } from '../../api/client.ts';
import { useReader } from '../../text/ReaderContext.tsx';
import type { Choice } from '../../ui/choices.ts';

const ROWS_AT_ONCE = 500;

/** Beyond that a name is found by its code. */
const ROWS_MAX = 5_000;
const KEPT = { staleTime: 300_000 };

type Page<R> = { readonly rows: readonly R[]; readonly next: string | null } | undefined;

async function everyPage<R>(
  ask: (query: { readonly limit: string; readonly cursor?: string }) => Promise<{ readonly data?: Page<R> }>,
): Promise<readonly R[]> {
  const rows: R[] = [];
  let next: string | null = '';
  while (next !== null && rows.length < ROWS_MAX) {
    const { data }: { readonly data?: Page<R> } = await ask({
      limit: String(ROWS_AT_ONCE),
      ...(next !== '' && { cursor: next }),
    });
    rows.push(...(data?.rows ?? []));
    next = data?.next ?? null;
  }
  return rows;
}

/** Our partners by name. */
export function usePartners(): readonly Choice[] {
  const { compare } = useReader();
  const { data = [] } = useQuery({
    ...KEPT,
    queryKey: ['partners by name'],
    queryFn: ({ signal }) =>
      everyPage((query) =>
        call.GET('/api/v1/master-data', { params: { query: { ...query, kind: 'partner' } }, signal }),
      ),
  });
  return data.map(({ code, name }) => ({ id: code, name })).sort((a, b) => compare(a.name, b.name));
}

/** Agreements by name. */
export function useAgreements(): readonly Choice[] {
  const { compare, name } = useReader();
  const { data = [] } = useQuery({
    ...KEPT,
    queryKey: ['agreements by name'],
    queryFn: ({ signal }) =>
      everyPage((query) => call.GET('/api/v1/agreements', { params: { query }, signal })),
  });
  return data
    .map((row) => ({ id: row.agreement, name: row.name === null ? row.agreement : name(row.name) }))
    .sort((a, b) => compare(a.name, b.name));
}

/** Companies of ours as they are asked for: what is shown of one of them needs them first. */
export function useCompanyList() {
  return api.useQuery('get', '/api/v1/companies', {}, KEPT);
}

/** Companies of ours, and the day that it is for each. */
export function useCompanies() {
  const { data } = useCompanyList();
  return (data?.rows ?? []).map(({ code, name, today }) => ({ id: code, name, today }));
}

/** Our own people: whose deeds they are, and who can be given work. */
export function useColleagues() {
  const { data = [] } = useQuery({
    ...KEPT,
    queryKey: ['colleagues'],
    queryFn: ({ signal }) =>
      everyPage((query) => call.GET('/api/v1/colleagues', { params: { query }, signal })),
  });
  return data;
}
