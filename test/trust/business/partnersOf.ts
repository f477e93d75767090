import type { Chance } from '../chance.ts';
import type { DraftOf } from '../draft.ts';
import type { Trade } from '../sets/trade.ts';

const FAMILIES =
  'Abbott Barlow Carver Dawson Ellison Fenwick Garland Hartley Ingram Jessop Kendall Lambert Mercer Norwood Osborne Prescott Quinn Radford Sutton Thorpe Underhill Vickers Walton Yardley Ashdown Bramley Colville Draycott Everard Fairfax'.split(
    ' ',
  );
const TRADES =
  'Gifts;Home;Interiors;Garden Supplies;Stationery;Toys;Homewares;Trading;Retail;Emporium;Stores;Wholesale;& Sons;Living'.split(
    ';',
  );
const FORMS = ['Ltd', 'Limited', 'plc', 'LLP', ''];
const STREETS =
  'High Street;Church Lane;Station Road;Mill Lane;King Street;Market Place;Dock Road;Park Avenue'.split(';');

/** Master data of partners: what the set says, and the rest made up by their codes and a seed. */
export function partnersOf(trade: Trade, chance: Chance): DraftOf<'partners'>[] {
  const first = new Map<string, number>();
  for (const { partner, day } of trade.lines) {
    first.set(partner, Math.min(day, first.get(partner) ?? day));
  }
  return trade.partners.map((partner) => {
    const own = chance.fork(partner.partner);
    const since = (first.get(partner.partner) ?? 0) - own.whole(20, 900);
    return {
      partner: partner.partner,
      kind: partner.kind,
      name: partner.name ?? nameOf(own),
      address: partner.address ?? addressOf(own),
      phone: phoneOf(own),
      email: `office@${partner.partner.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example`,
      taxId: taxIdOf(own),
      bankAccounts: [bankAccountOf(own)],
      segment: partner.segment ?? own.pick(['key', 'trade', 'trade', 'small', 'small']),
      ...(partner.country ? { country: partner.country } : {}),
      ...(first.has(partner.partner) ? { since } : {}),
    };
  });
}

function nameOf(chance: Chance): string {
  return `${chance.pick(FAMILIES)} ${chance.pick(TRADES)} ${chance.pick(FORMS)}`.trim();
}

export function addressOf(chance: Chance): string {
  return `${chance.whole(1, 480)} ${chance.pick(STREETS)}, ${chance.pick(FAMILIES)}ton ${chance.whole(10_000, 99_999)}`;
}

export function phoneOf(chance: Chance): string {
  return `+44 ${chance.whole(1_000, 9_999)} ${chance.whole(100_000, 999_999)}`;
}

export function taxIdOf(chance: Chance): string {
  return `GB${chance.whole(100_000_000, 999_999_999)}`;
}

export function bankAccountOf(chance: Chance): string {
  return `GB${chance.whole(10, 98)}ORBT${chance.whole(1_000_000, 9_999_999)}${chance.whole(1_000_000, 9_999_999)}`;
}
