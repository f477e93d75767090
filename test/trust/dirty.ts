import type { Chance } from './chance.ts';
import type { Draft } from './draft.ts';

/** Makes honest records untidy: fields that nobody filled in, names in capitals, lines that came late. Quantities and amounts stay. */
export function dirty(draft: Draft, chance: Chance): void {
  for (const partner of draft.partners) {
    if (chance.happens(0.12)) delete partner.address;
    if (chance.happens(0.15)) delete partner.phone;
    if (chance.happens(0.08)) delete partner.taxId;
    if (chance.happens(0.1)) delete partner.since;
    if (chance.happens(0.1)) partner.name = partner.name.toUpperCase().replaceAll('&', 'AND');
  }
  for (const product of draft.products) {
    if (chance.happens(0.1)) delete product.unitCost;
    if (chance.happens(0.1)) delete product.perOrder;
    if (chance.happens(0.05)) delete product.listPrice;
  }
  for (const line of draft.lines) {
    if (line.knownOn === undefined && chance.happens(0.02)) line.knownOn = line.day + chance.whole(5, 40);
    if (chance.happens(0.1)) delete line.unitMinor;
    if (chance.happens(0.1)) delete line.order;
  }
  for (const approval of draft.approvals) if (chance.happens(0.1)) delete approval.minute;
  for (const claim of draft.claims) {
    if (chance.happens(0.08)) delete claim.reference;
    if (chance.happens(0.08)) delete claim.sentBy;
    claim.lines = claim.lines.map((line) => {
      if (!chance.happens(0.06)) return line;
      const { unit: _, day: __, ...rest } = line;
      return { ...rest, ...(line.product === undefined ? {} : { product: line.product.toLowerCase() }) };
    });
  }
}
