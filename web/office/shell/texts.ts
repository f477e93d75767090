import { texts } from '../../text/texts.ts';

/** What stands around every page of the office. */
export const officeTexts = texts(
  {
    skip: 'Skip to the page',
    places: 'Places',
    menu: 'Menu',
  },
  {
    skip: '跳到页面内容',
    places: '功能区',
    menu: '菜单',
  },
);
