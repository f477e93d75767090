import { useState } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { ChangesTable } from '../ChangesTable.tsx';
import { importTexts } from './texts.ts';
import { usePreview, type Wanted } from './usePreview.ts';

type Props = { readonly file: File; readonly wanted: Wanted };

/** What the next calculation would book; it takes its time, so it is asked for. */
export function WouldBook({ file, wanted }: Props) {
  const say = useSay(importTexts);
  const [isAsked, setAsked] = useState(false);
  const preview = usePreview(file, isAsked ? { ...wanted, earnings: true } : undefined);
  if (!isAsked) return <Button onPress={() => setAsked(true)}>{say('workOut')}</Button>;
  const changes = preview.data?.changes ?? [];
  return (
    <Section title={say('money')} lead={say('moneyLead')}>
      {preview.isPending && <Skeleton rows={3} />}
      {preview.error !== null && <Refused error={preview.error} />}
      {preview.data !== undefined && changes.length === 0 && <p>{say('nothingBooked')}</p>}
      {changes.length > 0 && <ChangesTable changes={changes} />}
    </Section>
  );
}
