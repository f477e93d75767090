import { LANGUAGES } from '../text/language.ts';
import { useReader, useSay, useSpeak } from '../text/ReaderContext.tsx';
import { Menu } from '../ui/Menu.tsx';
import styles from './LanguageMenu.module.css';
import { shellTexts } from './texts.ts';

const SHORT = { en: 'EN', 'zh-CN': '中文' };

/** Each language is called by its own name, by a short one where there is little room. */
export function LanguageMenu() {
  const say = useSay(shellTexts);
  const { language } = useReader();
  const speak = useSpeak();
  const names = { en: say('english'), 'zh-CN': say('chinese') };
  return (
    <Menu
      label={`${say('language')}: ${names[language]} ${SHORT[language]}`}
      button={
        <>
          <span className={styles.whole}>{names[language]}</span>
          <span className={styles.short}>{SHORT[language]}</span>
        </>
      }
      entries={LANGUAGES.map((id) => ({ id, name: names[id] }))}
      chosen={language}
      onChoose={(id) => speak(LANGUAGES.find((one) => one === id) ?? 'en')}
    />
  );
}
