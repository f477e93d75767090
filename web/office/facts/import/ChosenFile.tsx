import { Link } from '@tanstack/react-router';
import { useSay } from '../../../text/ReaderContext.tsx';
import { FileField } from '../../../ui/FileField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useFieldHelp } from '../../help/useFieldHelp.ts';
import { FILE_SUBJECTS, type FileSubject } from './draft.ts';
import styles from './Import.module.css';
import { Samples } from './Samples.tsx';
import { importTexts } from './texts.ts';

const KINDS = ['.csv', '.txt', '.tsv', '.xlsx', '.json', '.ndjson', '.gz'];

type Props = {
  readonly file: File | undefined;
  readonly onFile: (file: File) => void;
  readonly subject: FileSubject;
  readonly onSubject: (subject: FileSubject) => void;
};

/** Which file, and what it holds; samples for who has none at hand. */
export function ChosenFile({ file, onFile, subject, onSubject }: Props) {
  const help = useFieldHelp();
  const say = useSay(importTexts);
  const choices = FILE_SUBJECTS.map((id) => ({ id, name: say(id) }));
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
        help={help('fileHolds')}
        choices={choices}
        value={subject}
        onChange={(id) => onSubject(id as FileSubject)}
      />
      {file === undefined && <Elsewhere />}
      {file === undefined && <Samples />}
    </div>
  );
}

/** Files that come in where their matter is looked after. */
function Elsewhere() {
  const say = useSay(importTexts);
  return (
    <p className={styles.samples}>
      {say('elsewhere')}
      <Link to="/claims/messages">{say('claimFiles')}</Link>
      <Link to="/settlement/bank">{say('bankFiles')}</Link>
      <Link to="/agreements/bulks">{say('agreementFiles')}</Link>
    </p>
  );
}
