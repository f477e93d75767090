import type { operations } from '../../api/openApi.ts';

export type Found = operations['findThings']['responses'][200]['content']['application/json']['rows'][number];

/** Where a thing that was found is shown. */
export function placeOf({ kind, id, code }: Found): {
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
} {
  switch (kind) {
    case 'agreement':
      return { to: '/earnings', search: { agreement: id } };
    case 'partner':
      return { to: '/earnings', search: { partner: id } };
    case 'claim':
      return { to: '/claims', search: { claim: id } };
    default:
      return { to: '/earnings', search: { [kind]: code } };
  }
}
