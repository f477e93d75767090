import { saveFile } from '../../../api/saveFile.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FileField } from '../../../ui/FileField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { SUBJECTS, type Subject } from './draft.ts';
import styles from './Import.module.css';
import { SAMPLES } from './samples.ts';
import { importTexts } from './texts.ts';

const KINDS = ['.csv', '.txt', '.tsv', '.xlsx', '.json', '.ndjson', '.gz'];

function saveSample(key: keyof typeof SAMPLES): Promise<void> {
  const { name, text } = SAMPLES[key];
  const data = new Blob([text], { type: 'text/csv' });
  return saveFile(Promise.resolve({ data, response: new Response() }), name);
}

type Props = {
  readonly file: File | undefined;
  readonly onFile: (file: File) => void;
  readonly subject: Subject;
  readonly onSubject: (subject: Subject) => void;
};

/** Which file, and what it holds; samples for who has none at hand. */
export function ChosenFile({ file, onFile, subject, onSubject }: Props) {
  const say = useSay(importTexts);
  const choices = SUBJECTS.map((id) => ({ id, name: say(id) }));
  return (
    <div className={styles.chosen}>
      <FileField
        label={say('chooseFile')}
        hint={say('fileHint')}
        kinds={KINDS}
        file={file}
        onChoose={onFile}
      />
      <SelectField
        label={say('holdsWhat')}
        choices={choices}
        value={subject}
        onChange={(id) => onSubject(id as Subject)}
      />
      {file === undefined && (
        <p className={styles.samples}>
          {say('samples')}
          {(['sampleSales', 'samplePartners', 'sampleProducts'] as const).map((key) => (
            <Button key={key} kind="quiet" onPress={() => void saveSample(key)}>
              {say(key)}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
