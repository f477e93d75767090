import { Link } from '@tanstack/react-router';
import type { Answer } from '../../../api/answer.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Named } from '../../../ui/Named.tsx';
import { useFieldName } from '../useFieldName.ts';
import { masterTexts } from './texts.ts';

type Row = Answer<'listMasterData'>['rows'][number];

type Props = { readonly rows: readonly Row[]; readonly isStale: boolean };

/** Each thing with the version that is in force. */
export function MasterTable({ rows, isStale }: Props) {
  const say = useSay(masterTexts);
  const { day } = useReader();
  const fieldName = useFieldName();
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      title: say('name'),
      isMain: true,
      width: '32%',
      cell: ({ kind, code, name }) => (
        <Named
          name={
            <Link
              from="/facts/master"
              to="/facts/master"
              search={(old) => ({ ...old, thing: kind, code })}
              resetScroll={false}
            >
              {name}
            </Link>
          }
          code={code}
        />
      ),
    },
    { id: 'kind', title: say('what'), isFirst: true, width: '12%', cell: ({ kind }) => say(kind) },
    {
      id: 'valid',
      title: say('validFrom'),
      width: '14%',
      cell: ({ validFrom }) => (validFrom === null ? say('ever') : day(validFrom)),
    },
    {
      id: 'attributes',
      title: say('attributes'),
      isPlain: true,
      cell: ({ attributes }) =>
        Object.entries(attributes)
          .filter(([, text]) => text !== '')
          .map(([name, text]) => `${fieldName(name)} ${text}`)
          .join(' · '),
    },
  ];
  return (
    <DataTable
      caption={say('title')}
      columns={columns}
      rows={rows}
      rowKey={({ kind, code }) => `${kind} ${code}`}
      isStale={isStale}
    />
  );
}
