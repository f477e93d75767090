import type { Claim } from '../business/claimsOf.ts';
import { claimLineId, type DraftLine, lineId, MILLION, workdayFrom, worth } from '../draft.ts';
import {
  addClaim,
  addLine,
  addSupportClaim,
  agreementOf,
  type Case,
  caseOf,
  changeClaimLine,
  type Ground,
  linesOfClaim,
  mistype,
  named,
  newDocument,
  type Plant,
  removeClaim,
  repay,
  takeClaims,
} from './ground.ts';

type ClaimLine = Claim['lines'][number];
type Change = (line: ClaimLine, claim: Claim) => Partial<ClaimLine> | undefined;

/** Changes one line of an honest claim, the dearest one, and pays what it has become. */
function spoil(kind: string, change: (ground: Ground) => Change): Plant {
  return {
    kind,
    group: 'fraud',
    plant: (ground) =>
      takeClaims(ground).flatMap((claim): Case[] => {
        const at = claim.lines.reduce(
          (best, { minor }, index) => (minor > (claim.lines[best]?.minor ?? 0) ? index : best),
          0,
        );
        const line = claim.lines[at] as ClaimLine;
        const changed = change(ground)(line, claim);
        if (changed === undefined) return [];
        const before = claim.minor;
        changeClaimLine(claim, at, changed);
        repay(ground, claim, before);
        const minor = Math.max(
          0,
          (changed.minor ?? line.minor) -
            (kind === 'claimMoreThanSold' || kind === 'claimWrongPrice' || kind === 'claimWrongUnit'
              ? line.minor
              : 0),
        );
        return [
          caseOf(
            'claimLine',
            claimLineId(claim, line),
            [named('claim', claim.claim), ...sale(ground, line)],
            minor,
          ),
        ];
      }),
  };
}

function sale({ index }: Ground, { document, line }: ClaimLine) {
  return index
    .ofDocument(document ?? '')
    .filter((one) => one.line === line)
    .map((one) => named('line', lineId(one)));
}

/** A quarter more up to three times of what was sold; disguised, a few percent, but at least a piece. */
export const claimMoreThanSold = spoil(
  'claimMoreThanSold',
  ({ chance, disguised, draft }) =>
    ({ quantity = 0, unitMinor = 0 }) => {
      const more = Math.max(
        draft.unit === 'EA' ? MILLION : 1,
        Math.round((quantity * chance.whole(disguised ? 4 : 25, disguised ? 15 : 200)) / 100),
      );
      const claimed = draft.unit === 'EA' ? quantity + Math.ceil(more / MILLION) * MILLION : quantity + more;
      return { quantity: claimed, minor: worth(claimed, unitMinor) };
    },
);

/** More for a unit than list price less contract price. */
export const claimWrongPrice = spoil(
  'claimWrongPrice',
  ({ chance, disguised }) =>
    ({ quantity = 0, unitMinor = 0 }) => {
      const claimed = Math.max(
        unitMinor + 1,
        Math.round((unitMinor * chance.whole(disguised ? 105 : 130, disguised ? 120 : 250)) / 100),
      );
      return { unitMinor: claimed, minor: worth(quantity, claimed) };
    },
);

/** Pieces claimed as if each were a carton of twelve. */
export const claimWrongUnit = spoil('claimWrongUnit', ({ draft }) => ({ quantity = 0, unitMinor = 0 }) => {
  const unitOf12 = unitMinor * 12;
  return { unit: draft.unit === 'L' ? 'CS' : 'DZ', unitMinor: unitOf12, minor: worth(quantity, unitOf12) };
});

/** Another product than was sold, or than the agreement is for: the sale named is of another one. */
export const claimWrongProduct = spoil('claimWrongProduct', ({ index, chance, draft }) => (line, claim) => {
  const partner = claim.claimant === 'us' && draft.side === 'sale' ? undefined : claim.partner;
  const pool = partner === undefined ? draft.lines.slice(0, 2_000) : index.ofPartner(partner);
  const others = pool.filter(
    ({ product, quantity, kind }) => product !== line.product && quantity > 0 && kind === 'goods',
  );
  if (others.length === 0) return undefined;
  const other = chance.pick(others);
  return {
    document: other.document,
    line: other.line,
    product: other.product,
    day: other.day,
    quantity: other.quantity,
    minor: worth(other.quantity, line.unitMinor ?? 0),
  };
});

/** No such sale: a document number that nobody wrote. */
export const claimWithoutSale = spoil('claimWithoutSale', (ground) => (line) => {
  const document = ground.disguised
    ? mistype(line.document ?? '', ground.chance)
    : newDocument(ground, line.document ?? '');
  return ground.index.ofDocument(document).length > 0 ? undefined : { document };
});

/** A sale before the agreement began or after its end. */
export const claimOutsideValidity: Plant = {
  kind: 'claimOutsideValidity',
  group: 'fraud',
  plant: (ground) =>
    takeClaims(ground).flatMap((claim): Case[] => {
      const agreement = agreementOf(ground, claim.agreement);
      const last = Math.max(...claim.lines.map(({ day }) => day ?? 0));
      const later = ground.draft.claims.filter(
        (one) => one.agreement === claim.agreement && one.sentOn > claim.sentOn,
      );
      if (agreement === undefined || later.some((one) => ground.taken.has(one.claim))) return [];
      for (const one of later) removeClaim(ground, one);
      agreement.until = last - (ground.disguised ? 0 : ground.chance.whole(0, 3));
      const late = claim.lines.filter(({ day }) => (day ?? 0) >= (agreement.until ?? 0));
      const minor = late.reduce((sum, line) => sum + line.minor, 0);
      return [
        caseOf(
          'claimLine',
          claimLineId(claim, late[0] as ClaimLine),
          [named('claim', claim.claim), ...late.map((line) => named('claimLine', claimLineId(claim, line)))],
          minor,
        ),
      ];
    }),
};

/** Parts of one sale claimed in another claim, which together are more than was sold. */
export const claimedInParts: Plant = {
  kind: 'claimedInParts',
  group: 'fraud',
  plant: (ground) =>
    takeClaims(ground).map((claim) => {
      const [line] = claim.lines as [ClaimLine];
      const { quantity = 0, unitMinor = 0 } = line;
      const part =
        ground.draft.unit === 'EA'
          ? Math.max(MILLION, Math.ceil((quantity * ground.chance.whole(30, 70)) / 100 / MILLION) * MILLION)
          : Math.round(quantity / 2);
      const minor = worth(part, unitMinor);
      const sentOn = Math.min(workdayFrom(claim.sentOn + ground.chance.whole(10, 50)), ground.draft.today);
      const { reference: _, ...rest } = claim;
      const second = addClaim(ground, {
        ...rest,
        claim: ground.codes('CL'),
        reference: mistype(claim.reference ?? '', ground.chance),
        sentOn,
        state: 'accepted',
        minor,
        lines: [{ ...line, number: 1, quantity: part, minor }],
      });
      return caseOf(
        'claimLine',
        claimLineId(second, { number: 1 }),
        [
          named('claim', second.claim),
          named('claim', claim.claim),
          named('claimLine', claimLineId(claim, line)),
          ...sale(ground, line),
        ],
        minor,
      );
    }),
};

/** Returned before it was claimed; and, where documents say so, cancelled altogether. */
export const claimForReturned: Plant = {
  kind: 'claimForReturned',
  group: 'fraud',
  plant: (ground) => claimsOfTakenBack(ground, false),
};
export const claimForCancelled: Plant = {
  kind: 'claimForCancelled',
  group: 'fraud',
  plant: (ground) => claimsOfTakenBack(ground, true),
};

function claimsOfTakenBack(ground: Ground, cancelled: boolean): Case[] {
  return takeClaims(ground).flatMap((claim): Case[] => {
    const [line] = claim.lines as [ClaimLine];
    const sold = ground.index.ofDocument(line.document ?? '').find((one) => one.line === line.line);
    if (sold === undefined) return [];
    const day = Math.max(
      sold.day,
      Math.min(claim.sentOn - 1, sold.day + ground.chance.whole(0, cancelled ? 3 : 15)),
    );
    const back = takeBack(ground, sold, day, cancelled);
    return [
      caseOf(
        'claimLine',
        claimLineId(claim, line),
        [named('claim', claim.claim), named('line', lineId(sold)), named('line', lineId(back))],
        line.minor,
      ),
    ];
  });
}

/** A return or a cancellation in full; disguised, it names no sale, as in the real set. */
export function takeBack(ground: Ground, sold: DraftLine, day: number, cancelled: boolean): DraftLine {
  const of = { document: sold.document, line: sold.line };
  const names = ground.disguised ? {} : cancelled ? { correctionOf: of } : { returnOf: of };
  return addLine(ground, {
    ...sold,
    document: newDocument(ground, sold.document),
    day,
    quantity: -sold.quantity,
    minor: -sold.minor,
    ...names,
  });
}

/** One sale claimed under two agreements that do not pay beside each other is planted elsewhere; this adds up sales nobody made. */
export const claimForOthersSales: Plant = {
  kind: 'claimForOthersSales',
  group: 'fraud',
  plant: (ground) => {
    if (ground.draft.side !== 'sale') return [];
    return takeClaims(ground).flatMap((model): Case[] => {
      const agreement = agreementOf(ground, model.agreement);
      const [line] = model.lines;
      if (agreement === undefined || agreement.side === 'supplier' || line === undefined) return [];
      const others = ground.index
        .ofProduct(line.product ?? '')
        .filter(
          (one) =>
            one.partner !== model.partner &&
            one.quantity > 0 &&
            Math.abs(one.day - (line.day ?? 0)) < 40 &&
            (one.unitMinor ?? 0) > (agreement.contractPrice ?? 0),
        );
      if (others.length === 0) return [];
      const claim = addSupportClaim(ground, agreement, ground.chance.some(others, 3), model.sentOn);
      return [caseOf('claim', claim.claim, [...linesOfClaim(claim)], claim.minor)];
    });
  },
};
