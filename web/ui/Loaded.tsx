import type { ReactNode } from 'react';
import { Failure } from './Failure.tsx';
import { Skeleton } from './Skeleton.tsx';

type Props<T> = {
  /** What was asked for, as the client has it. */
  readonly query: {
    readonly data: T | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly refetch: () => unknown;
  };
  /** How many rows it is likely to have. */
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
};

/** What was asked for once it is there; until then its place, and why not where it fails. */
export function Loaded<T>({ query, rows = 8, children }: Props<T>) {
  const { data, error, isPending, refetch } = query;
  return (
    <>
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && error === null && <Skeleton rows={rows} />}
      {data !== undefined && children(data)}
    </>
  );
}
