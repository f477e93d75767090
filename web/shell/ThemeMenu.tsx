import { useSay } from '../text/ReaderContext.tsx';
import { Menu } from '../ui/Menu.tsx';
import { type Theme, useTheme } from '../ui/useTheme.ts';
import { shellTexts } from './texts.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Light, dark, or as the system is. */
export function ThemeMenu() {
  const say = useSay(shellTexts);
  const [theme, choose] = useTheme();
  return (
    <Menu
      label={`${say('theme')}: ${say(theme)}`}
      button={say('theme')}
      entries={THEMES.map((id) => ({ id, name: say(id) }))}
      chosen={theme}
      onChoose={(id) => choose(THEMES.find((one) => one === id) ?? 'system')}
    />
  );
}
