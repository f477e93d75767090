import { useSay } from '../text/ReaderContext.tsx';
import { Menu } from '../ui/Menu.tsx';
import { type Theme, useTheme } from '../ui/useTheme.ts';
import styles from './ThemeMenu.module.css';
import { shellTexts } from './texts.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Light, dark, or as the system is. */
export function ThemeMenu() {
  const say = useSay(shellTexts);
  const [theme, choose] = useTheme();
  return (
    <Menu
      label={`${say('theme')}: ${say(theme)}`}
      button={
        <svg className={styles.sign} viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="6.5" />
          <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" />
        </svg>
      }
      entries={THEMES.map((id) => ({ id, name: say(id) }))}
      chosen={theme}
      onChoose={(id) => choose(THEMES.find((one) => one === id) ?? 'system')}
    />
  );
}
