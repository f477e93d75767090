import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Details } from '../../ui/Details.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { evidenceValue } from './evidenceValue.ts';
import { evidenceWords, SPOKEN } from './evidenceWords.ts';
import { FactList } from './FactList.tsx';
import { ObjectLink } from './ObjectLink.tsx';
import { recordName } from './recordName.ts';
import { trustTexts } from './texts.ts';
import type { CaseFinding } from './trustTypes.ts';
import { trustWords } from './trustWords.ts';

type Evidence = CaseFinding['evidence'][number];

/** One finding in plain words, with the records that show it. */
export function FindingPart({ finding }: { readonly finding: CaseFinding }) {
  const say = useSay(trustTexts);
  const sayWord = useSay(trustWords);
  const { count, day, instant, money } = useReader();
  const { title, text, check, group, object, objectId, agreement, amount, currency, score } = finding;
  return (
    <section aria-label={title}>
      <h3>
        {title}{' '}
        <Tag meaning={group === 'fraud' ? 'attention' : 'information'}>{sayWord(`group.${group}`)}</Tag>
      </h3>
      <p>{text}</p>
      <p>{say('check', { check })}</p>
      <Details
        entries={[
          [
            sayWord(`object.${object}`),
            <ObjectLink key="object" object={object} id={objectId}>
              {recordName(object, objectId, finding.evidence)}
            </ObjectLink>,
          ],
          [say('risk'), say('riskOf', { score: count(score) })],
          [say('amount'), amount === null || currency === null ? undefined : money(amount, currency)],
          [
            say('agreement'),
            agreement === null ? undefined : (
              <ObjectLink key="agreement" object="agreement" id={agreement}>
                {agreement}
              </ObjectLink>
            ),
          ],
          [say('happened'), finding.day === null ? undefined : day(finding.day)],
          [say('firstSeen'), instant(finding.foundAt)],
          [say('lastSeen'), instant(finding.seenAt)],
        ]}
      />
      <EvidenceTable evidence={finding.evidence} />
    </section>
  );
}

function RecordFacts({ facts }: Pick<Evidence, 'facts'>) {
  const sayFact = useSay(evidenceWords);
  const reader = useReader();
  const shown = Object.entries(facts).filter(([field]) => !SPOKEN.has(field));
  // A detector of tomorrow may say what there is no word for yet.
  const nameOf = (field: string) =>
    Object.hasOwn(evidenceWords.en, `fact.${field}`) ? sayFact(`fact.${field as 'amount'}`) : field;
  return (
    <FactList entries={shown.map(([field, text]) => [nameOf(field), evidenceValue(field, text, reader)])} />
  );
}

function EvidenceTable({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const say = useSay(trustTexts);
  const sayWord = useSay(trustWords);
  const columns: readonly Column<Evidence>[] = [
    {
      id: 'record',
      title: say('record'),
      isMain: true,
      cell: ({ object, id }) => (
        <>
          {sayWord(`object.${object}`)}{' '}
          <ObjectLink object={object} id={id}>
            {recordName(object, id, evidence)}
          </ObjectLink>
        </>
      ),
    },
    {
      id: 'says',
      title: say('says'),
      isPlain: true,
      cell: ({ facts }) => <RecordFacts facts={facts} />,
    },
  ];
  if (evidence.length === 0) return null;
  return (
    <DataTable
      caption={say('evidence')}
      columns={columns}
      rows={evidence}
      rowKey={({ object, id }) => `${object} ${id}`}
    />
  );
}
