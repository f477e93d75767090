import { useInfiniteQuery } from '@tanstack/react-query';

type Page<R> = { readonly rows: readonly R[]; readonly next: string | null };

type LongList<R> = {
  /** Everything that was read so far, as `Loaded` takes it. */
  readonly query: {
    readonly data: readonly R[] | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly refetch: () => unknown;
  };
  /** What `More` takes. */
  readonly more: {
    readonly shown: number;
    readonly onMore: (() => void) | undefined;
    readonly isLoading: boolean;
    readonly error: unknown;
  };
};

type Options<R> = {
  /** When it is asked for again by itself, in milliseconds. */
  readonly every?: (rows: readonly R[]) => number | false;
  readonly isOn?: boolean;
};

/** A list that is read on page by page and grows below. `name` tells it from others. */
export function useLongList<R>(
  name: readonly unknown[],
  ask: (page: { readonly cursor?: string }) => Promise<{ readonly data?: Page<R> }>,
  { every, isOn = true }: Options<R> = {},
): LongList<R> {
  const list = useInfiniteQuery({
    queryKey: ['longList', ...name],
    initialPageParam: '',
    enabled: isOn,
    queryFn: async ({ pageParam }) => {
      const { data } = await ask(pageParam === '' ? {} : { cursor: pageParam });
      return data ?? { rows: [], next: null };
    },
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ({ state }) => every?.(state.data?.pages.flatMap(({ rows }) => rows) ?? []) ?? false,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const { error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = list;
  return {
    query: { data: rows, error: rows === undefined ? error : null, isPending, refetch },
    more: {
      shown: rows?.length ?? 0,
      onMore: hasNextPage ? () => void fetchNextPage() : undefined,
      isLoading: isFetchingNextPage,
      error: rows === undefined ? null : error,
    },
  };
}
