import { useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import styles from './Pager.module.css';
import { uiTexts } from './texts.ts';

type Props = {
  /** What is shown of how much, in words. */
  readonly range: string;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
};

/** Turns the pages of a list whose pages are found by a cursor. */
export function Pager({ range, onPrevious, onNext }: Props) {
  const say = useSay(uiTexts);
  const onlyOne = onPrevious === undefined && onNext === undefined;
  if (onlyOne) return <p className={styles.pager}>{range}</p>;
  return (
    <nav className={styles.pager} aria-label={say('pages')}>
      <Button isDisabled={onPrevious === undefined} {...(onPrevious && { onPress: onPrevious })}>
        {say('previous')}
      </Button>
      <span>{range}</span>
      <Button isDisabled={onNext === undefined} {...(onNext && { onPress: onNext })}>
        {say('next')}
      </Button>
    </nav>
  );
}
