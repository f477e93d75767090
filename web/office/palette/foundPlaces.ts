import type { operations } from '../../api/openApi.ts';

type Found = operations['findThings']['responses'][200]['content']['application/json']['rows'][number];

export type Place = {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search: Readonly<Record<string, string>>;
};

export function idOf({ kind, id, code }: Found): string {
  return `${kind} ${id} ${code}`;
}

/** Where a thing that was found is shown; nothing where it has no page. */
export function placeOf({ kind, id }: Found): Place | undefined {
  switch (kind) {
    case 'agreement':
      return { to: '/agreements/$code', params: { code: id }, search: {} };
    case 'partner':
      return { to: '/earnings', search: { partner: id } };
    case 'import':
      return { to: '/facts/imports/$import', params: { import: id }, search: {} };
    case 'claim':
      return { to: '/claims', search: { claim: id } };
    case 'settlement':
      return { to: '/settlement', search: { settlement: id } };
    default:
      return undefined;
  }
}
