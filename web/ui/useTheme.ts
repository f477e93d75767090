import { useEffect, useState } from 'react';
import { remember, remembered } from '../text/remembered.ts';

/** Light, dark, or as the system is. */
export type Theme = 'system' | 'light' | 'dark';

export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(() => themeOf(remembered('theme')));
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const choose = (wanted: Theme) => {
    remember('theme', wanted);
    setTheme(wanted);
  };
  return [theme, choose];
}

function themeOf(text: string | null): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}
