import type { Role } from '../access/role.ts';

/** Somebody who can be played in the sandbox. */
export type TrialPerson = {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly partners?: readonly string[];
};

/** Everything that one person can do in an office. */
export const WHOLE_OFFICE: readonly Role[] = ['administrator', 'analyst', 'finance', 'payer', 'approver'];

/** Whoever looks around: they see and do everything, but nobody approves what they handed in themselves. */
export const GUEST = 'guest';

/** Approves in the own company of somebody who is alone yet. */
export const SECOND_PERSON = 'second-person';

/** Who can be played: one for each part, so that what one has proposed another one approves. */
export const TRIAL_PEOPLE: readonly TrialPerson[] = [
  { login: GUEST, name: 'Guest', roles: WHOLE_OFFICE },
  { login: 'anna', name: 'Anna Berg', roles: ['analyst', 'finance'] },
  { login: 'ben', name: 'Ben Castle', roles: ['approver'] },
  { login: 'carla', name: 'Carla Dent', roles: ['payer'] },
  { login: 'dora', name: 'Dora Ek', roles: ['administrator'] },
  { login: 'emil', name: 'Emil Frank', roles: ['auditor'] },
  // One whose bonus the demo has settled and paid: the portal shows a credit note and a payment.
  { login: 'fay', name: 'Fay Grant', roles: ['partnerAdministrator'], partners: ['SAVEA'] },
];
