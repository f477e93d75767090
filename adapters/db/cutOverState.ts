import type { TakenOverState } from '../../app/ports/cutOverStore.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { OldFigure } from '../../core/cutOver/decodeFigures.ts';
import { type Decimal, parseDecimal } from '../../core/number/decimal.ts';
import type { Session } from './session.ts';

type PlaceRow = {
  readonly row_number: number;
  readonly agreement: string;
  readonly term: string;
  readonly partner: string;
  readonly window_from: LocalDate;
  readonly window_until: LocalDate;
  readonly currency: string;
};

type BalanceRow = PlaceRow & {
  readonly [name in 'earned' | 'recognised' | 'settled' | 'paid' | 'open_claims']: string;
};

type FigureRow = PlaceRow & {
  readonly amount: string;
  readonly volume: string | null;
  readonly rate: string | null;
  readonly lines: string | null;
};

/** The load of a kind that is current at batch $3, of the cut-over $2. */
const CURRENT = (kind: string) => `
  SELECT id, batch FROM cut_over_load
  WHERE tenant_id = $1 AND cut_over = $2 AND kind = '${kind}' AND batch <= $3
  ORDER BY revision DESC LIMIT 1`;

/** What an agreement has of its cut-over at a batch; undefined where it was not in one by then. */
export async function takenOverState(
  session: Session,
  agreement: string,
  batch: number,
): Promise<TakenOverState | undefined> {
  const [cutOver] = await session.query<{ code: string; last_day: LocalDate; signed: bigint | null }>(
    `SELECT c.code, c.last_day, s.batch AS signed
     FROM agreement a
     JOIN cut_over_agreement x ON x.tenant_id = a.tenant_id AND x.agreement_id = a.id
     JOIN cut_over c ON c.tenant_id = x.tenant_id AND c.code = x.cut_over AND c.batch <= $3
     LEFT JOIN cut_over_signature s ON s.tenant_id = c.tenant_id AND s.cut_over = c.code AND s.batch <= $3
     WHERE a.tenant_id = $1 AND a.code = $2`,
    [session.tenant, agreement, batch],
  );
  if (cutOver === undefined) return undefined;
  const [load] = await session.query<{ id: string; batch: bigint }>(CURRENT('openings'), [
    session.tenant,
    cutOver.code,
    batch,
  ]);
  const rows = load === undefined ? [] : await balancesOf(session, load.id, agreement);
  return {
    lastDay: cutOver.last_day,
    ...(cutOver.signed !== null && { signedAtBatch: Number(cutOver.signed) }),
    openedAtBatch: Number(load?.batch ?? 0n),
    openings: rows.map((row) => ({
      ...toPlace(row),
      balances: {
        earned: BigInt(row.earned),
        recognised: BigInt(row.recognised),
        settled: BigInt(row.settled),
        paid: BigInt(row.paid),
        openClaims: BigInt(row.open_claims),
      },
    })),
  };
}

function balancesOf(session: Session, load: string, agreement: string): Promise<BalanceRow[]> {
  return session.query<BalanceRow>(
    `SELECT o.*, a.code AS agreement FROM opening_balance o
     JOIN agreement a ON a.tenant_id = o.tenant_id AND a.id = o.agreement_id
     WHERE o.tenant_id = $1 AND o.load_id = $2 AND a.code = $3
     ORDER BY o.term, o.partner, o.window_from, o.window_until`,
    [session.tenant, load, agreement],
  );
}

/** The figures of the old system that were loaded last. */
export async function figuresOf(session: Session, cutOver: string): Promise<OldFigure[]> {
  const rows = await session.query<FigureRow>(
    `SELECT f.*, a.code AS agreement FROM old_figure f
     JOIN agreement a ON a.tenant_id = f.tenant_id AND a.id = f.agreement_id
     WHERE f.tenant_id = $1 AND f.load_id = (SELECT id FROM (${CURRENT('figures')}) l)
     ORDER BY f.row_number`,
    [session.tenant, cutOver, Number.MAX_SAFE_INTEGER],
  );
  return rows.map((row) => ({
    ...toPlace(row),
    row: row.row_number,
    minor: BigInt(row.amount),
    ...given('volume', row.volume),
    ...given('rate', row.rate),
    ...given('lines', row.lines),
  }));
}

function toPlace({ agreement, term, partner, window_from: from, window_until: until, currency }: PlaceRow) {
  return { agreement, term, partner, window: { from, until }, currency };
}

function given<Name extends string>(name: Name, text: string | null): { [name in Name]?: Decimal } {
  const value = text === null ? undefined : parseDecimal(text);
  return (value === undefined ? {} : { [name]: value }) as { [name in Name]?: Decimal };
}
