import type { Answer } from '../../api/answer.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { changesTexts } from './changesTexts.ts';

type Change = NonNullable<Answer<'previewImport'>['changes']>[number];

const SHOWN = 20;

/** What the next calculation would book, account by account. */
export function ChangesTable({ changes }: { readonly changes: readonly Change[] }) {
  const say = useSay(changesTexts);
  const { span } = useReader();
  const columns: readonly Column<Change>[] = [
    { id: 'agreement', title: say('agreement'), isMain: true, cell: ({ agreement }) => agreement },
    { id: 'partner', title: say('partner'), cell: ({ partner }) => partner },
    { id: 'window', title: say('window'), cell: ({ window }) => span(window) },
    {
      id: 'difference',
      title: say('difference'),
      isFigure: true,
      isFirst: true,
      cell: ({ difference, currency }) => <Amount exact={difference} currency={currency} />,
    },
  ];
  return (
    <>
      <DataTable
        caption={say('caption')}
        columns={columns}
        rows={changes.slice(0, SHOWN)}
        rowKey={({ agreement, term, partner, currency, window }) =>
          [agreement, term, partner, currency, window.firstDay].join(' ')
        }
      />
      {changes.length > SHOWN && <p>{say('more', { count: changes.length - SHOWN })}</p>}
    </>
  );
}
