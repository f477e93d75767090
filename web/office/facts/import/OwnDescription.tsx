import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { FileField } from '../../../ui/FileField.tsx';
import type { Inspection } from './draft.ts';
import type { SavedReading } from './Reading.tsx';
import { importTexts } from './texts.ts';

type Props = {
  /** Under which name it is kept. */
  readonly name: string;
  readonly inspection: Inspection;
  readonly onSaved: (reading: SavedReading) => void;
};

/** A description that somebody has written for whatever columns alone do not say: the same JSON that programs send. */
export function OwnDescription({ name, inspection, onSaved }: Props) {
  const say = useSay(importTexts);
  const [file, setFile] = useState<File>();
  const save = useMutation({
    mutationFn: async (chosen: File) => {
      const description = JSON.parse(await chosen.text()) as Record<string, unknown>;
      const columns = inspection.columns.map(({ column }) => column);
      const { data } = await call.POST('/api/v1/mappings', { body: { name, description, columns } });
      return data as SavedReading;
    },
    onSuccess: ({ name: saved, version }) => onSaved({ name: saved, version }),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    save.mutate(chosen);
  };
  const isNoJson = save.error instanceof SyntaxError;
  return (
    <details>
      <summary>{say('description')}</summary>
      <FileField
        label={say('descriptionFile')}
        hint={say('descriptionHint')}
        kinds={['.json']}
        file={file}
        onChoose={choose}
      />
      {isNoJson && <p role="alert">{say('noJson')}</p>}
      {save.error !== null && !isNoJson && <Refused error={save.error} />}
    </details>
  );
}
