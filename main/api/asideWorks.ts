import type { Ports, TenantId } from '../../app/ports.ts';
import { makeReport } from '../../app/reports/makeReport.ts';
import { previewSettlement } from '../../app/settlement/planSettlement.ts';

/** What calculates for long and only reads, by name. */
export const ASIDE_WORKS = { makeReport, previewSettlement } as const satisfies Readonly<
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
