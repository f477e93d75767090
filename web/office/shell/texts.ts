import { texts } from '../../text/texts.ts';

/** What stands around every page of the office. */
export const officeTexts = texts(
  {
    places: 'Places',
    menu: 'Menu',
  },
  {
    places: '功能区',
    menu: '菜单',
  },
);
