import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CursorPager } from '../ui/CursorPager.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';

type Page<R> = { readonly rows: readonly R[]; readonly next: string | null };

type EmptyProps = {
  readonly title?: string;
  readonly text: string;
  readonly meaning?: 'plain' | 'good';
  readonly actions?: ReactNode;
};

type Props<R> = {
  /** What was asked for with `pageQuery` and `PAGED`. */
  readonly list: {
    readonly data: Page<R> | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly isPlaceholderData: boolean;
    readonly refetch: () => unknown;
  };
  /** What it says without rows, unless there always are some. Without a title it is a part of a page, and small. */
  readonly empty?: EmptyProps;
  /** How many rows there are in all, where that is known. */
  readonly total?: number | undefined;
  /** Its rows; stale while those of another page are on their way. */
  readonly children: (rows: readonly R[], isStale: boolean) => ReactNode;
};

const PART_ROWS = 3;

/** A list that is read page by page, in every state; which page it is stands in the address. */
export function PagedList<R>({ list, empty, total, children }: Props<R>) {
  const { passed } = useSearch({ strict: false });
  const navigate = useNavigate();
  const isPart = empty?.title === undefined;
  const turn = (page: { readonly cursor: string; readonly passed: number }) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, ...page }), resetScroll: !isPart });
  return (
    <Loaded query={list} {...(isPart && { rows: PART_ROWS })}>
      {({ rows, next }) =>
        rows.length === 0 && empty !== undefined ? (
          <Empty {...empty} />
        ) : (
          <>
            {children(rows, list.isPlaceholderData)}
            <CursorPager shown={rows.length} next={next} passed={passed} total={total} onTurn={turn} />
          </>
        )
      }
    </Loaded>
  );
}

function Empty({ title, text, ...notice }: EmptyProps) {
  if (title === undefined) return <p>{text}</p>;
  return (
    <Notice title={title} {...notice}>
      <p>{text}</p>
    </Notice>
  );
}
