import { Link } from '@tanstack/react-router';
import { useSay } from '../../../text/ReaderContext.tsx';
import styles from './Editor.module.css';
import { TEMPLATES } from './templates.ts';
import { templateTexts } from './templateTexts.ts';

type Props = { readonly rows: readonly { readonly template: string }[] };

/** What one can promise, in plain words. */
export function TemplateChoice({ rows }: Props) {
  const say = useSay(templateTexts);
  const offered = TEMPLATES.filter((template) => rows.some((row) => row.template === template));
  return (
    <ul className={styles.templates}>
      {offered.map((template) => (
        <li key={template}>
          <Link to="/agreements/new" search={{ template }} className={styles.template ?? ''}>
            <strong>{say(`name.${template}`)}</strong>
            <span>{say(`what.${template}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
