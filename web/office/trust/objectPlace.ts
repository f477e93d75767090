import type { FoundObject } from './trustTypes.ts';

/** Where a record that was found is looked at: an address of the office; undefined where it has no page of its own. */
export function objectPlace(object: FoundObject, id: string): string | undefined {
  const of = encodeURIComponent(id);
  const parts = id.split('/');
  const [first = '', second = '', third = ''] = parts.map(encodeURIComponent);
  switch (object) {
    case 'claim':
      return `/claims?claim=${of}`;
    case 'claimLine':
      return `/claims?claim=${first}`;
    case 'settlement':
      return `/settlement?settlement=${of}`;
    case 'partner':
      return `/facts/master?thing=partner&code=${of}`;
    case 'product':
      return `/facts/master?thing=product&code=${of}`;
    case 'agreement':
      return `/agreements/${of}`;
    case 'adjustment':
      return `/ledger/adjustments?adjustment=${of}`;
    case 'bankChange':
      return `/settlement/accounts?partner=${first}`;
    case 'line':
      return `/facts?source=${first}&of=${second}&line=${third}`;
    case 'earning':
      return `/earnings?agreement=${first}&partner=${second}`;
    case 'payment':
      return '/settlement/payments';
    default:
      return undefined;
  }
}
