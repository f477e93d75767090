import { useCallback, useState } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useIsKnown } from '../../money/useIsKnown.ts';
import { useMay } from '../../money/useMay.ts';
import { FactsTabs } from '../FactsTabs.tsx';
import { type Asked, askedBy } from './asked.ts';
import { ChosenFile } from './ChosenFile.tsx';
import type { FileSubject, Inspection, Subject } from './draft.ts';
import { Reading, type SavedReading } from './Reading.tsx';
import { ReadingKnown } from './ReadingKnown.tsx';
import { Trial } from './Trial.tsx';
import { importTexts } from './texts.ts';
import { useInspection } from './useInspection.ts';

/** Our own form leaves nothing open. */
const NOTHING_OPEN = () => {};

/** A file on its way in: chosen, understood, tried, imported. */
export function ImportPage() {
  const say = useSay(importTexts);
  const [file, setFile] = useState<File>();
  const [subject, setSubject] = useState<FileSubject>('lines');
  const inspection = useInspection(file, subject);
  const mayWrite = useMay('facts:write');
  const isKnown = useIsKnown();
  if (isKnown && !mayWrite) return <NotAllowed />;
  return (
    <Page title={say('title')} lead={say('lead')}>
      <FactsTabs />
      <ChosenFile file={file} onFile={setFile} subject={subject} onSubject={setSubject} />
      {inspection.isFetching && <Skeleton rows={4} />}
      {inspection.error !== null && <Refused error={inspection.error} />}
      {file !== undefined && subject === 'ownForm' && (
        <Trial
          key={`${file.name} ${file.lastModified}`}
          file={file}
          subject={subject}
          onAsked={NOTHING_OPEN}
        />
      )}
      {file !== undefined && subject !== 'ownForm' && inspection.data !== undefined && (
        <Understood
          key={`${file.name} ${file.lastModified} ${subject}`}
          file={file}
          subject={subject}
          inspection={inspection.data}
        />
      )}
    </Page>
  );
}

/** Who only looks around cannot bring anything in, and is told who could. */
function NotAllowed() {
  const say = useSay(importTexts);
  return (
    <Page title={say('title')} lead={say('lead')}>
      <FactsTabs />
      <Notice title={say('mayNot')} meaning="attention">
        <p>{say('mayNotFix')}</p>
      </Notice>
    </Page>
  );
}

type Props = {
  readonly file: File;
  readonly subject: Subject;
  readonly inspection: Inspection;
};

/** By which description it is read: one that is known, or one that is made here. */
function Understood({ file, subject, inspection }: Props) {
  const { saved } = inspection;
  const [isOpen, setOpen] = useState(saved === null);
  const [reading, setReading] = useState<SavedReading | undefined>(saved ?? undefined);
  const [asked, setAsked] = useState<Asked>(() => askedBy(inspection));
  const ask = useCallback((more: Asked) => {
    setAsked((before) => new Map([...before, ...more]));
    setOpen(true);
  }, []);
  return (
    <>
      {saved !== null && !isOpen && <ReadingKnown saved={saved} onChange={() => setOpen(true)} />}
      {isOpen && <Reading subject={subject} inspection={inspection} asked={asked} onSaved={setReading} />}
      {reading !== undefined && <Trial file={file} subject={subject} reading={reading} onAsked={ask} />}
    </>
  );
}
