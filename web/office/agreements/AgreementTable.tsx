import { Link } from '@tanstack/react-router';
import type { paths } from '../../api/openApi.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { StateTag } from './StateTag.tsx';
import { agreementsTexts } from './texts.ts';

type Answer = paths['/api/v1/agreements']['get']['responses'][200]['content']['application/json'];
export type AgreementRow = Answer['rows'][number];

type Props = {
  readonly rows: readonly AgreementRow[];
  readonly isStale: boolean;
  /** What is chosen to be dealt with together; undefined where nothing can be. */
  readonly chosen: ReadonlySet<string> | undefined;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
};

/** A row for each agreement: its name leads to its page. */
export function AgreementTable({ rows, isStale, chosen, onChoose }: Props) {
  const say = useSay(agreementsTexts);
  const columns = useAgreementColumns();
  const choice: Column<AgreementRow> = {
    id: 'choice',
    title: say('choose'),
    cell: ({ agreement, version }) =>
      version === null ? undefined : (
        <CheckField
          label={say('chooseOne', { agreement })}
          isSelected={chosen?.has(agreement) ?? false}
          onChange={(isChosen) => onChoose(withOne(chosen, agreement, isChosen))}
        >
          {null}
        </CheckField>
      ),
  };
  return (
    <DataTable
      caption={say('title')}
      columns={chosen === undefined ? columns : [...columns, choice]}
      rows={rows}
      rowKey={({ agreement }) => agreement}
      isStale={isStale}
    />
  );
}

function useAgreementColumns(): readonly Column<AgreementRow>[] {
  const say = useSay(agreementsTexts);
  const { name, span } = useReader();
  return [
    {
      id: 'agreement',
      title: say('agreement'),
      isMain: true,
      width: '38%',
      cell: ({ agreement, name: names }) => (
        <Named
          name={
            <Link to="/agreements/$code" params={{ code: agreement }}>
              {names === null ? agreement : name(names)}
            </Link>
          }
          code={agreement}
        />
      ),
    },
    {
      id: 'programme',
      title: say('programme'),
      isPlain: true,
      cell: ({ programme, direction }) => (
        <Named
          name={programme && say(`programme.${programme}`)}
          code={direction && say(`direction.${direction}`)}
        />
      ),
    },
    {
      id: 'validity',
      title: say('validity'),
      isPlain: true,
      cell: ({ validity, version }) => (
        <Named
          name={validity && span(validity)}
          code={version === null ? say('noVersion') : say('version', { version })}
        />
      ),
    },
    {
      id: 'open',
      title: say('underWay'),
      isPlain: true,
      cell: ({ open }) =>
        open.map(({ id, kind, state }) => (
          <Tag key={id} meaning={state === 'inReview' ? 'attention' : 'neutral'}>
            {say('underWayOne', {
              kind: say(`kind.${kind}`),
              state: say(`open.${state === 'inReview' ? 'inReview' : 'draft'}`),
            })}
          </Tag>
        )),
    },
    { id: 'state', title: say('state'), isFirst: true, cell: ({ state }) => <StateTag state={state} /> },
  ];
}

function withOne(
  chosen: ReadonlySet<string> | undefined,
  agreement: string,
  isChosen: boolean,
): ReadonlySet<string> {
  const others = [...(chosen ?? [])].filter((other) => other !== agreement);
  return new Set(isChosen ? [...others, agreement] : others);
}
