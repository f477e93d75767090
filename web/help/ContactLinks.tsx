import { useReader, useSay } from '../text/ReaderContext.tsx';
import styles from './Help.module.css';
import { helpTexts } from './helpTexts.ts';
import { useContact } from './useContact.ts';

/** Whom to ask, in one line beside what went wrong; nothing where nobody is named. */
export function ContactLinks() {
  const say = useSay(helpTexts);
  const { language } = useReader();
  const contact = useContact();
  if (contact === undefined) return null;
  const { phone, email, hours } = contact;
  return (
    <p className={styles.line}>
      {phone !== '' && (
        <a className={styles.link} href={phoneAddress(phone)}>
          {say('ask', { phone })}
        </a>
      )}
      {email !== '' && (
        <a className={styles.link} href={`mailto:${email}`}>
          {say('write', { email })}
        </a>
      )}
      {hours[language] !== '' && <span className={styles.quiet}>{hours[language]}</span>}
    </p>
  );
}

/** A number as a telephone dials it. */
export function phoneAddress(phone: string): string {
  return `tel:${phone.replaceAll(/[^0-9+]/g, '')}`;
}
