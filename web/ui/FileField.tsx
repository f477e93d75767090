import { DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import styles from './FileField.module.css';
import { uiTexts } from './texts.ts';

type Props = {
  readonly label: string;
  /** What may be given, in words. */
  readonly hint?: string;
  /** Kinds as browsers name them: `.csv`, `application/pdf`. */
  readonly kinds: readonly string[];
  /** The one that was chosen. */
  readonly file: File | undefined;
  readonly onChoose: (file: File) => void;
};

/** A file: dropped here, or chosen by the button. */
export function FileField({ label, hint, kinds, file, onChoose }: Props) {
  const say = useSay(uiTexts);
  return (
    <DropZone
      className={styles.zone ?? ''}
      onDrop={async ({ items }) => {
        const [dropped] = items.filter(isFileDropItem);
        if (dropped !== undefined) onChoose(await dropped.getFile());
      }}
    >
      <Text slot="label" className={styles.label ?? ''}>
        {label}
      </Text>
      <FileTrigger
        acceptedFileTypes={[...kinds]}
        onSelect={(files) => {
          const chosen = files?.item(0);
          if (chosen) onChoose(chosen);
        }}
      >
        <Button>{say(file === undefined ? 'chooseFile' : 'chooseOtherFile')}</Button>
      </FileTrigger>
      <span className={file === undefined ? styles.drop : styles.name}>{file?.name ?? say('dropHere')}</span>
      {hint !== undefined && <span className={styles.hint}>{hint}</span>}
    </DropZone>
  );
}
