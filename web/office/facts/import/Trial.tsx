import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { CheckField } from '../../../ui/CheckField.tsx';
import { Failure, Refused } from '../../../ui/Failure.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type Asked, askedIn } from './asked.ts';
import { BadRows } from './BadRows.tsx';
import { type FileSubject, wayOf } from './draft.ts';
import styles from './Import.module.css';
import { ImportProgress } from './ImportProgress.tsx';
import { MasterChanges } from './MasterChanges.tsx';
import { Outcome } from './Outcome.tsx';
import type { SavedReading } from './Reading.tsx';
import { StrangeUnits } from './StrangeUnits.tsx';
import { importTexts } from './texts.ts';
import { useImport } from './useImport.ts';
import { useIsEmpty } from './useIsEmpty.ts';
import { type Preview, usePreview } from './usePreview.ts';
import { WouldBook } from './WouldBook.tsx';

type Props = {
  readonly file: File;
  readonly subject: FileSubject;
  /** Our own form needs none. */
  readonly reading?: SavedReading;
  /** Columns of which the whole file leaves open how they are written. */
  readonly onAsked: (asked: Asked) => void;
};

/** What the import would do, worked out on the file itself; and the import. */
export function Trial(props: Props) {
  const isEmpty = useIsEmpty();
  if (isEmpty === undefined) return <Skeleton rows={4} />;
  return <Tried {...props} isEmpty={isEmpty} />;
}

type TriedProps = Props & { readonly isEmpty: boolean };

/** A company without master data knows nobody yet: there its partners and products come with the lines. */
function Tried({ file, subject, reading, onAsked, isEmpty }: TriedProps) {
  const say = useSay(importTexts);
  const place = useShown();
  const [creates, setCreates] = useState(isEmpty && subject === 'lines');
  const [goodRows, setGoodRows] = useState(false);
  const by = reading && { mapping: reading.name, version: reading.version };
  const wanted = { subject, ...by, creates, earnings: false };
  // Of master data nothing comes in while a row is wrong, unless it is said.
  const isMaster = wayOf(subject) === 'master';
  const preview = usePreview(file, wanted);
  const { error } = preview;
  useEffect(() => {
    const asked = askedIn(error);
    if (asked.size > 0) onAsked(asked);
  }, [error, onAsked]);
  const navigate = useNavigate();
  const send = useImport(({ id }) => void navigate({ to: '/facts/imports/$import', params: { import: id } }));
  const start = () =>
    send.mutate({ file, subject, ...(reading && { mapping: reading.name }), creates, goodRows });
  return (
    <div ref={place} tabIndex={-1} className={styles.shown}>
      <Section title={say('whatHappens')} lead={say('nothingWritten')}>
        {preview.isPending && (
          <>
            <p>{say('previewing')}</p>
            <Skeleton rows={4} />
          </>
        )}
        {preview.error !== null && <Refused error={preview.error} />}
        {preview.data !== undefined && (
          <>
            <Outcome summary={preview.data.summary} />
            {subject === 'lines' && (
              <Unknown preview={preview.data} creates={creates} onChange={setCreates} />
            )}
            <StrangeUnits units={preview.data.strangeUnits ?? []} />
            <BadRows
              rows={preview.data.refusedRows}
              total={preview.data.summary.quarantined.rows}
              isLeft={!isMaster || goodRows}
            />
            {isMaster && preview.data.refusedRows.length > 0 && (
              <CheckField isSelected={goodRows} onChange={setGoodRows}>
                {say('goodRows')}
              </CheckField>
            )}
            <MasterChanges preview={preview.data} />
            <WouldBook file={file} wanted={wanted} />
            <Start
              preview={preview.data}
              isPending={send.isPending}
              onStart={start}
              mayLeave={goodRows || !isMaster}
            />
          </>
        )}
        {send.isPending && <ImportProgress name={file.name} />}
        {send.error !== null && <Failure error={send.error} onRetry={start} />}
      </Section>
    </div>
  );
}

/** Brings what was asked for to whoever asked: it stands below the fold, and is read aloud from its heading on. */
function useShown() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView();
  }, []);
  return place;
}

type UnknownProps = {
  readonly preview: Preview;
  readonly creates: boolean;
  readonly onChange: (creates: boolean) => void;
};

/** Partners and products that nobody knows can come in with the lines. */
function Unknown({ preview, creates, onChange }: UnknownProps) {
  const say = useSay(importTexts);
  const { reasons, created } = preview.summary;
  const waiting = Math.max(reasons['line-partner-unknown'] ?? 0, reasons['line-product-unknown'] ?? 0);
  if (waiting === 0 && !creates) return null;
  return (
    <div className={styles.progress}>
      {!creates && <p>{say('unknownTitle', { count: waiting })}</p>}
      <CheckField isSelected={creates} onChange={onChange}>
        {say('create')}
      </CheckField>
      {created !== undefined && (
        <p>
          {say('created', {
            partners: say('partners', { count: created.partners }),
            products: say('products', { count: created.products }),
          })}
        </p>
      )}
    </div>
  );
}

type StartProps = {
  readonly preview: Preview;
  readonly isPending: boolean;
  readonly mayLeave: boolean;
  readonly onStart: () => void;
};

function Start({ preview, isPending, mayLeave, onStart }: StartProps) {
  const say = useSay(importTexts);
  const { received, accepted, duplicate, quarantined } = preview.summary;
  const isRefused = quarantined.rows > 0 && !mayLeave;
  const isNothing = duplicate.rows === received.rows;
  return (
    <div className={styles.actions}>
      <Button kind="primary" onPress={onStart} isPending={isPending} isDisabled={isPending || isRefused}>
        {say('importRows', { count: isRefused ? accepted.rows : received.rows })}
      </Button>
      {isNothing && <span>{say('nothingNew')}</span>}
    </div>
  );
}
