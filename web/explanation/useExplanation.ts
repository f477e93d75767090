import { useInfiniteQuery } from '@tanstack/react-query';
import { call, type Schemas } from '../api/client.ts';
import { useReader } from '../text/ReaderContext.tsx';

type Explanation = Schemas['Explanation'];

/** An amount worked out, as `Loaded` takes it, with the lines that were read so far; `onMore` reads on, and is undefined at the end. */
export function useExplanation(id: string | undefined, linesAtOnce: number) {
  const { language } = useReader();
  const asked = useInfiniteQuery({
    queryKey: ['explanation', id, language],
    enabled: id !== undefined,
    initialPageParam: 0,
    queryFn: async ({ pageParam, signal }) => {
      const query = { lang: language, lines: String(linesAtOnce), lineOffset: String(pageParam) };
      const { data } = await call.GET('/api/v1/earnings/{id}/explanation', {
        params: { path: { id: id ?? '' }, query },
        signal,
      });
      return data as Explanation;
    },
    getNextPageParam: ({ linesTotal }, pages) => {
      const loaded = pages.reduce((sum, { lines }) => sum + lines.length, 0);
      return loaded < linesTotal ? loaded : undefined;
    },
  });
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = asked;
  const [first, ...rest] = data?.pages ?? [];
  const explained: Explanation | undefined = first && {
    ...first,
    lines: [first, ...rest].flatMap(({ lines }) => lines),
  };
  return {
    query: { data: explained, error, isPending, refetch },
    onMore: hasNextPage ? () => void fetchNextPage() : undefined,
    isLoadingMore: isFetchingNextPage,
  };
}
