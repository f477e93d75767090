import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PersonMenu } from '../session/PersonMenu.tsx';
import styles from './BarContent.module.css';
import { LanguageMenu } from './LanguageMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';

/** The way to the first page, what stands in the middle, and what concerns the reader: look, language, who is signed in. */
export function BarContent({ children }: { readonly children?: ReactNode }) {
  return (
    <>
      <Link to="/" className={styles.brand ?? ''}>
        <img src="/icon.svg" alt="OpenRebate" width="24" height="24" />
        <span className={styles.name} aria-hidden="true">
          OpenRebate
        </span>
      </Link>
      {children}
      <ThemeMenu />
      <LanguageMenu />
      <PersonMenu />
    </>
  );
}
