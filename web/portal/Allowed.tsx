import type { ReactNode } from 'react';
import { useMe } from '../session/useMe.ts';
import { Failure, Forbidden } from '../ui/Failure.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

type Props = {
  /** The permission without which the server would only say no. */
  readonly scope: string | undefined;
  /** A part of a page is left out where it is not allowed. */
  readonly isPart?: boolean;
  readonly children: ReactNode;
};

/** What the reader may see; nothing is asked of the server in vain. */
export function Allowed({ scope, isPart = false, children }: Props) {
  const me = useMe();
  const mayKnow = me.data !== undefined || scope === undefined;
  if (!mayKnow && isPart) return null;
  if (!mayKnow) {
    return me.error === null ? <Skeleton /> : <Failure error={me.error} onRetry={() => void me.refetch()} />;
  }
  const own: readonly string[] = me.data?.scopes ?? [];
  if (scope === undefined || own.includes(scope)) return children;
  return isPart ? null : <Forbidden />;
}
