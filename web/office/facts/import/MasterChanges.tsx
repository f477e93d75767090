import { useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useFieldName } from '../useFieldName.ts';
import { importTexts } from './texts.ts';
import type { Preview } from './usePreview.ts';

type Change = NonNullable<Preview['rows']>[number];
type Row = Change['fields'][number] & { readonly code: string; readonly row: number };

const SHOWN = 20;

/** What a file of master data would change, field by field. */
export function MasterChanges({ preview }: { readonly preview: Preview }) {
  const say = useSay(importTexts);
  const fieldName = useFieldName();
  const { rows, newThings = 0, newVersions = 0, correctedVersions = 0 } = preview;
  if (rows === undefined || rows.length === 0) return null;
  const fields: readonly Row[] = rows.flatMap(({ row, code, fields: own }) =>
    own.map((field) => ({ ...field, code, row })),
  );
  const columns: readonly Column<Row>[] = [
    { id: 'code', title: fieldName('code'), isMain: true, cell: ({ code }) => code },
    { id: 'field', title: say('field'), isPlain: true, cell: ({ field }) => fieldName(field) },
    { id: 'before', title: say('before'), cell: ({ before }) => before ?? '–' },
    { id: 'after', title: say('after'), cell: ({ after }) => after ?? '–' },
  ];
  const lead = say('changesLead', { things: newThings, versions: newVersions, corrected: correctedVersions });
  return (
    <Section title={say('changes')} lead={lead}>
      <DataTable
        caption={say('changes')}
        columns={columns}
        rows={fields.slice(0, SHOWN)}
        rowKey={({ row, field }) => `${row} ${field}`}
      />
      {fields.length > SHOWN && <p>{say('more', { count: fields.length - SHOWN })}</p>}
    </Section>
  );
}
