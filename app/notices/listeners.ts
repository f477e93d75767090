import type { Scope } from '../access/scope.ts';
import type { Person } from '../ports/accessStore.ts';
import type { Tx } from '../ports.ts';

type Holder = { readonly person: Person; readonly scopes: readonly Scope[] };

/** Who can be told of something: the people who have not left, with what they may. */
export type Listeners = {
  /** Our own people who hold all of these. */
  readonly ours: (...scopes: readonly Scope[]) => readonly Person[];
  /** Persons of a partner who hold it. */
  readonly ofPartner: (partner: string, scope: Scope) => readonly Person[];
  /** One of our own people who holds it. */
  readonly one: (id: string | undefined, scope: Scope) => readonly Person[];
  /** The partners that persons of partners see. */
  readonly partners: () => readonly string[];
  readonly isOfPartner: (id: string) => boolean;
};

export async function listeners(tx: Tx, now: Date): Promise<Listeners> {
  const holders = await tx.access.holders(now);
  const holding = (wanted: (person: Person) => boolean, scopes: readonly Scope[]): readonly Person[] =>
    holders
      .filter((one: Holder) => wanted(one.person) && scopes.every((scope) => one.scopes.includes(scope)))
      .map(({ person }) => person);
  const isOurs = ({ partners }: Person) => partners === undefined;
  const external = holders.filter(({ person }) => !isOurs(person));
  return {
    ours: (...scopes) => holding(isOurs, scopes),
    ofPartner: (partner, scope) => holding(({ partners }) => partners?.includes(partner) === true, [scope]),
    one: (id, scope) => holding((person) => person.id === id && isOurs(person), [scope]),
    partners: () => [...new Set(external.flatMap(({ person }) => person.partners ?? []))],
    isOfPartner: (id) => external.some(({ person }) => person.id === id),
  };
}
