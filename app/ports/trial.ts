import type { Result } from '../../core/refusal/refusals.ts';
import type { TenantId } from '../ports.ts';

/** How far the sandbox that is made anew is: what is done, and of how many where that is known. */
export type ResetProgress = {
  readonly state: 'running' | 'done' | 'failed';
  readonly step: 'facts' | 'calculation' | 'money' | 'people';
  readonly done: number;
  readonly total?: number;
};

export type NewCompany = {
  /** Of the tenant. */
  readonly code: string;
  readonly name: string;
  readonly company: string;
  readonly timeZone: string;
};

/**
 * What a server has that was begun to try OpenRebate out, on the machine of whoever tries (`openrebate start`). A server that is
 * run for a company (`openrebate serve`) has none, and nothing that hangs on it can be asked there.
 */
export type Trial = {
  /** The sandbox with the demo; another one after each reset. */
  readonly sandbox: () => TenantId;
  /** Sets a tenant up, by the owner's role; one that was set up half is completed. Refuses: configuration-invalid. */
  readonly makeTenant: (wanted: NewCompany) => Promise<Result<TenantId>>;
  /**
   * Begins to make the sandbox anew, beside everything else.
   * Refuses: configuration-invalid, sandbox-reset-under-way.
   */
  readonly beginReset: () => Result<ResetProgress>;
  /** The last one; undefined before there was any. */
  readonly lastReset: () => ResetProgress | undefined;
};
