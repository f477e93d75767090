import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { useFieldName } from '../useFieldName.ts';
import type { Asked } from './asked.ts';
import {
  DAYS_WRITTEN,
  type Draft,
  type DraftColumn,
  doubledOf,
  type Inspection,
  NUMBERS_WRITTEN,
} from './draft.ts';
import { FIELDS, holdsOf } from './fields.ts';
import styles from './Import.module.css';
import { importTexts } from './texts.ts';

type Inspected = Inspection['columns'][number];
type Row = { readonly found: Inspected; readonly said: DraftColumn; readonly values: readonly string[] };

type Props = {
  readonly inspection: Inspection;
  readonly draft: Draft;
  readonly asked: Asked;
  readonly onChange: (column: DraftColumn) => void;
};

/** Each column of the file: its first values, what it means, and how sure that is. */
export function ColumnTable({ inspection, draft, asked, onChange }: Props) {
  const say = useSay(importTexts);
  const rows: readonly Row[] = inspection.columns.map((found, index) => ({
    found,
    said: draft.columns[index] as DraftColumn,
    values: inspection.first.map((texts) => texts[index] ?? '').filter((text) => text !== ''),
  }));
  const doubled = doubledOf(draft);
  const columns: readonly Column<Row>[] = [
    { id: 'column', title: say('column'), isMain: true, width: '20%', cell: ({ found }) => found.column },
    {
      id: 'values',
      title: say('values'),
      isPlain: true,
      cell: ({ values }) => <span className={styles.values}>{values.join(' · ')}</span>,
    },
    {
      id: 'means',
      title: say('means'),
      isPlain: true,
      width: '28%',
      cell: ({ said }) => (
        <Meant
          draft={draft}
          said={said}
          isDoubled={doubled.has(said.field)}
          asked={asked}
          onChange={onChange}
        />
      ),
    },
    {
      id: 'sure',
      title: say('certainty'),
      isFirst: true,
      width: '20%',
      cell: ({ found, said }) => <Certainty found={found} isChosen={found.field !== said.field} />,
    },
  ];
  return (
    <>
      <p>{say('shares')}</p>
      <DataTable caption={say('how')} columns={columns} rows={rows} rowKey={({ said }) => said.column} />
    </>
  );
}

function Certainty({ found, isChosen }: { readonly found: Inspected; readonly isChosen: boolean }) {
  const say = useSay(importTexts);
  const { percent } = useReader();
  const { isSure, confidence, why } = found;
  if (isChosen) return <Tag meaning="information">{say('chosen')}</Tag>;
  const likely = { share: percent(String(confidence)), why: why.map((reason) => say(reason)).join(' · ') };
  return (
    <>
      <Tag meaning={isSure ? 'good' : 'attention'}>{say(isSure ? 'sure' : 'look')}</Tag>
      <span className={styles.why}>{say('likely', likely)}</span>
    </>
  );
}

type MeantProps = Pick<Props, 'draft' | 'asked' | 'onChange'> & {
  readonly said: DraftColumn;
  readonly isDoubled: boolean;
};

function Meant({ draft, said, isDoubled, asked, onChange }: MeantProps) {
  const say = useSay(importTexts);
  const fieldName = useFieldName();
  const known = FIELDS[draft.subject];
  const fields = known.includes(said.field) ? known : [...known, said.field];
  const choices = fields.map((id) => ({
    id,
    name: id === 'attribute' ? say('attribute') : fieldName(id),
  }));
  const open = asked.get(said.column);
  const isOpen = open !== undefined && said.field !== 'aside';
  return (
    <>
      <SelectField
        label={say('meaningOf', { column: said.column })}
        isLabelHidden
        choices={choices}
        value={said.field}
        onChange={(field) => onChange({ ...said, field, written: '' })}
        error={isDoubled ? say('doubled') : undefined}
      />
      {isOpen && <Written said={said} example={open.example} onChange={onChange} />}
    </>
  );
}

type WrittenProps = {
  readonly said: DraftColumn;
  readonly example: string;
  readonly onChange: Props['onChange'];
};

/** What the file leaves open: how its numbers or days are written. */
function Written({ said, example, onChange }: WrittenProps) {
  const say = useSay(importTexts);
  const ways = holdsOf(said.field) === 'days' ? DAYS_WRITTEN : NUMBERS_WRITTEN;
  return (
    <SelectField
      label={say('writtenAs', { column: said.column })}
      choices={ways.map((id) => ({ id, name: say(id) }))}
      value={said.written}
      placeholder={say('sayWhich')}
      onChange={(written) => onChange({ ...said, written })}
      error={said.written === '' ? say('asked', { example }) : undefined}
    />
  );
}
