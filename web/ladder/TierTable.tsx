import { useReader, useSay } from '../text/ReaderContext.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Named } from '../ui/Named.tsx';
import { ladderTexts } from './texts.ts';
import type { Standing } from './tierTexts.ts';

type Tier = Standing['progress']['tiers'][number] & { readonly number: number };

/** The tiers behind the ladder, with the contract's own words. */
export function TierTable({ standing }: { readonly standing: Standing }) {
  const say = useSay(ladderTexts);
  const { count, counted, rate } = useReader();
  const { progress, currency, tier: reached } = standing;
  const { boundary, scale } = progress;
  const tiers = progress.tiers.map((tier, index) => ({ ...tier, number: index + 1 }));
  const columns: Column<Tier>[] = [
    {
      id: 'tier',
      title: say('tier'),
      isMain: true,
      cell: ({ number }) => (
        <Named name={count(number)} code={number === reached ? say('current') : undefined} />
      ),
    },
    { id: 'from', title: say(boundary), isFigure: true, cell: ({ from }) => counted(from, scale, currency) },
    { id: 'rate', title: say('rate'), isFigure: true, cell: ({ rates }) => rate(rates, currency) },
  ];
  const hasWords = tiers.some(({ words }) => words !== undefined);
  if (hasWords)
    columns.push({
      id: 'words',
      title: say('words'),
      width: '45%',
      isPlain: true,
      cell: ({ words }) => words,
    });
  return (
    <DataTable
      caption={say('caption')}
      columns={columns}
      rows={tiers}
      rowKey={({ number }) => String(number)}
    />
  );
}
