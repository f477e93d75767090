import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useFieldName } from '../useFieldName.ts';
import type { Asked } from './asked.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { detectionText } from './detectionText.ts';
import {
  type Draft,
  type DraftColumn,
  descriptionOf,
  draftOf,
  type Inspection,
  isComplete,
  missingOf,
  type Subject,
  unsaidOf,
} from './draft.ts';
import styles from './Import.module.css';
import { OwnDescription } from './OwnDescription.tsx';
import { SameInEveryRow } from './SameInEveryRow.tsx';
import { importTexts } from './texts.ts';

/** A description that is kept: a file is tried and imported by it. */
export type SavedReading = { readonly name: string; readonly version: number };

type Props = {
  readonly subject: Subject;
  readonly inspection: Inspection;
  /** What can be read in more than one way. */
  readonly asked: Asked;
  readonly onSaved: (reading: SavedReading) => void;
};

/** What each column means, as it was suggested and as somebody changes it. */
export function Reading({ subject, inspection, asked, onSaved }: Props) {
  const say = useSay(importTexts);
  const { list } = useReader();
  const fieldName = useFieldName();
  const [draft, setDraft] = useState<Draft>(() => draftOf(subject, inspection));
  const save = useSave(draft, inspection, onSaved);
  const changeColumn = (changed: DraftColumn) =>
    setDraft({
      ...draft,
      columns: draft.columns.map((one) => (one.column === changed.column ? changed : one)),
    });
  const rows = { rows: inspection.rows, how: detectionText(inspection.detection) };
  return (
    <Section title={say('how')} lead={say(inspection.isWhole ? 'howAll' : 'howLead', rows)}>
      <ColumnTable inspection={inspection} draft={draft} asked={asked} onChange={changeColumn} />
      <SameInEveryRow draft={draft} onChange={setDraft} />
      {missingOf(draft).map((field) => (
        <Notice key={field} title={say('missing', { field: fieldName(field) })} meaning="attention" />
      ))}
      {save.error !== null && <Refused error={save.error} />}
      <OwnDescription name={nameOf(draft)} inspection={inspection} onSaved={onSaved} />
      <div className={styles.actions}>
        <Button
          kind="primary"
          onPress={() => save.mutate()}
          isPending={save.isPending}
          isDisabled={!isComplete(draft, asked)}
        >
          {say('preview')}
        </Button>
        {unsaidOf(draft).length > 0 && (
          <p>{say('unsaid', { fields: list(unsaidOf(draft).map((field) => fieldName(field))) })}</p>
        )}
      </div>
    </Section>
  );
}

/** Under which name the description of a system is kept: one for each kind of file that it writes. */
function nameOf({ subject, source }: Draft): string {
  return subject === 'lines' ? source.trim() : `${source.trim()} ${subject}`;
}

/** Keeps the description under the name of the system, so that the next file of it is read without asking. */
function useSave(draft: Draft, inspection: Inspection, onSaved: Props['onSaved']) {
  return useMutation({
    mutationFn: async () => {
      const { data } = await call.POST('/api/v1/mappings', {
        body: {
          name: nameOf(draft),
          description: descriptionOf(draft, inspection),
          columns: inspection.columns.map(({ column }) => column),
        },
      });
      return data as SavedReading;
    },
    onSuccess: ({ name, version }) => onSaved({ name, version }),
  });
}
