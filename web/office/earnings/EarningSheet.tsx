import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call, type Schemas } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Explained } from './Explained.tsx';
import { earningsTexts } from './texts.ts';

const LINES_AT_ONCE = 200;

/** The sheet of one amount. The address says whose it is, so that it can be sent to somebody, and "back" closes it. */
export function EarningSheet({ id }: { readonly id: string | undefined }) {
  const say = useSay(earningsTexts);
  const { language } = useReader();
  const navigate = useNavigate({ from: '/earnings' });
  const close = () => void navigate({ search: ({ earning: _closed, ...rest }) => rest, resetScroll: false });
  const explained = useInfiniteQuery({
    queryKey: ['explanation', id, language],
    enabled: id !== undefined,
    initialPageParam: 0,
    queryFn: async ({ pageParam, signal }) => {
      const query = { lang: language, lines: String(LINES_AT_ONCE), lineOffset: String(pageParam) };
      const { data } = await call.GET('/api/v1/earnings/{id}/explanation', {
        params: { path: { id: id ?? '' }, query },
        signal,
      });
      return data as Schemas['Explanation'];
    },
    getNextPageParam: ({ linesTotal }, pages) => {
      const loaded = pages.reduce((sum, { lines }) => sum + lines.length, 0);
      return loaded < linesTotal ? loaded : undefined;
    },
  });
  const pages = explained.data?.pages ?? [];
  const [first] = pages;
  return (
    <Sheet title={first?.earning.partnerName ?? say('workedOut')} isOpen={id !== undefined} onClose={close}>
      {explained.isPending && <Skeleton />}
      {explained.error !== null && (
        <Failure error={explained.error} onRetry={() => void explained.refetch()} />
      )}
      {first !== undefined && (
        <Explained
          explained={{ ...first, lines: pages.flatMap(({ lines }) => lines) }}
          onMore={explained.hasNextPage ? () => void explained.fetchNextPage() : undefined}
          isLoadingMore={explained.isFetchingNextPage}
        />
      )}
    </Sheet>
  );
}
