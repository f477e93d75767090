import { type Keyed, onceOnly } from '../../adapters/http/onceOnly.ts';
import type { Answer, Asked } from '../../adapters/http/route.ts';
import { type SettlementUseCases, settlementRoutes } from '../../adapters/http/routes/settlementRoutes.ts';
import { joinedPorts } from '../../app/joinedStore.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { makeReport } from '../../app/reports/makeReport.ts';
import { previewSettlement } from '../../app/settlement/planSettlement.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { settlementUseCases } from './settlementUseCases.ts';

/** What calculates for long, by name. */
export const ASIDE_WORKS = {
  makeReport,
  previewSettlement,
  proposeSettlementOnce,
} as const satisfies Readonly<
  Record<string, (ports: Ports, tenant: TenantId, asked: never) => Promise<unknown>>
>;

export type AsideWork = keyof typeof ASIDE_WORKS;
export type AskedOf<W extends AsideWork> = Parameters<(typeof ASIDE_WORKS)[W]>[2];
export type AnswerOf<W extends AsideWork> = Awaited<ReturnType<(typeof ASIDE_WORKS)[W]>>;

/** What a thread is asked, and what it says to it. */
export type AsideQuestion = {
  readonly id: number;
  readonly work: AsideWork;
  readonly tenant: TenantId;
  readonly asked: unknown;
};
export type AsideAnswer = { readonly id: number } & (
  | { readonly answer: unknown }
  | { readonly error: { readonly message: string; readonly code: unknown } }
);

/** A request as the thread is told of it, with the key under which it is done once. */
export type AskedOnce = { readonly asked: Asked; readonly keyed: Keyed };

/** The key, the settlements and the answer are written in one transaction of the thread. */
function proposeSettlementOnce(
  ports: Ports,
  tenant: TenantId,
  { asked, keyed }: AskedOnce,
): Promise<Result<Answer>> {
  const propose = settlementRoutes.find(({ id }) => id === 'proposeSettlement');
  if (propose === undefined) throw new Error('Fault: nothing proposes settlements');
  return onceOnly<SettlementUseCases>(
    (caller, work) =>
      ports.store.inTenant(tenant, (tx) =>
        work(settlementUseCases(joinedPorts(ports, tenant, tx), caller, undefined), tx.idempotency),
      ),
    keyed,
    (useCases) => propose.respond(asked, useCases),
  );
}
