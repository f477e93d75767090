import { LANGUAGES } from '../text/language.ts';
import { useReader, useSay, useSpeak } from '../text/ReaderContext.tsx';
import { Menu } from '../ui/Menu.tsx';
import { shellTexts } from './texts.ts';

/** Each language is called by its own name. */
export function LanguageMenu() {
  const say = useSay(shellTexts);
  const { language } = useReader();
  const speak = useSpeak();
  const names = { en: say('english'), 'zh-CN': say('chinese') };
  return (
    <Menu
      label={`${say('language')}: ${names[language]}`}
      button={names[language]}
      entries={LANGUAGES.map((id) => ({ id, name: names[id] }))}
      chosen={language}
      onChoose={(id) => speak(LANGUAGES.find((one) => one === id) ?? 'en')}
    />
  );
}
