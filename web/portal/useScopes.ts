import { useMe } from '../session/useMe.ts';

export type OwnScopes = {
  readonly has: (scope: string) => boolean;
  /** A person of a partner; our own people look without doing. */
  readonly isOfPartner: boolean;
  /** Codes of the partners that the reader sees. */
  readonly partners: readonly string[];
};

/** What the reader may; undefined while nobody knows. */
export function useScopes(): OwnScopes | undefined {
  const { data } = useMe();
  if (data === undefined) return undefined;
  const { scopes, partners } = data;
  const own = new Set<string>(scopes);
  return { has: (scope) => own.has(scope), isOfPartner: partners !== null, partners: partners ?? [] };
}
