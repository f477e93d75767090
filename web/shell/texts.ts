import { texts } from '../text/texts.ts';

/** What stands around the pages of office and portal alike. */
export const shellTexts = texts(
  {
    skip: 'Skip to the page',
    language: 'Language',
    english: 'English',
    chinese: '简体中文',
    theme: 'Appearance',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    noPage: 'There is no such page',
    noPageText: 'The address leads nowhere: it may be mistyped, or the page was moved.',
    toHome: 'To the first page',
    fault: 'This page has a fault',
    faultText:
      'It is ours, not yours. Nothing that was saved is lost. Load the page again; if it comes back, tell us how.',
    reload: 'Load again',
    search: 'Search',
    showAll: 'Show all',
  },
  {
    skip: '跳到页面内容',
    language: '语言',
    english: 'English',
    chinese: '简体中文',
    theme: '外观',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
    noPage: '没有这个页面',
    noPageText: '该地址无效：可能输入有误，或页面已移动。',
    toHome: '返回首页',
    fault: '此页面出错',
    faultText: '这是程序的问题，与您无关。已保存的内容不会丢失。请重新加载；如再次出现，请告诉我们如何重现。',
    reload: '重新加载',
    search: '查找',
    showAll: '显示全部',
  },
);
