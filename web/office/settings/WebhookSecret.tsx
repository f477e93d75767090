import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Settings.module.css';
import { webhookTexts } from './webhookTexts.ts';

type Props = { readonly secret: string; readonly onKept: () => void };

/** What signs, shown this once. */
export function WebhookSecret({ secret, onKept }: Props) {
  const say = useSay(webhookTexts);
  return (
    <div aria-live="polite">
      <Notice
        title={say('shown')}
        meaning="attention"
        actions={<Button onPress={onKept}>{say('kept')}</Button>}
      >
        <p>{say('shownWhy')}</p>
        <pre className={styles.json}>{secret}</pre>
      </Notice>
    </div>
  );
}
