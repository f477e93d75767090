import { Link } from '@tanstack/react-router';
import { PersonMenu } from '../session/PersonMenu.tsx';
import styles from './BarContent.module.css';
import { LanguageMenu } from './LanguageMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';

/** The way to the first page, and what concerns the reader: look, language, who is signed in. */
export function BarContent() {
  return (
    <>
      <Link to="/" className={styles.brand ?? ''}>
        <img src="/icon.svg" alt="OpenRebate" width="24" height="24" />
        <span className={styles.name} aria-hidden="true">
          OpenRebate
        </span>
      </Link>
      <ThemeMenu />
      <LanguageMenu />
      <PersonMenu />
    </>
  );
}
