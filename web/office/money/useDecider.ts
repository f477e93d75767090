import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { moneyTexts } from './texts.ts';
import { useMe } from './useMe.ts';

type Me = NonNullable<ReturnType<typeof useMe>>;
type Role = 'approver' | 'finance' | 'payer' | 'analyst';

type Question = {
  readonly scope: Me['scopes'][number];
  /** Who has it, among the roles. */
  readonly role: Role;
  /** Who has proposed it, and does not decide; as a deed says it, or an id. */
  readonly author?: string | undefined;
  /** Who has decided already. */
  readonly given?: readonly string[];
};

/** Whether who looks can decide; else who does, and why not they. The server decides in the end, with the same rules. */
export function useDecider({ scope, role, author, given = [] }: Question) {
  const say = useSay(moneyTexts);
  const { money } = useReader();
  const me = useMe();
  const roleName = say(role);
  const isMine = (actor: string | undefined) =>
    me !== undefined && (actor === me.id || actor === `person:${me.id}`);
  if (isMine(author)) return { may: false, why: say('youProposed', { role: roleName }) };
  if (me?.scopes.includes(scope) !== true) return { may: false, why: say('notYours', { role: roleName }) };
  if (given.some(isMine)) return { may: false, why: say('youDecided') };
  const limit = me.roles.find((grant) => grant.role === role)?.limit;
  if (!limit) return { may: true, why: undefined };
  return { may: true, why: say('yourLimit', { amount: money(limit.amount, limit.currency) }) };
}
