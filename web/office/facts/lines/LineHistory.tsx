import { Link } from '@tanstack/react-router';
import type { Answer } from '../../../api/answer.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { useFieldName } from '../useFieldName.ts';
import styles from './Lines.module.css';
import { linesTexts } from './texts.ts';

type Revision = Answer<'listRevisions'>['rows'][number];
type Change = { readonly field: string; readonly before: string | null; readonly now: string | null };

/** Every word that was said of a line, the last one first, with the file that said it. */
export function LineHistory({ rows }: { readonly rows: readonly Revision[] }) {
  const say = useSay(linesTexts);
  const { day } = useReader();
  return rows.toReversed().map((said) => {
    const { revision, knownOn, file, row, withdrawn, undoReason, changes, import: id } = said;
    return (
      <div key={revision} className={styles.revision}>
        <p>
          <strong>{say('revision', { revision })}</strong>{' '}
          {withdrawn !== null && <Tag meaning="attention">{say('withdrawn')}</Tag>}
        </p>
        <p className={styles.quiet}>
          <Link to="/facts/imports/$import" params={{ import: id }}>
            {say('known', { day: day(knownOn), file, row })}
          </Link>
        </p>
        {undoReason !== null && <p>{undoReason}</p>}
        {revision > 1 && withdrawn === null && <Changes changes={changes} />}
      </div>
    );
  });
}

function Changes({ changes }: Pick<Revision, 'changes'>) {
  const say = useSay(linesTexts);
  const fieldName = useFieldName();
  const rows: readonly Change[] = Object.entries(changes).map(([field, change]) => ({ field, ...change }));
  const columns: readonly Column<Change>[] = [
    { id: 'field', title: say('field'), isMain: true, cell: ({ field }) => fieldName(field) },
    { id: 'before', title: say('before'), cell: ({ before }) => before ?? '–' },
    { id: 'now', title: say('now'), cell: ({ now }) => now ?? '–' },
  ];
  return <DataTable caption={say('history')} columns={columns} rows={rows} rowKey={({ field }) => field} />;
}
